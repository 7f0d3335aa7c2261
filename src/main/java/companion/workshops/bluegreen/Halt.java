package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.aws.Connection;
import java.util.List;
import software.amazon.awssdk.services.codedeploy.model.ApplicationDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentAlreadyCompletedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.DeploymentWaitType;
import software.amazon.awssdk.services.codepipeline.model.DuplicatedStopRequestException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionNotStoppableException;

/** Stopping what runs. What has ended in the meantime is not an error. */
final class Halt {
    private final Connection aws;
    private final Executions executions;

    Halt(Connection aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    /** Stops and abandons; the build or deployment that it started goes on by itself. */
    void execution(String id, String reason) {
        Absence.unless(
                error -> error instanceof PipelineExecutionNotStoppableException
                        || error instanceof DuplicatedStopRequestException,
                () -> aws.codePipeline()
                        .stopPipelineExecution(it -> it.pipelineName(Names.PIPELINE)
                                .pipelineExecutionId(id)
                                .abandon(true)
                                .reason(reason)));
    }

    void build(String id) {
        aws.codeBuild().stopBuild(it -> it.id(id));
    }

    /** Stops a deployment, or ends its last wait where the traffic is already on the new tasks. */
    void deployment(DeploymentInfo deployment) {
        var id = deployment.deploymentId();
        Absence.unless(DeploymentAlreadyCompletedException.class, () -> {
            if (Boolean.TRUE.equals(deployment.instanceTerminationWaitTimeStarted())) {
                return aws.codeDeploy()
                        .continueDeployment(
                                it -> it.deploymentId(id).deploymentWaitType(DeploymentWaitType.TERMINATION_WAIT));
            }
            return aws.codeDeploy().stopDeployment(it -> it.deploymentId(id).autoRollbackEnabled(false));
        });
    }

    /** The deployments of the group that have not ended. */
    List<DeploymentInfo> deployments() {
        return Absence.unless(
                        error -> error instanceof ApplicationDoesNotExistException
                                || error instanceof DeploymentGroupDoesNotExistException,
                        () -> aws.codeDeploy()
                                .listDeployments(it -> it.applicationName(Names.APPLICATION)
                                        .deploymentGroupName(Names.DEPLOYMENT_GROUP)
                                        .includeOnlyStatuses(
                                                DeploymentStatus.CREATED,
                                                DeploymentStatus.QUEUED,
                                                DeploymentStatus.IN_PROGRESS,
                                                DeploymentStatus.READY)))
                .map(answer -> answer.deployments().stream()
                        .map(executions::getDeployment)
                        .toList())
                .orElse(List.of());
    }
}
