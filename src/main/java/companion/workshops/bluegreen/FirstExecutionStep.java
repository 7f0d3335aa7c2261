package companion.workshops.bluegreen;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Progress;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Site;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

/**
 * Stops the execution that creating the pipeline started, with the build and the deployment that it may have left
 * behind: abandoned, they would still hold the deployment group when v2 comes.
 */
final class FirstExecutionStep extends AwsStep {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String REASON = "Nothing to release yet";

    private final Executions executions;
    private final Halt halt;

    FirstExecutionStep(Site site) {
        super(site, new Title("first-execution", "Stop the first execution", "CodePipeline", "StopPipelineExecution"));
        this.executions = new Executions(site.connection());
        this.halt = new Halt(site.connection());
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(
                site,
                service(),
                StopPipelineExecutionRequest.builder()
                        .pipelineName(Names.PIPELINE)
                        .pipelineExecutionId("<PipelineExecutionId>")
                        .abandon(true)
                        .reason(REASON)
                        .build()));
    }

    @Override
    public Check check() {
        var first = first();
        if (first.isEmpty()) {
            return executions.all().isEmpty()
                    ? new Check.Missing("No execution yet")
                    : Check.found("The first execution is no longer listed");
        }
        return underWay(first.get())
                .<Check>map(Check.Missing::new)
                .orElseGet(
                        () -> Check.found("The first execution: " + first.get().statusAsString()));
    }

    private Optional<PipelineExecutionSummary> first() {
        return executions.all().stream()
                .filter(it -> it.trigger() != null && it.trigger().triggerType() == TriggerType.CREATE_PIPELINE)
                .findFirst();
    }

    private Optional<String> underWay(PipelineExecutionSummary first) {
        if (Executions.isUnderWay(first)) {
            return Optional.of("The first execution is at " + first.statusAsString());
        }
        var build = executions.runningBuild(first.pipelineExecutionId());
        if (build.isPresent()) {
            return Optional.of("Its build " + build.get() + " still runs");
        }
        return executions
                .deployment(first.pipelineExecutionId())
                .filter(Executions::isUnderWay)
                .map(deployment -> "Its deployment " + deployment.deploymentId() + " still runs");
    }

    @Override
    public void run(Progress progress) throws Exception {
        var asked = new HashSet<String>();
        site.pace().until(LIMIT, () -> {
            var first = first();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            var open = underWay(first.get());
            open.ifPresent(progress::report);
            stop(first.get(), asked);
            return open.isEmpty() ? Optional.of(first) : Optional.empty();
        });
    }

    private void stop(PipelineExecutionSummary first, Set<String> asked) {
        var id = first.pipelineExecutionId();
        if (Executions.isUnderWay(first)) {
            if (asked.add(id)) {
                halt.execution(id, REASON);
            }
            return;
        }
        executions.runningBuild(id).filter(asked::add).ifPresent(halt::build);
        executions
                .deployment(id)
                .filter(Executions::isUnderWay)
                .filter(deployment ->
                        asked.add(deployment.deploymentId() + deployment.instanceTerminationWaitTimeStarted()))
                .ifPresent(halt::deployment);
    }
}
