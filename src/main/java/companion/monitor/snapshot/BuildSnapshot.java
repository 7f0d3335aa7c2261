package companion.monitor.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A build at one moment.
 *
 * @param logGroup null until the log has begun
 * @param settings with which it ran; null where they are not known
 * @param buildspec of a build that failed; null where it succeeded, or the buildspec is not where it can be read
 */
public record BuildSnapshot(
        String id,
        long number,
        Status status,
        Span span,
        List<Phase> phases,
        @Nullable String logGroup,
        @Nullable String logStream,
        @Nullable Settings settings,
        @Nullable Buildspec buildspec) {
    public BuildSnapshot {
        phases = List.copyOf(phases);
    }

    /** A build of which no settings are known. */
    public BuildSnapshot(
            String id,
            long number,
            Status status,
            Span span,
            List<Phase> phases,
            @Nullable String logGroup,
            @Nullable String logStream) {
        this(id, number, status, span, phases, logGroup, logStream, null, null);
    }

    /** The same with its buildspec. */
    public BuildSnapshot with(Buildspec read) {
        return new BuildSnapshot(id, number, status, span, phases, logGroup, logStream, settings, read);
    }

    /**
     * @param file its path in the source
     * @param revision where it was read; null if it stands in the project itself
     */
    public record Buildspec(String file, String text, @Nullable Revision revision) {
        /** A commit of a CodeCommit repository. */
        public record Revision(String repository, String commitId) {}
    }

    /**
     * @param project the build project's name
     * @param image of the build's container
     * @param privileged whether its container may run a Docker daemon
     * @param buildspec the file's name or the text itself; empty for {@code buildspec.yml}
     * @param serviceRole ARN
     * @param sourceVersion the revision that it built, as resolved; empty until then
     * @param inVpc whether it runs in a VPC, where it needs a way out of its own
     */
    public record Settings(
            String project,
            String image,
            boolean privileged,
            String buildspec,
            String serviceRole,
            String sourceVersion,
            boolean inVpc) {}

    /** @param context what CodeBuild says of a phase that did not succeed; empty otherwise */
    public record Phase(String type, Status status, Span span, String context) {}
}
