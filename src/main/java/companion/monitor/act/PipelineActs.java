package companion.monitor.act;

import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ApprovalResult;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.DisableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.EnableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.PutApprovalResultRequest;
import software.amazon.awssdk.services.codepipeline.model.RetryStageExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.RollbackStageRequest;
import software.amazon.awssdk.services.codepipeline.model.SourceRevisionOverride;
import software.amazon.awssdk.services.codepipeline.model.SourceRevisionType;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.StageTransitionType;
import software.amazon.awssdk.services.codepipeline.model.StartPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionRequest;

/** What can be done to a pipeline and to its stages. Calls nothing. */
public final class PipelineActs {
    /** What CodePipeline takes as the reason of a closed transition. */
    private static final Pattern REASON = Pattern.compile("[a-zA-Z0-9!@ ().*?\\-]{1,300}");

    private static final int COMMENT = 512;
    private static final int STOP_REASON = 200;

    private PipelineActs() {}

    /** Starts an execution with the newest revisions. */
    public static Act release(@Nullable PipelineSnapshot pipeline) {
        return pipeline == null
                ? Act.blocked(Kind.RELEASE_CHANGE, "Release change", "There is no pipeline yet.")
                : Act.possible(
                        Kind.RELEASE_CHANGE,
                        "Release change",
                        StartPipelineExecutionRequest.builder().name(pipeline.name()).build());
    }

    /**
     * Starts an execution with another commit than the newest.
     *
     * @param sourceAction the source action whose revision it is
     */
    public static Act release(PipelineSnapshot pipeline, String sourceAction, String commitId) {
        var label = "Release commit " + commitId.substring(0, Math.min(7, commitId.length()));
        return commitId.isBlank()
                ? Act.blocked(Kind.RELEASE_CHANGE, "Release a commit", "Say which commit.")
                : Act.possible(
                        Kind.RELEASE_CHANGE,
                        label,
                        StartPipelineExecutionRequest.builder()
                                .name(pipeline.name())
                                .sourceRevisions(SourceRevisionOverride.builder()
                                        .actionName(sourceAction)
                                        .revisionType(SourceRevisionType.COMMIT_ID)
                                        .revisionValue(commitId)
                                        .build())
                                .build());
    }

    /** Retries the stage that failed: its failed actions only, or all of them. */
    public static Act retry(@Nullable PipelineSnapshot pipeline, StageRetryMode mode) {
        boolean all = mode == StageRetryMode.ALL_ACTIONS;
        var kind = all ? Kind.RETRY_STAGE_ALL_ACTIONS : Kind.RETRY_STAGE;
        var failed = pipeline == null
                ? null
                : pipeline.stages().stream()
                        .filter(stage -> stage.status() == Status.FAILED || !all && hasFailedBeside(stage))
                        .findFirst()
                        .orElse(null);
        return failed == null
                ? Act.blocked(kind, all ? "Retry stage, all actions" : "Retry stage", "No stage has failed.")
                : retry(pipeline, failed, mode);
    }

    /** Retries the actions of a stage that failed. */
    public static Act retryFailed(PipelineSnapshot pipeline, StageSnapshot stage) {
        return retry(pipeline, stage, StageRetryMode.FAILED_ACTIONS);
    }

    /** Retries all actions of a stage that failed. */
    public static Act retryAll(PipelineSnapshot pipeline, StageSnapshot stage) {
        return retry(pipeline, stage, StageRetryMode.ALL_ACTIONS);
    }

    public static Act retry(PipelineSnapshot pipeline, StageSnapshot stage, StageRetryMode mode) {
        boolean all = mode == StageRetryMode.ALL_ACTIONS;
        var kind = all ? Kind.RETRY_STAGE_ALL_ACTIONS : Kind.RETRY_STAGE;
        var label = "Retry " + stage.name() + (all ? ", all actions" : "");
        boolean beside = hasFailedBeside(stage);
        if (stage.status() != Status.FAILED && !beside) {
            return Act.blocked(kind, label, "Stage " + stage.name() + " has not failed.");
        }
        if (all && stage.actions().stream().anyMatch(PipelineActs::isRunning)) {
            return Act.blocked(kind, label, "Another action of the stage still runs.");
        }
        return Act.possible(
                kind,
                label,
                RetryStageExecutionRequest.builder()
                        .pipelineName(pipeline.name())
                        .stageName(stage.name())
                        .pipelineExecutionId(stage.executionId())
                        .retryMode(mode)
                        .build());
    }

    /** An action that failed can be retried before its stage has, while others of it still run. */
    private static boolean hasFailedBeside(StageSnapshot stage) {
        return stage.status() == Status.IN_PROGRESS
                && stage.actions().stream().anyMatch(action -> action.status() == Status.FAILED);
    }

    private static boolean isRunning(ActionSnapshot action) {
        return action.status() == Status.IN_PROGRESS || action.status() == Status.WAITING;
    }

