package companion.practice.codepipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ConditionType;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;

/** A stage as one execution went through it: every action execution, and for each action the one that counts. */
final class StageRun {
    final String name;
    final List<ActionExecution> history = new ArrayList<>();
    final Map<String, ActionExecution> latest = new LinkedHashMap<>();
    /** What counts of its conditions now. */
    final Map<ConditionType, ConditionRun> conditions = new EnumMap<>(ConditionType.class);
    /** All rules that ever ran, in order. */
    final List<RuleRun> rules = new ArrayList<>();
    StageExecutionStatus status = StageExecutionStatus.IN_PROGRESS;
    int automaticRetries;
    /** When it was last tried again; null if it never was. */
    @Nullable Instant retried;

    StageRun(String name) {
        this.name = name;
    }

    void add(ActionExecution action) {
        history.add(action);
        latest.put(action.name(), action);
    }

    boolean isRunning() {
        return latest.values().stream().anyMatch(ActionExecution::isRunning);
    }

    boolean has(ActionExecutionStatus wanted) {
        return latest.values().stream().anyMatch(action -> action.status == wanted);
    }

    /** Whether an action has failed while another one still runs. */
    boolean hasFailedBeside() {
        return status == StageExecutionStatus.IN_PROGRESS && isRunning() && has(ActionExecutionStatus.FAILED);
    }

    /** The actions to start next: of those not done yet, all with the lowest run order. */
    List<ActionDeclaration> next(StageDeclaration declaration) {
        var open = declaration.actions().stream()
                .filter(action -> !latest.containsKey(action.name()))
                .toList();
        int order = open.stream().mapToInt(StageRun::runOrder).min().orElse(0);
        return open.stream().filter(action -> runOrder(action) == order).toList();
    }

    /** Forgets what is to be done again. */
    void reopen(boolean allActions) {
        if (allActions) {
            latest.clear();
        } else {
            latest.values().removeIf(action -> action.status != ActionExecutionStatus.SUCCEEDED);
        }
        status = StageExecutionStatus.IN_PROGRESS;
    }

    private static int runOrder(ActionDeclaration action) {
        return action.runOrder() == null ? 1 : action.runOrder();
    }
}
