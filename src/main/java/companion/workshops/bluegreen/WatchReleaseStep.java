package companion.workshops.bluegreen;

import companion.source.WorkingCopy;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Clone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.codepipeline.model.ListPipelineExecutionsRequest;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

/**
 * Follows the pipeline execution of the pushed commit until all visitors are on the new tasks. The old tasks then
 * stay for the termination wait, which nobody has to sit through.
 */
final class WatchReleaseStep extends AwsStep {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration LIMIT = Duration.ofMinutes(60);

    private final Clone clone;
    private final Executions executions;
    private final ReleaseReport report;

    WatchReleaseStep(Clone clone) {
        super(
                clone.site(),
                new Title("watch", "Watch Source, Build and Deploy", "CodePipeline", "ListPipelineExecutions"));
        this.clone = clone;
        this.executions = new Executions(aws());
        this.report = new ReleaseReport(aws(), executions);
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(
                site,
                service(),
                ListPipelineExecutionsRequest.builder()
                        .pipelineName(Names.PIPELINE)
                        .build()));
    }

    private Optional<PipelineExecutionSummary> execution() throws Exception {
        var copy = clone.copy();
        var tip = copy.exists() ? copy.tip(clone.branch()) : Optional.<WorkingCopy.Commit>empty();
        return tip.flatMap(commit -> executions.ofCommit(commit.id()));
    }

    @Override
    public Check check() throws Exception {
        var execution = execution();
        if (execution.isEmpty()) {
            return new Check.Missing("No execution for the newest commit yet");
        }
        var id = execution.get().pipelineExecutionId();
        if (isReleased(execution.get())) {
            return Check.found(
                    "Released by execution " + id.substring(0, Math.min(8, id.length())), Output.text("Execution", id));
        }
        return new Check.Missing("Execution " + id + " is at " + execution.get().statusAsString());
    }

    private boolean isReleased(PipelineExecutionSummary execution) {
        return execution.status() == PipelineExecutionStatus.SUCCEEDED
                || execution.status() == PipelineExecutionStatus.IN_PROGRESS
                        && executions
                                .deployment(execution.pipelineExecutionId())
                                .filter(it -> Boolean.TRUE.equals(it.instanceTerminationWaitTimeStarted()))
                                .isPresent();
    }

    @Override
    public void run(Progress progress) throws Exception {
        var found = started(progress);
        if (found.status() == PipelineExecutionStatus.FAILED) {
            retry(found);
        }
        site.pace().until(LIMIT, () -> {
            var now = execution().orElseThrow();
            if (isReleased(now)) {
                return Optional.of(now);
            }
            if (!Executions.isUnderWay(now)) {
                throw report.failure(now);
            }
            report.tell(now, progress);
            return Optional.empty();
        });
    }

    private PipelineExecutionSummary started(Progress progress) throws Exception {
        progress.report("waiting for the push to start the pipeline");
        try {
            return site.pace().until(START_LIMIT, this::execution);
        } catch (TimeoutException e) {
            throw failure(
                    "RELEASE_NOT_STARTED",
                    "The push did not start the pipeline.",
                    "The event rule names another branch or repository than your push, or its role may not start the "
                            + "pipeline. Nothing reports an error in that case.",
                    "Run the stage Pipeline again, which checks the rule, then push once more.",
                    Names.RULE + ", branch " + clone.branch());
        }
    }

    /** Goes on in the same execution with what failed, once its cause is mended. */
    private void retry(PipelineExecutionSummary execution) {
        var id = execution.pipelineExecutionId();
        var failed = executions.actions(id).stream()
                .filter(it -> "Failed".equals(it.statusAsString()))
                .findFirst();
        if (failed.isPresent()) {
            aws().codePipeline()
                    .retryStageExecution(it -> it.pipelineName(Names.PIPELINE)
                            .stageName(failed.get().stageName())
                            .pipelineExecutionId(id)
                            .retryMode(StageRetryMode.FAILED_ACTIONS));
        }
    }
}
