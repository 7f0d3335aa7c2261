package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.BuildSnapshot.Settings;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;

/** Reads a build; one that is over is read once. Used by one thread at a time. */
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
                build.phases().stream().map(phase -> phase(build, phase)).toList(),
                logs == null ? null : logs.groupName(),
                logs == null ? null : logs.streamName(),
                settings(build),
                null);
    }

    /** The phase COMPLETED has neither status nor end: it is only the mark that the build is over. */
    private static BuildSnapshot.Phase phase(Build build, BuildPhase phase) {
        boolean mark = phase.phaseType() == BuildPhaseType.COMPLETED;
        return new BuildSnapshot.Phase(
                phase.phaseTypeAsString(),
                phase.phaseStatus() != null
                        ? Status.of(phase.phaseStatusAsString())
                        : mark ? Status.of(build.buildStatusAsString()) : Status.IN_PROGRESS,
                new Span(phase.startTime(), mark && phase.endTime() == null ? phase.startTime() : phase.endTime()),
                phase.contexts().stream()
                        .filter(context -> context.statusCode() != null
                                && !context.statusCode().isEmpty()
                                && !context.statusCode().equals("OK"))
                        .map(context -> context.statusCode() + ": " + StageReading.said(context.message()))
                        .findFirst()
                        .orElse(""));
    }

    private static @Nullable Settings settings(Build build) {
        var environment = build.environment();
        return environment == null
                ? null
                : new Settings(
                        StageReading.said(build.projectName()),
                        StageReading.said(environment.image()),
                        Boolean.TRUE.equals(environment.privilegedMode()),
                        build.source() == null ? "" : StageReading.said(build.source().buildspec()),
                        StageReading.said(build.serviceRole()),
                        StageReading.said(build.resolvedSourceVersion()),
                        build.vpcConfig() != null && build.vpcConfig().vpcId() != null);
    }
}
