package companion.practice.codebuild.buildspec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A buildspec.
 *
 * @param version {@code 0.1}, where each command has a shell of its own, or {@code 0.2}
 * @param shell as in {@code env/shell}, or null
 * @param variables in the file's order
 * @param phases by name: {@code install}, {@code pre_build}, {@code build}, {@code post_build}
 * @param cachePaths what the cache would keep; nothing is cached here
 */
public record Buildspec(
        String version,
        @Nullable String shell,
        Map<String, String> variables,
        Map<String, String> parameterStore,
        Map<String, String> secretsManager,
        List<String> exportedVariables,
        Map<String, Phase> phases,
        @Nullable Artifacts artifacts,
        Map<String, Artifacts> secondaryArtifacts,
        List<String> cachePaths) {

    /**
     * @param onFailure {@code ABORT}, {@code CONTINUE}, {@code RETRY} or {@code RETRY-n}; null: the phase's own way
     * @param runtimes in {@code install} only: name to version
     */
    public record Phase(
            List<String> commands,
            List<String> finallyCommands,
            @Nullable String onFailure,
            @Nullable String runAs,
            Map<String, String> runtimes) {

        public static final Phase EMPTY = new Phase(List.of(), List.of(), null, null, Map.of());
    }

    /** @param name of the artifact, in which variables and commands may stand; null: the project's */
    public record Artifacts(
            List<String> files,
            List<String> excludePaths,
            @Nullable String baseDirectory,
            boolean discardPaths,
            @Nullable String name) {}

    public Phase phase(String name) {
        return phases.getOrDefault(name, Phase.EMPTY);
    }
}