    /**
     * Stops the newest execution that runs, or, where that is stopping already, the newest that is not.
     *
     * @param abandon whether not to wait for its actions; what they started in other services then goes on
     * @param reason shown with the execution; may be empty
     */
    public static Act stop(@Nullable PipelineSnapshot pipeline, boolean abandon, String reason) {
        var kind = abandon ? Kind.ABANDON_EXECUTION : Kind.STOP_EXECUTION;
        var label = abandon ? "Stop and abandon" : "Stop execution";
        var running = pipeline == null
                ? null
                : pipeline.executions().stream()
                        .filter(execution -> !execution.status().isOver())
                        .min(Comparator.comparing(execution -> execution.stopping() && !abandon))
                        .orElse(null);
        if (running == null) {
            return Act.blocked(kind, label, "No execution is running.");
        }
        if (running.stopping() && !abandon) {
            return Act.blocked(kind, label, "It is stopping already, and waits for its actions to end.");
        }
        return Act.possible(
                kind,
                label,
                StopPipelineExecutionRequest.builder()
                        .pipelineName(pipeline.name())
                        .pipelineExecutionId(running.id())
                        .abandon(abandon)
                        .reason(reason.isBlank() ? null : reason.substring(0, Math.min(STOP_REASON, reason.length())))
                        .build());
    }

    /**
     * Opens the transition into a stage, or closes it.
     *
     * @param reason why it is closed, which others see; of no meaning for opening it
     */
    public static Act transition(PipelineSnapshot pipeline, StageSnapshot stage, String reason) {
        if (!stage.inbound().enabled()) {
            return Act.possible(
                    Kind.ENABLE_TRANSITION,
                    "Enable transition to " + stage.name(),
                    EnableStageTransitionRequest.builder()
                            .pipelineName(pipeline.name())
                            .stageName(stage.name())
                            .transitionType(StageTransitionType.INBOUND)
                            .build());
        }
        var label = "Disable transition to " + stage.name();
        if (pipeline.stages().getFirst().name().equals(stage.name())) {
            return Act.blocked(Kind.DISABLE_TRANSITION, label, "No transition leads into the first stage.");
        }
        if (reason.isBlank()) {
            return Act.blocked(Kind.DISABLE_TRANSITION, label, "Give a reason; others will see it.");
        }
        if (!REASON.matcher(reason).matches()) {
            return Act.blocked(
                    Kind.DISABLE_TRANSITION,
                    label,
                    "The reason may have 300 letters, digits, blanks and ! @ ( ) . * ? - at most.");
        }
        return Act.possible(
                Kind.DISABLE_TRANSITION,
                label,
                DisableStageTransitionRequest.builder()
                        .pipelineName(pipeline.name())
                        .stageName(stage.name())
                        .transitionType(StageTransitionType.INBOUND)
                        .reason(reason)
                        .build());
    }

    /** Answers an approval; {@code comment} may be empty, and others see it. */
    public static Act answer(
            PipelineSnapshot pipeline, StageSnapshot stage, ActionSnapshot action, boolean approve, String comment) {
        var kind = approve ? Kind.APPROVE : Kind.REJECT;
        var label = (approve ? "Approve " : "Reject ") + action.name();
        if (action.token() == null || action.status() != Status.WAITING) {
            return Act.blocked(kind, label, action.name() + " does not wait for an approval.");
        }
        if (comment.length() > COMMENT) {
            return Act.blocked(kind, label, "The comment may have " + COMMENT + " characters at most.");
        }
        return Act.possible(
                kind,
                label,
                PutApprovalResultRequest.builder()
                        .pipelineName(pipeline.name())
                        .stageName(stage.name())
                        .actionName(action.name())
                        .token(action.token())
                        .result(ApprovalResult.builder()
                                .status(approve ? ApprovalStatus.APPROVED : ApprovalStatus.REJECTED)
                                .summary(comment)
                                .build())
                        .build());
    }

    /**
     * Takes a stage back to what an earlier execution did in it (facts, section 2).
     *
     * @param target one that succeeded in the stage; null while none is chosen
     */
    public static Act rollBack(PipelineSnapshot pipeline, StageSnapshot stage, @Nullable ExecutionSnapshot target) {
        var label = "Roll back " + stage.name();
        var why = rollBackBlocked(pipeline, stage, target);
        return why.isPresent() || target == null
                ? Act.blocked(Kind.ROLL_BACK_STAGE, label, why.orElse("No earlier execution succeeded in this stage."))
                : Act.possible(
                        Kind.ROLL_BACK_STAGE,
                        label,
                        RollbackStageRequest.builder()
                                .pipelineName(pipeline.name())
                                .stageName(stage.name())
                                .targetPipelineExecutionId(target.id())
                                .build());
    }

    private static Optional<String> rollBackBlocked(
            PipelineSnapshot pipeline, StageSnapshot stage, @Nullable ExecutionSnapshot target) {
        if (!pipeline.type().equals("V2")) {
            return Optional.of("Only pipelines of type V2 can roll a stage back; this one is " + pipeline.type() + ".");
        }
        if (pipeline.executionMode().equals("PARALLEL")) {
            return Optional.of("Where executions run in parallel, no stage can be rolled back.");
        }
        if (pipeline.stages().getFirst().name().equals(stage.name())) {
            return Optional.of("The source stage cannot be rolled back.");
        }
        if (stage.status() == Status.IN_PROGRESS) {
            return Optional.of("An execution is in the stage.");
        }
        if (target != null && target.isRollback()) {
            return Optional.of("The execution is a rollback itself. Choose the one that it went back to.");
        }
        if (target != null && target.id().equals(stage.executionId()) && stage.status() == Status.SUCCEEDED) {
            return Optional.of("The stage already shows what this execution did.");
        }
        return Optional.empty();
    }
}
