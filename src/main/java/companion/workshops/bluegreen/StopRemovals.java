package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.workshop.CleanUp.Removal;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.Calls;
import companion.workshops.shared.RemovalStep;
import companion.workshops.shared.Site;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codebuild.model.ResourceNotFoundException;
import software.amazon.awssdk.services.codebuild.model.StopBuildRequest;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentRequest;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionRequest;

/** First of all nothing may start or go on: not an execution, nor a build or deployment that one has left behind. */
final class StopRemovals {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String REASON = "Cleaning up";

    private final Site site;
    private final Executions executions;
    private final Halt halt;

    StopRemovals(Site site) {
        this.site = site;
        this.executions = new Executions(site.connection());
        this.halt = new Halt(site.connection());
    }

    List<Removal> list() {
        return List.of(executions(), builds(), deployments());
    }

    private Removal executions() {
        return new RemovalStep(
                        site,
                        new Title(
                                "executions",
                                "Stop the pipeline's executions",
                                "CodePipeline",
                                "StopPipelineExecution"),
                        List.of(Calls.of(
                                site,
                                "CodePipeline",
                                StopPipelineExecutionRequest.builder()
                                        .pipelineName(Names.PIPELINE)
                                        .pipelineExecutionId("<PipelineExecutionId>")
                                        .abandon(true)
                                        .reason(REASON)
                                        .build())),
                        () -> executions.all().stream().anyMatch(Executions::isUnderWay),
                        _ -> {
                            var asked = new HashSet<String>();
                            site.pace().until(LIMIT, () -> {
                                var open = executions.all().stream()
                                        .filter(Executions::isUnderWay)
                                        .toList();
                                open.stream()
                                        .map(it -> it.pipelineExecutionId())
                                        .filter(asked::add)
                                        .forEach(id -> halt.execution(id, REASON));
                                return open.isEmpty() ? Optional.of(true) : Optional.empty();
                            });
                        })
                .in(Names.STOP, "CodePipeline executions " + Names.PIPELINE);
    }

    private Removal builds() {
        return new RemovalStep(
                        site,
                        new Title("builds", "Stop the builds", "CodeBuild", "StopBuild"),
                        List.of(Calls.of(
                                site,
                                "CodeBuild",
                                StopBuildRequest.builder().id("<BuildId>").build())),
                        () -> !runningBuilds().isEmpty(),
                        _ -> {
                            var asked = new HashSet<String>();
                            site.pace().until(LIMIT, () -> {
                                var open = runningBuilds();
                                open.stream().filter(asked::add).forEach(halt::build);
                                return open.isEmpty() ? Optional.of(true) : Optional.empty();
                            });
                        })
                .in(Names.STOP);
    }

    private List<String> runningBuilds() {
        return Absence.unless(
                        ResourceNotFoundException.class,
                        () -> site.connection().codeBuild().listBuildsForProject(it -> it.projectName(Names.PROJECT)))
                .map(answer -> answer.ids().stream()
                        .limit(20)
                        .filter(executions::isRunning)
                        .toList())
                .orElse(List.of());
    }

    private Removal deployments() {
        return new RemovalStep(
                        site,
                        new Title("deployments", "Stop the deployments", "CodeDeploy", "StopDeployment"),
                        List.of(Calls.of(
                                site,
                                "CodeDeploy",
                                StopDeploymentRequest.builder()
                                        .deploymentId("<DeploymentId>")
                                        .autoRollbackEnabled(false)
                                        .build())),
                        () -> !halt.deployments().isEmpty(),
                        _ -> {
                            var asked = new HashSet<String>();
                            site.pace().until(LIMIT, () -> {
                                var open = halt.deployments();
                                open.stream()
                                        .filter(it ->
                                                asked.add(it.deploymentId() + it.instanceTerminationWaitTimeStarted()))
                                        .forEach(halt::deployment);
                                return open.isEmpty() ? Optional.of(true) : Optional.empty();
                            });
                        })
                .in(Names.STOP);
    }
}
