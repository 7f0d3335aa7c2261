package companion.monitor.act;

import companion.aws.Connection;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectRequest;
import software.amazon.awssdk.services.codedeploy.model.ContinueDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupRequest;
import software.amazon.awssdk.services.codepipeline.model.DisableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.EnableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.OverrideStageConditionRequest;
import software.amazon.awssdk.services.codepipeline.model.PutApprovalResultRequest;
import software.amazon.awssdk.services.codepipeline.model.RetryStageExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.RollbackStageRequest;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.StartPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionRequest;

/** The acts that a release allows now, and doing them. */
public final class Steering {
    private static final String READ_ONLY = "This account is read-only here. Turn read-only off to act on it.";

    private final Connection connection;

    public Steering(Connection connection) {
        this.connection = connection;
    }

    /** What can be done to the release as a whole, and for the rest why not. Calls nothing. */
    public static List<Act> acts(ReleaseSnapshot snapshot) {
        var pipeline = snapshot.pipeline();
        var deployment = snapshot.deployment();
        var always = List.of(
                PipelineActs.release(pipeline),
                PipelineActs.retry(pipeline, StageRetryMode.FAILED_ACTIONS),
                PipelineActs.retry(pipeline, StageRetryMode.ALL_ACTIONS),
                PipelineActs.stop(pipeline, false, ""),
                PipelineActs.stop(pipeline, true, ""),
                DeploymentActs.endWait(deployment),
                DeploymentActs.stop(deployment),
                DeploymentActs.stopAndRollBack(deployment));
        return Stream.concat(always.stream(), ConditionActs.overrides(pipeline).stream()).toList();
    }

    /** The approvals that wait, each to approve and to reject. Calls nothing. */
    public static List<Act> approvals(PipelineSnapshot pipeline, String comment) {
        return pipeline.stages().stream()
                .flatMap(stage -> stage.actions().stream()
                        .filter(action -> action.token() != null)
                        .flatMap(action -> Stream.of(true, false)
                                .map(approve -> PipelineActs.answer(pipeline, stage, action, approve, comment))))
                .toList();
    }

    /** The act as this connection allows it: one that only reads blocks all of them. */
    public Act allowed(Act act) {
        return connection.canWrite() ? act : act.blockedBy(READ_ONLY);
    }

    /**
     * Does it.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as AWS answers, or because the connection only reads
     * @throws IllegalArgumentException if it is blocked
     */
    public void perform(Act act) {
        perform(act, made -> {});
    }

    /**
     * Does it, and tells each operation that was made, so that it is known how far it came where AWS refuses one.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as AWS answers, or because the connection only reads
     * @throws IllegalArgumentException if it is blocked
     */
    public void perform(Act act, Consumer<String> made) {
        if (act.blocked().isPresent()) {
            throw new IllegalArgumentException(act.label() + " cannot be done: " + act.blocked().get());
        }
        for (var request : act.requests()) {
            call(request);
            made.accept(Act.operation(request));
        }
    }

    private void call(SdkPojo asked) {
        switch (asked) {
            case StartPipelineExecutionRequest request -> connection.codePipeline().startPipelineExecution(request);
            case RetryStageExecutionRequest request -> connection.codePipeline().retryStageExecution(request);
            case RollbackStageRequest request -> connection.codePipeline().rollbackStage(request);
            case StopPipelineExecutionRequest request -> connection.codePipeline().stopPipelineExecution(request);
            case PutApprovalResultRequest request -> connection.codePipeline().putApprovalResult(request);
            case DisableStageTransitionRequest request -> connection.codePipeline().disableStageTransition(request);
            case EnableStageTransitionRequest request -> connection.codePipeline().enableStageTransition(request);
            case OverrideStageConditionRequest request -> connection.codePipeline().overrideStageCondition(request);
            case ContinueDeploymentRequest request -> connection.codeDeploy().continueDeployment(request);
            case StopDeploymentRequest request -> connection.codeDeploy().stopDeployment(request);
            case UpdateDeploymentGroupRequest request -> connection.codeDeploy().updateDeploymentGroup(request);
            case UpdateProjectRequest request -> connection.codeBuild().updateProject(request);
            default -> throw new IllegalArgumentException(Act.operation(asked) + " is nothing that is done to a release");
        }
    }
}
