package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.aws.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;

/** Reading what the pipeline has done and does, and the builds and deployments that it started outside of itself. */
final class Executions {
    private static final Set<DeploymentStatus> UNDER_WAY = Set.of(
            DeploymentStatus.CREATED,
            DeploymentStatus.QUEUED,
            DeploymentStatus.IN_PROGRESS,
            DeploymentStatus.BAKING,
            DeploymentStatus.READY);

    private final Connection aws;

    Executions(Connection aws) {
        this.aws = aws;
    }

    /** Newest first; none if there is no pipeline. */
    List<PipelineExecutionSummary> all() {
        return Absence.unless(
                        PipelineNotFoundException.class,
                        () -> aws.codePipeline().listPipelineExecutions(it -> it.pipelineName(Names.PIPELINE)))
                .map(answer -> answer.pipelineExecutionSummaries())
                .orElse(List.of());
    }

    Optional<PipelineExecutionSummary> ofCommit(String commit) {
        return all().stream()
                .filter(it -> it.sourceRevisions().stream().anyMatch(source -> commit.equals(source.revisionId())))
                .findFirst();
    }

    static boolean isUnderWay(PipelineExecutionSummary execution) {
        return execution.status() == PipelineExecutionStatus.IN_PROGRESS
                || execution.status() == PipelineExecutionStatus.STOPPING;
    }

    static boolean isUnderWay(DeploymentInfo deployment) {
        return UNDER_WAY.contains(deployment.status());
    }

    /** Newest first. */
    List<ActionExecutionDetail> actions(String executionId) {
        return aws.codePipeline()
                .listActionExecutions(
                        it -> it.pipelineName(Names.PIPELINE).filter(filter -> filter.pipelineExecutionId(executionId)))
                .actionExecutionDetails();
    }

    /** The newest try of an action. */
    Optional<ActionExecutionDetail> action(String executionId, String name) {
        return actions(executionId).stream()
                .filter(it -> name.equals(it.actionName()))
                .findFirst();
    }

    static Optional<String> externalId(ActionExecutionDetail action) {
        return Optional.ofNullable(action.output())
                .map(output -> output.executionResult())
                .map(result -> result.externalExecutionId());
    }

    Optional<DeploymentInfo> deployment(String executionId) {
        return action(executionId, "Deploy").flatMap(Executions::externalId).map(this::getDeployment);
    }

    DeploymentInfo getDeployment(String id) {
        return aws.codeDeploy().getDeployment(it -> it.deploymentId(id)).deploymentInfo();
    }

    /** Whether the build that an execution started still runs: abandoning an execution does not stop it. */
    Optional<String> runningBuild(String executionId) {
        return action(executionId, "Build").flatMap(Executions::externalId).filter(this::isRunning);
    }

    boolean isRunning(String buildId) {
        return aws.codeBuild().batchGetBuilds(it -> it.ids(buildId)).builds().stream()
                .anyMatch(build -> build.buildStatus() == StatusType.IN_PROGRESS);
    }
}
