package companion.practice.codebuild;

import companion.practice.fabric.PipelineBuilds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.PhaseContext;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.StatusType;

/** One build: what it was started with, and how far it has come. */
final class BuildJob {
    final String id;
    final String arn;
    final String uuid;
    final long number;
    /** The project as it was when the build started, with the overrides of StartBuild. */
    final Project settings;

    final String initiator;
    final Instant started;
    final PipelineBuilds.@Nullable Request pipeline;
    final @Nullable String sourceVersion;
    final Map<String, String> exported = new LinkedHashMap<>();

    private final List<BuildPhase> phases = new ArrayList<>();
    private StatusType status = StatusType.IN_PROGRESS;
    private @Nullable Instant ended;

    @Nullable
    String resolvedSourceVersion;

    @Nullable
    String logGroup;

    @Nullable
    String logStream;

    @Nullable
    String artifactLocation;

    @Nullable
    String artifactSha256;

    @Nullable
    String artifactMd5;

    BuildJob(
            String arn,
            String uuid,
            long number,
            Project settings,
            String initiator,
            Instant started,
            PipelineBuilds.@Nullable Request pipeline,
            @Nullable String sourceVersion) {
        this.id = settings.name() + ":" + uuid;
        this.arn = arn;
        this.uuid = uuid;
        this.number = number;
        this.settings = settings;
        this.initiator = initiator;
        this.started = started;
        this.pipeline = pipeline;
        this.sourceVersion = sourceVersion;
        this.resolvedSourceVersion = pipeline == null ? null : pipeline.resolvedSourceVersion();
    }

    void begin(BuildPhaseType type, Instant now) {
        phases.add(BuildPhase.builder().phaseType(type).startTime(now).build());
    }

    /** Ends the current phase. */
    BuildPhase end(StatusType result, Instant now, @Nullable PhaseContext context) {
        var open = phases.removeLast();
        var closed = open.toBuilder()
                .phaseStatus(result)
                .endTime(now)
                .durationInSeconds(
                        Math.round(Duration.between(open.startTime(), now).toMillis() / 1000.0));
        if (open.phaseType() != BuildPhaseType.SUBMITTED) {
            closed.contexts(
                    context == null
                            ? PhaseContext.builder().statusCode("").message("").build()
                            : context);
        }
        phases.add(closed.build());
        return phases.getLast();
    }

    void complete(StatusType result, Instant now) {
        begin(BuildPhaseType.COMPLETED, now);
        status = result;
        ended = now;
    }

    BuildPhaseType currentPhase() {
        return phases.getLast().phaseType();
    }

    List<BuildPhase> phases() {
        return phases;
    }

    StatusType status() {
        return status;
    }

    boolean isComplete() {
        return ended != null;
    }

    @Nullable
    Instant ended() {
        return ended;
    }

    boolean hasFailed() {
        return phases.stream()
                .anyMatch(phase -> phase.phaseStatus() != null && phase.phaseStatus() != StatusType.SUCCEEDED);
    }

    boolean inVpc() {
        return settings.vpcConfig() != null;
    }
}
