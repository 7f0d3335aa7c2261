package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;

/**
 * Reads what became of a pipeline's executions. CodePipeline keeps them for a year. Used by one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/executions-view.html">Execution history</a>
 */
public final class ExecutionHistory {
    static final Comparator<ExecutionSnapshot> NEWEST_FIRST = Comparator.comparing(
            execution -> execution.span().start(), Comparator.nullsFirst(Comparator.reverseOrder()));

    private static final int PAGE = 100;

    private final Connection connection;

    public ExecutionHistory(Connection connection) {
        this.connection = connection;
    }

    /** The newest executions first, as many as there are, or as {@code limit} says. */
    public List<ExecutionSnapshot> list(String pipeline, int limit) {
        return connection
                .codePipeline()
                .listPipelineExecutionsPaginator(
                        request -> request.pipelineName(pipeline).maxResults(Math.min(PAGE, limit)))
                .pipelineExecutionSummaries()
                .stream()
                .limit(limit)
                .map(ExecutionReading::execution)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /**
     * The executions that a stage of a V2 pipeline can be rolled back to, newest first: those of this version of the pipeline that
     * succeeded in it and are no rollback themselves (facts, section 2).
     */
    public List<ExecutionSnapshot> succeededIn(String pipeline, String stage) {
        return connection
                .codePipeline()
                .listPipelineExecutionsPaginator(request -> request.pipelineName(pipeline)
                        .maxResults(PAGE)
                        .filter(filter -> filter.succeededInStage(in -> in.stageName(stage))))
                .pipelineExecutionSummaries()
                .stream()
                .map(ExecutionReading::execution)
                .filter(execution -> !execution.isRollback())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** What became of an execution, all attempts of its actions included. */
    public ExecutionRun run(String pipeline, ExecutionSnapshot execution) {
        var details = new ArrayList<ActionExecutionDetail>();
        connection
                .codePipeline()
                .listActionExecutionsPaginator(request -> request.pipelineName(pipeline)
                        .maxResults(PAGE)
                        .filter(filter -> filter.pipelineExecutionId(execution.id())))
                .actionExecutionDetails()
                .forEach(details::add);
        var variables = new TreeMap<String, String>();
        connection
                .codePipeline()
                .getPipelineExecution(
                        request -> request.pipelineName(pipeline).pipelineExecutionId(execution.id()))
                .pipelineExecution()
                .variables()
                .forEach(variable -> variables.put(
                        "variables." + variable.name(), StageReading.said(variable.resolvedValue())));
        return RunReading.run(execution, details, variables);
    }
}
