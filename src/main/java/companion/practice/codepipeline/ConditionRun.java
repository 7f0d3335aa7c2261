package companion.practice.codepipeline;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.codepipeline.model.ConditionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.Result;

/** A condition of a stage, as one execution met it or did not. Changed under the world's lock only. */
final class ConditionRun {
    /** What becomes of the stage where it is not met. */
    final Result result;

    final List<RuleRun> rules;
    ConditionExecutionStatus status;
    Instant changed;

    ConditionRun(Result result, List<RuleRun> rules, Instant at) {
        this.result = result;
        this.rules = List.copyOf(rules);
        this.changed = at;
        this.status = rules.stream().allMatch(RuleRun::passed)
                ? ConditionExecutionStatus.SUCCEEDED
                : rules.stream().anyMatch(rule -> rule.error() != null)
                        ? ConditionExecutionStatus.ERRORED
                        : ConditionExecutionStatus.FAILED;
    }

    boolean isMet() {
        return status == ConditionExecutionStatus.SUCCEEDED || isOverridden();
    }

    boolean isOverridden() {
        return status == ConditionExecutionStatus.OVERRIDDEN;
    }

    void override(Instant at) {
        status = ConditionExecutionStatus.OVERRIDDEN;
        changed = at;
    }
}
