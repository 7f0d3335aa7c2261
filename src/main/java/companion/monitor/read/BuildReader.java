package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;

/** Reads a build; one that is over is read once. */
final class BuildReader {
    private final Connection connection;
    private @Nullable BuildSnapshot last;

    BuildReader(Connection connection) {
        this.connection = connection;
    }

    @Nullable BuildSnapshot read(@Nullable String id) {
        if (id == null) {
            return null;
        }
        if (last == null || !last.id().equals(id) || !last.status().isOver()) {
            last = connection.codeBuild().batchGetBuilds(request -> request.ids(id)).builds().stream()
                    .findFirst()
                    .map(BuildReader::snapshot)
                    .orElse(null);
        }
        return last;
    }

    private static BuildSnapshot snapshot(Build build) {
        var logs = build.logs();
        return new BuildSnapshot(
                build.id(),
                build.buildNumber() == null ? 0 : build.buildNumber(),
                Status.of(build.buildStatusAsString()),
                new Span(build.startTime(), build.endTime()),
                build.phases().stream().map(BuildReader::phase).toList(),
                logs == null ? null : logs.groupName(),
                logs == null ? null : logs.streamName());
    }

    private static BuildSnapshot.Phase phase(BuildPhase phase) {
        return new BuildSnapshot.Phase(
                phase.phaseTypeAsString(),
                phase.phaseStatus() == null ? Status.IN_PROGRESS : Status.of(phase.phaseStatusAsString()),
                new Span(phase.startTime(), phase.endTime()),
                phase.contexts().stream()
                        .filter(context -> context.statusCode() != null && !context.statusCode().isEmpty())
                        .map(context -> context.statusCode() + ": " + context.message())
                        .findFirst()
                        .orElse(""));
    }
}
