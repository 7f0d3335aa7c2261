package companion.practice.codepipeline;

import companion.practice.world.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ConditionState;
import software.amazon.awssdk.services.codepipeline.model.ConditionType;
import software.amazon.awssdk.services.codepipeline.model.RuleConfigurationProperty;
import software.amazon.awssdk.services.codepipeline.model.RuleConfigurationPropertyType;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.RuleState;
import software.amazon.awssdk.services.codepipeline.model.RuleType;
import software.amazon.awssdk.services.codepipeline.model.StageConditionState;

/** What CodePipeline answers about conditions and their rules. */
final class ConditionViews {
    private final Place place;

    ConditionViews(Place place) {
        this.place = place;
    }

    /** @return null where the execution has not come to it */
    static @Nullable StageConditionState state(@Nullable StageRun run, ConditionType type) {
        var condition = run == null ? null : run.conditions.get(type);
        if (condition == null) {
            return null;
        }
        var status = condition.status.toString();
        var state = ConditionState.builder()
                .latestExecution(latest -> latest.status(status).lastStatusChange(condition.changed))
                .ruleStates(condition.rules.stream().map(ConditionViews::rule).toList())
                .build();
        return StageConditionState.builder()
                .latestExecution(latest -> latest.status(status))
                .conditionStates(state)
                .build();
    }

    private static RuleState rule(RuleRun rule) {
        return RuleState.builder()
                .ruleName(rule.declaration().name())
                .latestExecution(latest -> latest.ruleExecutionId(rule.id())
                        .status(rule.status())
                        .summary(rule.summary())
                        .lastStatusChange(rule.at())
                        .errorDetails(rule.error()))
                .build();
    }

    /**
     * The newest first.
     *
     * @param latestOnly whether only what counts for a stage now, not what a retry replaced
     */
    List<RuleExecutionDetail> details(List<Execution> executions, boolean latestOnly) {
        var all = new ArrayList<RuleExecutionDetail>();
        for (var execution : executions) {
            for (var stage : execution.stages.values()) {
                var rules = latestOnly
                        ? stage.conditions.values().stream().flatMap(condition -> condition.rules.stream()).toList()
                        : stage.rules;
                rules.forEach(rule -> all.add(detail(execution, stage.name, rule)));
            }
        }
        return all.reversed().stream()
                .sorted(Comparator.comparing(RuleExecutionDetail::startTime).reversed())
                .toList();
    }

    private RuleExecutionDetail detail(Execution execution, String stage, RuleRun rule) {
        return RuleExecutionDetail.builder()
                .pipelineExecutionId(execution.id)
                .ruleExecutionId(rule.id())
                .pipelineVersion(execution.version)
                .stageName(stage)
                .ruleName(rule.declaration().name())
                .startTime(rule.at())
                .lastUpdateTime(rule.at())
                .updatedBy(execution.trigger.triggerDetail())
                .status(rule.status())
                .input(input -> input.ruleTypeId(rule.declaration().ruleTypeId())
                        .configuration(rule.declaration().configuration())
                        .resolvedConfiguration(rule.resolved())
                        .roleArn(rule.declaration().roleArn())
                        .region(place.region()))
                .output(output -> output.executionResult(result -> result.externalExecutionSummary(rule.summary())
                        .errorDetails(rule.error())))
                .build();
    }

    static List<RuleType> types() {
        return List.of(RuleType.builder()
                .id(VariableCheck.TYPE)
                .inputArtifactDetails(count -> count.minimumCount(0).maximumCount(0))
                .ruleConfigurationProperties(VariableCheck.REQUIRED.stream()
                        .sorted()
                        .map(key -> RuleConfigurationProperty.builder()
                                .name(key)
                                .required(true)
                                .key(false)
                                .secret(false)
                                .type(RuleConfigurationPropertyType.STRING)
                                .build())
                        .toList())
                .build());
    }
}
