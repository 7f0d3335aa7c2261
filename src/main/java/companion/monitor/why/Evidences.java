package companion.monitor.why;

import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.why.Why.Evidence;
import companion.monitor.why.Why.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What all kinds of failure tell in the same way. */
final class Evidences {
    private Evidences() {}

    /** {@code Deploy failed after 1 min 20 s with JobFailed}. */
    static String about(StageSnapshot stage, ActionSnapshot action) {
        var end = action.span().end();
        var took = end == null ? Optional.<Duration>empty() : action.span().length(end);
        var code = action.failure() == null ? "" : action.failure().code();
        return stage.name() + " failed" + took.map(length -> " after " + length(length)).orElse("")
                + (code.isEmpty() ? "" : " with " + code);
    }

    static String length(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** What CodePipeline says of an action. */
    static String said(ActionSnapshot action) {
        var failure = action.failure();
        var summary = action.summary() == null ? "" : action.summary();
        return failure == null ? summary : failure.message() + "\n" + summary;
    }

    static void add(List<Evidence> evidence, ActionSnapshot action) {
        var failure = action.failure();
        var text = failure != null && !failure.message().isEmpty()
                ? failure.message()
                : action.summary() == null ? "" : action.summary();
        if (!text.isEmpty()) {
            evidence.add(new Evidence("CodePipeline", action.span().end(), text));
        }
    }

    static List<Evidence> oldestFirst(List<Evidence> evidence) {
        return evidence.stream()
                .distinct()
                .sorted(Comparator.comparing(Evidence::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** What the finding says, and then the retry. */
    static List<Step> next(Optional<Finding> finding, StageSnapshot stage, boolean retry) {
        var steps = new ArrayList<>(finding.map(Finding::next).orElse(List.of()));
        if (retry) {
            steps.add(Finding.step(
                    finding.isPresent() && steps.stream().anyMatch(step -> step.operation().isEmpty())
                            ? "Push the correction, or retry the failed action of stage " + stage.name() + " with the same commit"
                            : "Retry the failed action of stage " + stage.name() + ", same commit",
                    "RetryStageExecution"));
        }
        return steps;
    }
}
