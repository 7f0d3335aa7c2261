package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;

/**
 * Reads a pipeline: its state each time, its declaration once per version, and its history only when the state changed since
 * the history was read. Used by one thread at a time.
 */
final class PipelineReader {
    private static final int PAGE = 100;

    /** The history may lag behind the state, or never tell of what an execution long gone left in a stage. */
    private static final int ASKED_AT_MOST = 3;

    private final Connection connection;
    private final Map<String, Known> known = new HashMap<>();

    /** What was read of one pipeline, and of which state. */
    private static final class Known {
        private @Nullable PipelineDeclaration declaration;
        private @Nullable Instant created;
        private @Nullable String listedAt;
        private List<ExecutionSnapshot> executions = List.of();
        private final Map<String, ActionExecutionDetail> details = new HashMap<>();
        private final Map<String, Integer> asked = new HashMap<>();
    }

    PipelineReader(Connection connection) {
        this.connection = connection;
    }

    /** @throws software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException if there is none */
    PipelineSnapshot read(String name) {
        var state = connection.codePipeline().getPipelineState(request -> request.name(name));
        var pipeline = known.computeIfAbsent(name, _ -> new Known());
        var declaration = declaration(pipeline, name, state);
        var executions = executions(pipeline, declaration, state);
        var details = details(pipeline, name, state);
        var stages = state.stageStates().stream()
                .map(stage -> StageReading.stage(
                        stage, connection.region(), declared(declaration, stage.stageName()), details))
                .toList();
        return new PipelineSnapshot(
                name,
                state.pipelineVersion(),
                declaration.pipelineTypeAsString() == null ? "V1" : declaration.pipelineTypeAsString(),
                declaration.executionModeAsString() == null ? "SUPERSEDED" : declaration.executionModeAsString(),
                stages,
                executions);
    }

    /** The configuration of an action as its last execution resolved it, or else as declared; empty if there is none. */
    Map<String, String> configuration(String pipeline, String stage, ActionSnapshot action) {
        var found = known.get(pipeline);
        if (found == null || found.declaration == null) {
            return Map.of();
        }
        var resolved = new HashMap<>(declared(found.declaration, stage).stream()
                .filter(each -> each.name().equals(action.name()))
                .map(ActionDeclaration::configuration)
                .findFirst()
                .orElse(Map.of()));
        var detail = found.details.get(action.executionId());
        if (detail != null && detail.input() != null) {
            resolved.putAll(detail.input().resolvedConfiguration());
        }
        return resolved;
    }

    /** Whether the action works in the Region that is read. */
    boolean isHere(String pipeline, String stage, ActionSnapshot action) {
        var found = known.get(pipeline);
        return found == null
                || found.declaration == null
                || declared(found.declaration, stage).stream()
                        .filter(each -> each.name().equals(action.name()))
                        .allMatch(each -> each.region() == null || each.region().equals(connection.region()));
    }

    /** Forgets what is read once, or once per change. */
    void forget(String pipeline) {
        known.remove(pipeline);
    }

    private static List<ActionDeclaration> declared(PipelineDeclaration declaration, String stageName) {
        return declaration.stages().stream()
                .filter(stage -> stage.name().equals(stageName))
                .flatMap(stage -> stage.actions().stream())
                .toList();
    }

    /** One that was deleted and made again begins with the same version. */
    private PipelineDeclaration declaration(Known pipeline, String name, GetPipelineStateResponse state) {
        var declaration = pipeline.declaration;
        if (declaration == null
                || !Objects.equals(declaration.version(), state.pipelineVersion())
                || !Objects.equals(pipeline.created, state.created())) {
            declaration = connection.codePipeline().getPipeline(request -> request.name(name)).pipeline();
            pipeline.declaration = declaration;
            pipeline.created = state.created();
        }
        return declaration;
    }

    /**
     * The newest executions. They are listed again when the stages show another execution, when one that runs by the list
     * may have ended, and each time where executions run in parallel, since the stages then show but one of them.
     */
    private List<ExecutionSnapshot> executions(
            Known pipeline, PipelineDeclaration declaration, GetPipelineStateResponse state) {
        var seen = StateMarks.ofExecutions(state);
        boolean rests = state.stageStates().stream().noneMatch(StateMarks::isMoving);
        boolean open = pipeline.executions.stream().anyMatch(execution -> !execution.status().isOver());
        boolean parallel = declaration.executionMode() == ExecutionMode.PARALLEL;
        if (seen.equals(pipeline.listedAt) && !(open && rests) && !parallel) {
            return pipeline.executions;
        }
        pipeline.executions = connection
                .codePipeline()
                .listPipelineExecutions(
                        request -> request.pipelineName(declaration.name()).maxResults(PAGE))
                .pipelineExecutionSummaries()
                .stream()
                .map(ExecutionReading::execution)
                .sorted(ExecutionHistory.NEWEST_FIRST)
                .toList();
        pipeline.listedAt = seen;
        return pipeline.executions;
    }

    /**
     * What the history tells of the actions that the stages show, by action execution id. It is asked when an action has begun
     * that it did not tell of; when one ends, the state tells that itself.
     */
    private Map<String, ActionExecutionDetail> details(Known pipeline, String name, GetPipelineStateResponse state) {
        var begun = StateMarks.begun(state);
        var all = begun.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        pipeline.details.keySet().retainAll(all);
        pipeline.asked.keySet().retainAll(all);
        begun.forEach((execution, ids) -> {
            var unknown = ids.stream()
                    .filter(id -> !pipeline.details.containsKey(id) && pipeline.asked.getOrDefault(id, 0) < ASKED_AT_MOST)
                    .toList();
            if (!unknown.isEmpty()) {
                unknown.forEach(id -> pipeline.asked.merge(id, 1, Integer::sum));
                list(pipeline, name, execution, unknown);
            }
        });
        return pipeline.details;
    }

    /** The newest come first, so that the pages end for us with the last one that is wanted. */
    private void list(Known pipeline, String name, String execution, List<String> unknown) {
        var wanted = new HashSet<>(unknown);
        var history = connection
                .codePipeline()
                .listActionExecutionsPaginator(request -> request.pipelineName(name)
                        .maxResults(PAGE)
                        .filter(filter -> filter.pipelineExecutionId(execution)))
                .actionExecutionDetails();
        for (var details = history.iterator(); !wanted.isEmpty() && details.hasNext(); ) {
            var detail = details.next();
            pipeline.details.put(detail.actionExecutionId(), detail);
            wanted.remove(detail.actionExecutionId());
        }
    }
}
