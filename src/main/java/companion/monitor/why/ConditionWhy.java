package companion.monitor.why;

import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.Rule;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.why.Why.Evidence;
import companion.monitor.why.Why.Failed;
import companion.monitor.why.Why.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a stage failed whose actions did not: one of its conditions was not met (pipelines of type V2). */
final class ConditionWhy {
    private ConditionWhy() {}

    static Optional<Why> of(StageSnapshot stage) {
        return stage.conditions().stream()
                .filter(condition -> condition.status() == Status.FAILED)
                .findFirst()
                .map(condition -> of(stage, condition));
    }

    private static Why of(StageSnapshot stage, Condition condition) {
        var rule = condition.rules().stream().filter(each -> each.status() == Status.FAILED).findFirst();
        var failure = rule.map(Rule::failure);
        var finding = failure.flatMap(each -> Known.first(RoleCauses.ALL, each.message()));
        var evidence = new ArrayList<Evidence>();
        for (var each : condition.rules()) {
            var said = each.failure() == null ? each.summary() : each.failure().message();
            if (!said.isEmpty()) {
                evidence.add(new Evidence("CodePipeline", each.changedAt(), each.name() + ": " + said));
            }
        }
        if (!condition.summary().isEmpty()) {
            evidence.add(new Evidence("CodePipeline", condition.changedAt(), condition.summary()));
        }
        var when = switch (condition.when()) {
            case BEFORE_ENTRY -> "entering";
            case ON_SUCCESS -> "leaving";
            case ON_FAILURE -> "the failure of";
        };
        return new Why(
                Why.Kind.FAILED,
                finding.map(Finding::headline).orElse("A condition for " + when + " stage " + stage.name() + " was not met"),
                stage.name() + " failed by its condition, not by its actions",
                rule.map(each -> new Failed("rule " + each.name(), each.failure() == null ? "failed" : each.failure().code()))
                        .orElse(null),
                List.of(),
                finding.map(Finding::cause).orElse(null),
                next(finding, stage, condition),
                Evidences.oldestFirst(evidence),
                stage.actions().stream().allMatch(action -> action.status() == Status.SUCCEEDED)
                        ? List.of("The stage's actions succeeded")
                        : List.of());
    }

    /** What the rules looked at stays as it is in a retry of the same execution; that of a failure cannot be overridden. */
    private static List<Step> next(Optional<Finding> finding, StageSnapshot stage, Condition condition) {
        var steps = new ArrayList<>(Evidences.next(finding, stage, true));
        if (condition.when() != Condition.When.ON_FAILURE) {
            steps.addFirst(Finding.step(
                    "Start an execution that meets the condition, or override it: the stage goes on as if it had been met",
                    "OverrideStageCondition"));
        }
        return steps;
    }
}
