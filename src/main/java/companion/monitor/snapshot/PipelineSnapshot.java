package companion.monitor.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline at one moment.
 *
 * @param type V1 or V2
 * @param executionMode SUPERSEDED, QUEUED or PARALLEL
 * @param stages in order
 * @param executions newest first
 */
public record PipelineSnapshot(
        String name,
        int version,
        String type,
        String executionMode,
        List<StageSnapshot> stages,
        List<ExecutionSnapshot> executions) {

    public PipelineSnapshot {
        stages = List.copyOf(stages);
        executions = List.copyOf(executions);
    }

    /** @param inbound the transition into the stage
     * @param inboundExecutionId the execution that waits before it, or null */
    public record StageSnapshot(
            String name,
            Status status,
            @Nullable String executionId,
            Transition inbound,
            @Nullable String inboundExecutionId,
            List<ActionSnapshot> actions) {
        public StageSnapshot {
            actions = List.copyOf(actions);
        }

        /** From the start of its first action to the end of its last. */
        public Span span() {
            var start = actions.stream()
                    .map(action -> action.span().start())
                    .filter(java.util.Objects::nonNull)
                    .min(Instant::compareTo);
            boolean open = !status.isOver();
            var end = actions.stream()
                    .map(action -> action.span().end())
                    .filter(java.util.Objects::nonNull)
                    .max(Instant::compareTo);
            return new Span(start.orElse(null), open ? null : end.orElse(null));
        }
    }

    /** @param reason why it is disabled; empty while it is enabled */
    public record Transition(boolean enabled, String reason) {}

    /**
     * @param provider as AWS names it: CodeCommit, CodeBuild, CodeDeployToECS, Manual
     * @param about what it works on: repository, project, deployment group
     * @param summary as the action says it
     * @param externalId build id or deployment id
     * @param token for an approval that waits
     */
    public record ActionSnapshot(
            String name,
            int runOrder,
            String category,
            String provider,
            String about,
            Status status,
            Span span,
            @Nullable String summary,
            @Nullable String revisionId,
            @Nullable String externalId,
            @Nullable String externalUrl,
            @Nullable Failure failure,
            @Nullable String token) {}

    /** @param code AWS's */
    public record Failure(String code, String message) {}

    /** @param triggerType for example CloudWatchEvent or StartPipelineExecution */
    public record ExecutionSnapshot(
            String id,
            Status status,
            String type,
            String triggerType,
            String triggerDetail,
            Span span,
            @Nullable String commitId,
            @Nullable String commitMessage) {}

    public Optional<ExecutionSnapshot> latest() {
        return executions.stream().findFirst();
    }

    /**
     * Whether what a stage shows is of the latest execution. One that is over and was not reached yet still shows what an
     * earlier execution did.
     */
    public boolean isCurrent(StageSnapshot stage) {
        return !stage.status().isOver()
                || latest().map(ExecutionSnapshot::id).filter(id -> id.equals(stage.executionId())).isPresent();
    }

    /** The first action of a provider in the stages that show the latest execution. */
    public Optional<ActionSnapshot> currentAction(String provider) {
        return stages.stream()
                .filter(this::isCurrent)
                .flatMap(stage -> stage.actions().stream())
                .filter(action -> action.provider().equals(provider))
                .findFirst();
    }
}
