package companion.monitor.read;

import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionExecution;
import software.amazon.awssdk.services.codepipeline.model.ActionState;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.StageExecution;
import software.amazon.awssdk.services.codepipeline.model.StageState;

/** What of a pipeline's state must differ for its history to differ. */
final class StateMarks {
    private StateMarks() {}

    /** Which executions the stages show or hold back, and how they stand. */
    static String ofExecutions(GetPipelineStateResponse state) {
        return state.stageStates().stream()
                .map(stage -> mark(stage.latestExecution()) + mark(stage.inboundExecution())
                        + stage.inboundExecutions().stream().map(StateMarks::mark).toList())
                .collect(Collectors.joining(";"));
    }

    /** The ids of the actions that began, by the execution that their stage shows. */
    static Map<String, List<String>> begun(GetPipelineStateResponse state) {
        var begun = new LinkedHashMap<String, List<String>>();
        for (var stage : state.stageStates()) {
            if (stage.latestExecution() != null) {
                var ids = begun.computeIfAbsent(stage.latestExecution().pipelineExecutionId(), _ -> new ArrayList<>());
                stage.actionStates().stream()
                        .map(ActionState::latestExecution)
                        .filter(Objects::nonNull)
                        .map(ActionExecution::actionExecutionId)
                        .filter(Objects::nonNull)
                        .forEach(ids::add);
            }
        }
        return begun;
    }

    static boolean isMoving(StageState stage) {
        return stage.latestExecution() != null
                && !Status.of(stage.latestExecution().statusAsString()).isOver();
    }

    private static String mark(@Nullable StageExecution execution) {
        return execution == null ? "-" : execution.pipelineExecutionId() + execution.statusAsString();
    }
}
