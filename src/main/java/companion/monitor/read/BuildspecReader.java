package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.BuildSnapshot.Buildspec;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.Status;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads the buildspec of a build that failed, once for each build. Used by one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/codecommit/latest/APIReference/API_GetFile.html">GetFile</a>
 */
final class BuildspecReader {
    /** What a project looks for that names none. */
    private static final String USUAL = "buildspec.yml";

    private static final Set<String> SOURCES = Set.of("CodeCommit");

    private final Connection connection;
    private final PipelineReader pipelines;
    private String readOf = "";
    private @Nullable Buildspec last;

    BuildspecReader(Connection connection, PipelineReader pipelines) {
        this.connection = connection;
        this.pipelines = pipelines;
    }

    /** The build with its buildspec, where it failed and the buildspec can be read. */
    @Nullable BuildSnapshot with(@Nullable BuildSnapshot build, @Nullable PipelineSnapshot pipeline) {
        if (build == null || pipeline == null || build.status() != Status.FAILED || build.settings() == null) {
            return build;
        }
        if (!readOf.equals(build.id())) {
            readOf = build.id();
            last = read(build.settings().buildspec(), pipeline);
        }
        return last == null ? build : build.with(last);
    }

    private @Nullable Buildspec read(String named, PipelineSnapshot pipeline) {
        if (named.contains("\n")) {
            return new Buildspec("buildspec", named, null);
        }
        var source = named.startsWith("arn:") ? null : Focus.only(pipeline, SOURCES).orElse(null);
        if (source == null || source.action().revisionId() == null) {
            return null;
        }
        var repository = pipelines.configuration(pipeline.name(), source.stage().name(), source.action()).get("RepositoryName");
        var commit = source.action().revisionId();
        var path = named.isEmpty() ? USUAL : named;
        if (repository == null) {
            return null;
        }
        try {
            var content = connection.codeCommit()
                    .getFile(request -> request.repositoryName(repository).commitSpecifier(commit).filePath(path))
                    .fileContent();
            return new Buildspec(path, content.asString(StandardCharsets.UTF_8), new Buildspec.Revision(repository, commit));
        } catch (SdkException e) {
            // Without it the failure is told as well, only not the line; a viewer's role may well not read source code.
            return null;
        }
    }
}
