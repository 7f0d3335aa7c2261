package companion.monitor.read;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;

/**
 * Reads of a pipeline what a monitor wall shows, with as few requests as that takes: its state each time (1), its latest
 * executions when the state shows that they changed (1; each time where they run in parallel), and once per execution (a few times for one that failed) whether what it deployed was rolled back (1 for
 * each CodeDeploy action). Used by one thread at a time.
 */
public final class PipelineGlance {
    /** Enough to tell how long an execution usually takes. */
    private static final int EXECUTIONS = 12;

    private static final int CHECKS = 3;

    private static final Pattern DEPLOYMENT = Pattern.compile("d-[A-Z0-9]{9}");

    private final Connection connection;
    private final String name;
    private boolean parallel;
    private @Nullable String listedAt;
    private List<ExecutionSnapshot> executions = List.of();
    private @Nullable String last;
    private @Nullable String checked;
    private int checks;
    private @Nullable RolledBack rolledBack;

    /**
     * @param stages without what only the declaration says of their actions: provider, category, run order
     * @param executions the newest first
     * @param rolledBack what the latest execution deployed and CodeDeploy took back, or null
     */
    public record Seen(
            List<StageSnapshot> stages, List<ExecutionSnapshot> executions, @Nullable RolledBack rolledBack) {
        public Seen {
            stages = List.copyOf(stages);
            executions = List.copyOf(executions);
        }
    }

    /** @param reason in CodeDeploy's words; empty if it gives none */
    public record RolledBack(String deployment, String reason) {}

    public PipelineGlance(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * A pipeline that there is.
     *
     * @param parallel whether its executions run in parallel
     */
    public record Listed(String name, boolean parallel) {}

    /**
     * All pipelines of the account and region.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as AWS answers
     */
    public static List<Listed> list(Connection connection) {
        return connection
                .codePipeline()
                .listPipelinesPaginator(request -> request.maxResults(1000))
                .pipelines()
                .stream()
                .map(pipeline -> new Listed(pipeline.name(), pipeline.executionMode() == ExecutionMode.PARALLEL))
                .toList();
    }

    /** Says whether its executions run in parallel: the state of the stages then does not tell which there are. */
    public void parallel(boolean now) {
        parallel = now;
    }

    /** @throws software.amazon.awssdk.core.exception.SdkException as AWS answers */
    public Seen read() {
        var state = connection.codePipeline().getPipelineState(request -> request.name(name));
        list(state);
        var stages = state.stageStates().stream()
                .map(stage -> StageReading.stage(stage, connection.region(), List.of(), Collections.emptyMap()))
                .toList();
        check(stages);
        return new Seen(stages, executions, rolledBack);
    }

    private void list(GetPipelineStateResponse state) {
        var marks = StateMarks.ofExecutions(state);
        boolean rests = state.stageStates().stream().noneMatch(StateMarks::isMoving);
        boolean open = executions.stream().anyMatch(execution -> !execution.status().isOver());
        // While all stages rest, an execution that is open by the list may have ended, unless it waits at a transition.
        boolean held = state.stageStates().stream().anyMatch(stage -> stage.inboundExecution() != null);
        if (marks.equals(listedAt) && !(open && rests && !held) && !parallel) {
            return;
        }
        executions = connection
                .codePipeline()
                .listPipelineExecutions(request -> request.pipelineName(name).maxResults(EXECUTIONS))
                .pipelineExecutionSummaries()
                .stream()
                .map(ExecutionReading::execution)
                .sorted(ExecutionHistory.NEWEST_FIRST)
                .toList();
        listedAt = marks;
    }

    /** CodePipeline does not tell that CodeDeploy took back what an action had deployed, so CodeDeploy is asked, once. */
    private void check(List<StageSnapshot> stages) {
        var latest = executions.stream().findFirst().filter(execution -> execution.status().isOver());
        if (latest.isEmpty()) {
            rolledBack = null;
            checked = null;
            checks = 0;
            return;
        }
        var id = latest.get().id();
        if (!id.equals(last)) {
            last = id;
            checks = 0;
        }
        if (id.equals(checked)) {
            return;
        }
        try {
            rolledBack = rolledBack(id, stages);
            // Which deployment rolls one back that failed is known only some time later.
            checks++;
            boolean open = rolledBack == null && latest.get().status() == Status.FAILED && checks < CHECKS;
            checked = open ? null : id;
        } catch (AwsServiceException e) {
            // It deploys to another account or Region, or may not be looked at: that says nothing against the pipeline.
            rolledBack = null;
            checked = AwsErrors.isFinal(e) ? id : null;
        }
    }

    private @Nullable RolledBack rolledBack(String id, List<StageSnapshot> stages) {
        return stages.stream()
                .filter(stage -> id.equals(stage.executionId()))
                .flatMap(stage -> stage.actions().stream())
                .map(action -> action.externalId())
                .filter(Objects::nonNull)
                .filter(deployment -> DEPLOYMENT.matcher(deployment).matches())
                .flatMap(deployment -> rolledBack(deployment).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<RolledBack> rolledBack(String deployment) {
        var info = connection
                .codeDeploy()
                .getDeployment(request -> request.deploymentId(deployment))
                .deploymentInfo();
        var rollback = info.rollbackInfo();
        if (rollback == null || rollback.rollbackDeploymentId() == null) {
            return Optional.empty();
        }
        var error = info.errorInformation();
        return Optional.of(new RolledBack(
                deployment,
                error == null
                        ? StageReading.said(rollback.rollbackMessage())
                        : error.codeAsString() + ": " + StageReading.said(error.message())));
    }
}
