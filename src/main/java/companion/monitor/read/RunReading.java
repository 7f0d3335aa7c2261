package companion.monitor.read;

import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.ExecutionRun.ActionRun;
import companion.monitor.snapshot.ExecutionRun.StageRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;

/** What the history of actions says of an execution, in the monitor's words. */
final class RunReading {
    private RunReading() {}

    /** @param variables those of the pipeline; the actions' are added */
    static ExecutionRun run(
            ExecutionSnapshot execution, List<ActionExecutionDetail> details, Map<String, String> variables) {
        var oldestFirst = details.stream()
                .sorted(Comparator.comparing(
                        ActionExecutionDetail::startTime, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var stages = new LinkedHashMap<String, List<ActionRun>>();
        var all = new TreeMap<>(variables);
        for (var detail : oldestFirst) {
            stages.computeIfAbsent(detail.stageName(), _ -> new ArrayList<>()).add(action(detail));
            var namespace = detail.input() == null ? null : detail.input().namespace();
            if (namespace != null && detail.output() != null) {
                detail.output().outputVariables().forEach((name, value) -> all.put(namespace + "." + name, value));
            }
        }
        return new ExecutionRun(
                execution,
                stages.entrySet().stream()
                        .map(stage -> stage(stage.getKey(), stage.getValue(), execution))
                        .toList(),
                all);
    }

    private static StageRun stage(String name, List<ActionRun> actions, ExecutionSnapshot execution) {
        var last = new LinkedHashMap<String, ActionRun>();
        actions.forEach(action -> last.put(action.name(), action));
        var statuses = last.values().stream().map(ActionRun::status).collect(Collectors.toSet());
        var status = statuses.stream().anyMatch(each -> !each.isOver())
                ? Status.IN_PROGRESS
                : Stream.of(Status.FAILED, Status.STOPPED)
                        .filter(statuses::contains)
                        .findFirst()
                        .orElse(Status.SUCCEEDED);
        var start = actions.stream()
                .map(action -> action.span().start())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var end = actions.stream()
                .map(action -> action.span().end())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(execution.span().end());
        return new StageRun(name, status, new Span(start, status.isOver() ? end : null), actions);
    }

    private static ActionRun action(ActionExecutionDetail detail) {
        var status = Status.of(detail.statusAsString());
        var type = detail.input() == null ? null : detail.input().actionTypeId();
        var result = detail.output() == null ? null : detail.output().executionResult();
        return new ActionRun(
                detail.actionName(),
                type == null ? "" : type.provider(),
                status,
                new Span(detail.startTime(), status.isOver() ? detail.lastUpdateTime() : null),
                result == null ? null : result.externalExecutionId(),
                result == null ? null : result.externalExecutionUrl(),
                result == null ? null : result.externalExecutionSummary(),
                result == null ? null : StageReading.failure(result.errorDetails()),
                detail.input() == null ? Map.of() : detail.input().resolvedConfiguration());
    }
}
