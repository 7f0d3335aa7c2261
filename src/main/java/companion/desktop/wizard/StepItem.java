package companion.desktop.wizard;

import companion.desktop.status.State;
import companion.desktop.status.StepLook;
import companion.desktop.text.Format;
import companion.workshop.Check;
import companion.workshop.Problem;
import companion.workshop.SessionState.StepState;
import companion.workshop.Step;
import companion.workshop.StepStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * A step's row.
 *
 * @param note what a running step reported last; empty otherwise
 * @param took how long it took; empty if it was not run
 * @param outcome what is under the row beside the call
 * @param remedy what can be done about it now
 */
public record StepItem(
        Step step, State state, String word, String note, Optional<Duration> took, Outcome outcome, Remedy remedy) {

    /** What came of it. */
    public sealed interface Outcome {
        /** It was not run: its calls are those it would make. */
        record Planned() implements Outcome {}

        record Found(Check.Found found) implements Outcome {}

        record Different(Check.Differs differs) implements Outcome {}

        record Broken(Problem problem) implements Outcome {}
    }

    /** What a row offers. */
    public enum Remedy {
        NONE,
        RETRY,
        REPAIR
    }

    static StepItem of(StepState each, boolean busy) {
        var look = StepLook.of(each.status());
        return new StepItem(
                each.step(), look.state(), look.word(), note(each.status()), took(each.status()),
                outcome(each.status()), busy ? Remedy.NONE : remedy(each.status()));
    }

    private static String note(StepStatus status) {
        if (status instanceof StepStatus.Running running) {
            var attempt = running.attempt() > 1 ? "attempt " + running.attempt() : "";
            return running.message().isEmpty() || attempt.isEmpty()
                    ? running.message() + attempt
                    : running.message() + ", " + attempt;
        }
        return "";
    }

    private static Optional<Duration> took(StepStatus status) {
        return switch (status) {
            case StepStatus.Done done -> Optional.of(done.took());
            case StepStatus.Failed failed -> Optional.of(failed.took());
            default -> Optional.empty();
        };
    }

    private static Outcome outcome(StepStatus status) {
        return switch (status) {
            case StepStatus.Done done -> new Outcome.Found(done.found());
            case StepStatus.Skipped skipped -> new Outcome.Found(skipped.found());
            case StepStatus.Differs differs -> new Outcome.Different(differs.check());
            case StepStatus.Failed failed -> new Outcome.Broken(failed.problem());
            default -> new Outcome.Planned();
        };
    }

    private static Remedy remedy(StepStatus status) {
        return switch (status) {
            case StepStatus.Failed failed -> Remedy.RETRY;
            case StepStatus.Differs differs -> differs.check().repairable() ? Remedy.REPAIR : Remedy.RETRY;
            default -> Remedy.NONE;
        };
    }

    /** Whether the row wants to be seen: it failed, or differs. */
    public boolean isTrouble() {
        return outcome instanceof Outcome.Broken || outcome instanceof Outcome.Different;
    }

    /** {@code Step 4 of 6, Commit and push to master, Running, Git push}. */
    public String spoken(int number, int of) {
        return "Step " + number + " of " + of + ", " + step.title() + ", " + word + ", " + step.service() + " "
                + step.operation()
                + took.map(duration -> ", " + Format.seconds(duration)).orElse("");
    }
}
