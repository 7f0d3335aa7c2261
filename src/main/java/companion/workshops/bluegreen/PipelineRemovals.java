package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.aws.Connection;
import companion.workshop.CleanUp.Removal;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.Calls;
import companion.workshops.shared.RemovalStep;
import companion.workshops.shared.Site;
import java.util.List;
import java.util.concurrent.Callable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.codebuild.model.DeleteProjectRequest;
import software.amazon.awssdk.services.codedeploy.model.ApplicationDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupDoesNotExistException;
import software.amazon.awssdk.services.codepipeline.model.DeletePipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The pipeline and what belongs to it; the rule first, so that no push starts it again. */
final class PipelineRemovals {
    private final Site site;
    private final Connection aws;

    PipelineRemovals(Site site) {
        this.site = site;
        this.aws = site.connection();
    }

    List<Removal> list() {
        return List.of(rule(), pipeline(), deploymentGroup(), application(), project(), logGroup());
    }

    private Removal removal(
            String id,
            String what,
            String service,
            SdkPojo request,
            Callable<Boolean> isThere,
            Runnable remove,
            String entryId) {
        var operation = request.getClass().getSimpleName().replaceFirst("Request$", "");
        return new RemovalStep(
                        site,
                        new Title(id, "Remove the " + what, service, operation),
                        List.of(Calls.of(site, service, request)),
                        isThere,
                        _ -> remove.run())
                .in(Names.PIPELINE_GROUP, entryId);
    }

    private Removal rule() {
        var delete = DeleteRuleRequest.builder().name(Names.RULE).build();
        var targets = RemoveTargetsRequest.builder()
                .rule(Names.RULE)
                .ids(Names.PIPELINE)
                .build();
        return new RemovalStep(
                        site,
                        new Title("rule", "Remove the event rule", "EventBridge", "DeleteRule"),
                        List.of(Calls.of(site, "EventBridge", targets), Calls.of(site, "EventBridge", delete)),
                        () -> Absence.unless(
                                        ResourceNotFoundException.class,
                                        () -> aws.eventBridge().describeRule(it -> it.name(Names.RULE)))
                                .isPresent(),
                        _ -> {
                            var ids = aws.eventBridge().listTargetsByRule(it -> it.rule(Names.RULE)).targets().stream()
                                    .map(Target::id)
                                    .toList();
                            if (!ids.isEmpty()) {
                                aws.eventBridge()
                                        .removeTargets(it -> it.rule(Names.RULE).ids(ids));
                            }
                            aws.eventBridge().deleteRule(delete);
                        })
                .in(Names.PIPELINE_GROUP, "EventBridge rule " + Names.RULE);
    }

    private Removal pipeline() {
        var request = DeletePipelineRequest.builder().name(Names.PIPELINE).build();
        return removal(
                "pipeline",
                "pipeline",
                "CodePipeline",
                request,
                () -> Absence.unless(
                                PipelineNotFoundException.class,
                                () -> aws.codePipeline().getPipeline(it -> it.name(Names.PIPELINE)))
                        .isPresent(),
                () -> aws.codePipeline().deletePipeline(request),
                "CodePipeline pipeline " + Names.PIPELINE);
    }

    private Removal deploymentGroup() {
        var request = DeleteDeploymentGroupRequest.builder()
                .applicationName(Names.APPLICATION)
                .deploymentGroupName(Names.DEPLOYMENT_GROUP)
                .build();
        return removal(
                "deployment-group",
                "deployment group",
                "CodeDeploy",
                request,
                () -> Absence.unless(
                                error -> error instanceof DeploymentGroupDoesNotExistException
                                        || error instanceof ApplicationDoesNotExistException,
                                () -> aws.codeDeploy()
                                        .getDeploymentGroup(it -> it.applicationName(Names.APPLICATION)
                                                .deploymentGroupName(Names.DEPLOYMENT_GROUP)))
                        .isPresent(),
                () -> aws.codeDeploy().deleteDeploymentGroup(request),
                "CodeDeploy deployment group " + Names.DEPLOYMENT_GROUP);
    }

    private Removal application() {
        var request = DeleteApplicationRequest.builder()
                .applicationName(Names.APPLICATION)
                .build();
        return removal(
                "application",
                "application",
                "CodeDeploy",
                request,
                () -> Absence.unless(
                                ApplicationDoesNotExistException.class,
                                () -> aws.codeDeploy().getApplication(it -> it.applicationName(Names.APPLICATION)))
                        .isPresent(),
                () -> aws.codeDeploy().deleteApplication(request),
                "CodeDeploy application " + Names.APPLICATION);
    }

    private Removal project() {
        var request = DeleteProjectRequest.builder().name(Names.PROJECT).build();
        return removal(
                "project",
                "build project",
                "CodeBuild",
                request,
                () -> !aws.codeBuild()
                        .batchGetProjects(it -> it.names(Names.PROJECT))
                        .projects()
                        .isEmpty(),
                () -> aws.codeBuild().deleteProject(request),
                "CodeBuild project " + Names.PROJECT);
    }

    private Removal logGroup() {
        var request =
                DeleteLogGroupRequest.builder().logGroupName(Names.LOG_GROUP).build();
        return removal(
                "log-group",
                "build log",
                "CloudWatch Logs",
                request,
                () -> aws.logs().describeLogGroups(it -> it.logGroupNamePrefix(Names.LOG_GROUP)).logGroups().stream()
                        .anyMatch(group -> group.logGroupName().equals(Names.LOG_GROUP)),
                () -> aws.logs().deleteLogGroup(request),
                "CloudWatch log group " + Names.LOG_GROUP);
    }
}
