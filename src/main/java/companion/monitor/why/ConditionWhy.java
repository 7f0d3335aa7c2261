package companion.monitor.why;

import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.Rule;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.why.Why.Cause;
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
                finding.map(Finding::cause).or(() -> cause(stage, condition)).orElse(null),
                next(finding, stage, condition),
                Evidences.oldestFirst(evidence),
                stage.actions().stream().allMatch(action -> action.status() == Status.SUCCEEDED)
                        ? List.of("The stage's actions succeeded")
                        : List.of());
    }

    /** A rule that could be evaluated says itself what it found; where it could not, its error has to be looked into. */
    private static Optional<Cause> cause(StageSnapshot stage, Condition condition) {
        return condition.rules().stream()
                .filter(rule -> rule.status() == Status.FAILED && rule.failure() == null && !rule.summary().isEmpty())
                .findFirst()
                .map(rule -> new Cause(
                        "The rule `" + rule.name() + "` was not passed. It says: " + ended(rule.summary()) + switch (condition.when()) {
                            case BEFORE_ENTRY -> " No action of " + stage.name() + " has run.";
                            case ON_SUCCESS -> " The actions of " + stage.name() + " did their work before it was looked at.";
                            case ON_FAILURE -> "";
                        },
                        null));
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** What the rules looked at stays as it is in a retry of the same execution; that of a failure cannot be overridden. */
    private static List<Step> next(Optional<Finding> finding, StageSnapshot stage, Condition condition) {
        var steps = new ArrayList<>(finding.map(Finding::next).orElse(List.of()));
        if (condition.when() != Condition.When.ON_FAILURE) {
            steps.addFirst(Finding.step(
                    "Start an execution that meets the condition, or override it: the stage goes on as if it had been met",
                    "OverrideStageCondition"));
        }
        steps.add(Finding.step(
                "Retry stage " + stage.name() + ", same commit; its conditions are looked at again", "RetryStageExecution"));
        return steps;
    }
}
