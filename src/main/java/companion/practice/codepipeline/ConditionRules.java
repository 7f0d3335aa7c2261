package companion.practice.codepipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleTypeId;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/**
 * Whether the conditions of a stage can work.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_Condition.html">Condition</a>
 */
final class ConditionRules {
    private static final int MOST_RULES = 5;

    private ConditionRules() {}

    /** @throws software.amazon.awssdk.services.codepipeline.model.InvalidStageDeclarationException if they cannot */
    static void check(StageDeclaration stage, PipelineType type) {
        var name = stage.name();
        if (stage.onFailure() != null && !stage.onFailure().conditions().isEmpty()) {
            throw PipelineFaults.stage("Stage " + name + " declares conditions for its failure, which the practice cloud does "
                    + "not offer. Give onFailure a result alone.");
        }
        if (stage.beforeEntry() == null && stage.onSuccess() == null) {
            return;
        }
        if (type != PipelineType.V2) {
            throw PipelineFaults.stage("Stage " + name + " declares conditions, which are only available for pipelines of type "
                    + "V2.");
        }
        if (stage.beforeEntry() != null) {
            check(name, "beforeEntry", stage.beforeEntry().conditions(), Set.of(Result.FAIL, Result.SKIP));
        }
        if (stage.onSuccess() != null) {
            check(name, "onSuccess", stage.onSuccess().conditions(), Set.of(Result.FAIL, Result.ROLLBACK));
        }
    }

    private static void check(String stage, String when, List<Condition> conditions, Set<Result> results) {
        if (conditions.size() != 1) {
            throw PipelineFaults.stage("Stage " + stage + " must have exactly one condition in " + when + ".");
        }
        var condition = conditions.getFirst();
        if (condition.result() != null && !results.contains(condition.result())) {
            throw PipelineFaults.stage("The result " + condition.resultAsString() + " is not available for " + when
                    + " of stage " + stage + ".");
        }
        if (condition.rules().isEmpty() || condition.rules().size() > MOST_RULES) {
            throw PipelineFaults.stage("The condition in " + when + " of stage " + stage + " must have 1 to " + MOST_RULES
                    + " rules.");
        }
        var names = new HashSet<String>();
        for (var rule : condition.rules()) {
            if (rule.name() == null || !PipelineRules.NAME.matcher(rule.name()).matches() || !names.add(rule.name())) {
                throw PipelineFaults.stage("Rule names must be valid and unique within a condition: " + rule.name());
            }
            check(rule);
        }
    }

    private static void check(RuleDeclaration rule) {
        if (!isKnown(rule.ruleTypeId())) {
            throw PipelineFaults.stage("RuleType (Category: 'Rule', Provider: '"
                    + (rule.ruleTypeId() == null ? null : rule.ruleTypeId().provider()) + "') in rule '" + rule.name()
                    + "' is not available in region");
        }
        for (var key : VariableCheck.REQUIRED.stream().sorted().toList()) {
            if (!rule.configuration().containsKey(key)) {
                throw PipelineFaults.stage("Rule configuration for rule '" + rule.name()
                        + "' is missing required configuration '" + key + "'");
            }
        }
        for (var key : rule.configuration().keySet()) {
            if (!VariableCheck.REQUIRED.contains(key)) {
                throw PipelineFaults.stage("Rule configuration for rule '" + rule.name()
                        + "' contains unknown configuration '" + key + "'");
            }
        }
        var operator = rule.configuration().get("Operator");
        if (!VariableCheck.OPERATORS.contains(operator)) {
            throw PipelineFaults.stage("Rule '" + rule.name() + "' has the unknown operator '" + operator
                    + "'. Use EQ, NE, CONTAINS or MATCHES.");
        }
    }

    /** Owner and version may be left out. */
    private static boolean isKnown(RuleTypeId given) {
        var type = VariableCheck.TYPE;
        return given != null
                && type.category() == given.category()
                && type.provider().equals(given.provider())
                && (given.owner() == null || given.owner() == type.owner())
                && (given.version() == null || given.version().equals(type.version()));
    }
}
