package companion.monitor.act;

import companion.aws.Connection;
import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.Release;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.ContinueDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.DeploymentWaitType;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentRequest;
import software.amazon.awssdk.services.codepipeline.model.DisableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.EnableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.RetryStageExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.StageTransitionType;
import software.amazon.awssdk.services.codepipeline.model.StartPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionRequest;

/** The acts that a release allows now, and doing them. */
public final class Steering {
    private final Connection connection;

    public Steering(Connection connection) {
        this.connection = connection;
    }

    /** What can be done, and for the rest why not. Calls nothing. */
    public static List<Act> acts(ReleaseSnapshot snapshot) {
        var acts = new ArrayList<Act>();
        var pipeline = snapshot.pipeline();
        acts.add(
                pipeline == null
                        ? Act.blocked(Kind.RELEASE_CHANGE, "Release change", "There is no pipeline yet.")
                        : Act.possible(
                                Kind.RELEASE_CHANGE,
                                "Release change",
                                StartPipelineExecutionRequest.builder().name(pipeline.name()).build()));
        acts.add(retry(pipeline));
        acts.add(stop(pipeline, false));
        acts.add(stop(pipeline, true));
        acts.add(endWait(snapshot.deployment()));
        acts.add(stopAndRollBack(snapshot.deployment()));
        return acts;
    }

    /** Opens or closes the transition into a stage. */
    public static Act transition(PipelineSnapshot pipeline, StageSnapshot stage) {
        return stage.inbound().enabled()
                ? Act.possible(
                        Kind.DISABLE_TRANSITION,
                        "Disable transition to " + stage.name(),
                        DisableStageTransitionRequest.builder()
                                .pipelineName(pipeline.name())
                                .stageName(stage.name())
                                .transitionType(StageTransitionType.INBOUND)
                                .reason("Held from the live view")
                                .build())
                : Act.possible(
                        Kind.ENABLE_TRANSITION,
                        "Enable transition to " + stage.name(),
                        EnableStageTransitionRequest.builder()
                                .pipelineName(pipeline.name())
                                .stageName(stage.name())
                                .transitionType(StageTransitionType.INBOUND)
                                .build());
    }

    /**
     * Does it.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as AWS answers
     */
    public void perform(Act act) {
        switch (act.request()) {
            case StartPipelineExecutionRequest request -> connection.codePipeline().startPipelineExecution(request);
            case RetryStageExecutionRequest request -> connection.codePipeline().retryStageExecution(request);
            case StopPipelineExecutionRequest request -> connection.codePipeline().stopPipelineExecution(request);
            case DisableStageTransitionRequest request -> connection.codePipeline().disableStageTransition(request);
            case EnableStageTransitionRequest request -> connection.codePipeline().enableStageTransition(request);
            case ContinueDeploymentRequest request -> connection.codeDeploy().continueDeployment(request);
            case StopDeploymentRequest request -> connection.codeDeploy().stopDeployment(request);
            case null, default -> throw new IllegalArgumentException(act.label() + " cannot be done: "
                    + act.blocked().orElse("it has no request"));
        }
    }

    private static Act retry(@Nullable PipelineSnapshot pipeline) {
        var failed = pipeline == null
                ? null
                : pipeline.stages().stream()
                        .filter(stage -> stage.status() == Status.FAILED)
                        .findFirst()
                        .orElse(null);
        return failed == null
                ? Act.blocked(Kind.RETRY_STAGE, "Retry stage", "No stage has failed.")
                : Act.possible(
                        Kind.RETRY_STAGE,
                        "Retry " + failed.name(),
                        RetryStageExecutionRequest.builder()
                                .pipelineName(pipeline.name())
                                .stageName(failed.name())
                                .pipelineExecutionId(failed.executionId())
                                .retryMode(StageRetryMode.FAILED_ACTIONS)
                                .build());
    }

    private static Act stop(@Nullable PipelineSnapshot pipeline, boolean abandon) {
        var kind = abandon ? Kind.ABANDON_EXECUTION : Kind.STOP_EXECUTION;
        var label = abandon ? "Stop and abandon" : "Stop execution";
        var running = pipeline == null
                ? null
                : pipeline.executions().stream()
                        .filter(execution -> !execution.status().isOver())
                        .findFirst()
                        .orElse(null);
        return running == null
                ? Act.blocked(kind, label, "No execution is running.")
                : Act.possible(
                        kind,
                        label,
                        StopPipelineExecutionRequest.builder()
                                .pipelineName(pipeline.name())
                                .pipelineExecutionId(running.id())
                                .abandon(abandon)
                                .reason("Stopped from the live view")
                                .build());
    }

    private static Act endWait(@Nullable DeploymentSnapshot deployment) {
        return deployment == null || deployment.waiting() == null
                ? Act.blocked(Kind.END_WAIT, "End the wait now", "The deployment does not wait.")
                : Act.possible(
                        Kind.END_WAIT,
                        "End the wait now",
                        ContinueDeploymentRequest.builder()
                                .deploymentId(deployment.id())
                                .deploymentWaitType(
                                        deployment.waiting().kind() == DeploymentSnapshot.Wait.Kind.READY
                                                ? DeploymentWaitType.READY_WAIT
                                                : DeploymentWaitType.TERMINATION_WAIT)
                                .build());
    }

    private static Act stopAndRollBack(@Nullable DeploymentSnapshot deployment) {
        return deployment == null || deployment.status().isOver()
                ? Act.blocked(Kind.STOP_AND_ROLL_BACK, "Stop and roll back", "No deployment is running.")
                : Act.possible(
                        Kind.STOP_AND_ROLL_BACK,
                        "Stop and roll back",
                        StopDeploymentRequest.builder()
                                .deploymentId(deployment.id())
                                .autoRollbackEnabled(true)
                                .build());
    }
}
