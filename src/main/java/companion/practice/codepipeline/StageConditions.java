package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionFailed;
import companion.practice.world.World;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ConditionType;
import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/**
 * Evaluates the conditions of stages: one is met if all of its rules pass, and its result engages if it is not.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html">Stage conditions</a>
 */
final class StageConditions {
    private final World world;

    StageConditions(World world) {
        this.world = world;
    }

    /** Whether nothing forbids it; one that was overridden is not looked at again. Keeps what was found. */
    boolean areMet(Execution execution, StageRun run, ConditionType type) {
        var before = run.conditions.get(type);
        var declared = declared(execution.stageDeclaration(run.name), type);
        if (declared.isEmpty() || before != null && before.isOverridden()) {
            return true;
        }
        var condition = declared.getFirst();
        var rules = condition.rules().stream().map(rule -> run(execution, rule)).toList();
        var now = new ConditionRun(condition.result() == null ? Result.FAIL : condition.result(), rules, world.now());
        run.conditions.put(type, now);
        run.rules.addAll(rules);
        return now.isMet();
    }

    private static List<Condition> declared(StageDeclaration stage, ConditionType type) {
        return switch (type) {
            case BEFORE_ENTRY -> stage.beforeEntry() == null ? List.of() : stage.beforeEntry().conditions();
            case ON_SUCCESS -> stage.onSuccess() == null ? List.of() : stage.onSuccess().conditions();
            case UNKNOWN_TO_SDK_VERSION -> List.of();
        };
    }

    private RuleRun run(Execution execution, RuleDeclaration rule) {
        try {
            var resolved = Variables.resolve(execution, rule.configuration());
            boolean passes = VariableCheck.passes(resolved);
            var said = "Variable check " + (passes ? "succeeded" : "failed") + ": '" + resolved.get("Variable") + "' "
                    + resolved.get("Operator") + " '" + resolved.get("Value") + "'";
            return run(rule, resolved, passes ? RuleExecutionStatus.SUCCEEDED : RuleExecutionStatus.FAILED, said, null);
        } catch (ActionFailed | PatternSyntaxException e) {
            var error = ErrorDetails.builder().code("ConfigurationError").message(e.getMessage()).build();
            return run(rule, Map.of(), RuleExecutionStatus.FAILED, "The rule could not be evaluated", error);
        }
    }

    private RuleRun run(
            RuleDeclaration rule,
            Map<String, String> resolved,
            RuleExecutionStatus status,
            String said,
            @Nullable ErrorDetails error) {
        return new RuleRun(world.ids().uuid(), rule, resolved, world.now(), status, said, error);
    }
}
