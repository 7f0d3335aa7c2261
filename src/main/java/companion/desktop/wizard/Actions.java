package companion.desktop.wizard;

import companion.desktop.text.Format;
import companion.workshop.SessionState;
import companion.workshop.SessionState.StageState;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the action bar offers.
 *
 * @param primary what the one button at the right end does
 * @param missing in words, why it cannot be pressed yet, or what it will cost; empty if there is nothing to say
 * @param halt what the button that stops offers
 * @param nextStep why no step can be run; empty if one can
 * @param runAll why the stages that are left cannot be run; empty if they can
 */
public record Actions(
        Primary primary, boolean enabled, String missing, Halt halt, String nextStep, String runAll) {

    /** What the primary button does. */
    public sealed interface Primary {
        String label();

        /** Runs the stage whose page is open. */
        record RunStage(String stageId, String label) implements Primary {}

        /** Goes on to the next stage, and runs it at once where that costs nothing. */
        record GoOn(String stageId, boolean run, String label) implements Primary {}

        /** All stages are done. */
        record OpenCleanUp(String label) implements Primary {}
    }

    /** How the stage that runs can be stopped. */
    public enum Halt {
        NOTHING_RUNS,
        AFTER_THIS_STEP,
        /** It was asked to stop after the step; now only interrupting the step is left. */
        NOW
    }

    static Actions of(SessionState session, StageState stage, WizardModel.Wish wish) {
        var running = session.running();
        if (running != null) {
            boolean here = running.equals(stage.stage().id());
            var primary = here || stage.status() == StageStatus.DONE
                    ? goOn(session, stage, wish)
                    : runStage(stage);
            var missing = here ? toGo(stage) : session.stage(running).stage().title() + " is running";
            var halt = wish.stopAsked() ? Halt.NOW : Halt.AFTER_THIS_STEP;
            var busy = session.stage(running).stage().title() + " is running.";
            return new Actions(primary, false, missing, halt, busy, busy);
        }
        var more = firstOpen(session).isEmpty() ? "All stages are done." : wish.problem();
        if (stage.status() == StageStatus.DONE) {
            var primary = goOn(session, stage, wish);
            boolean right = wish.problem().isEmpty();
            return new Actions(primary, right, comment(session, primary), Halt.NOTHING_RUNS, stage.stage().title() + " is done.", more);
        }
        var missing = wish.problem().isEmpty() ? comesFirst(session, stage).orElse("") : wish.problem();
        boolean free = missing.isEmpty();
        return new Actions(
                runStage(stage), free, free ? before(session, stage) : missing, Halt.NOTHING_RUNS, missing, more);
    }

    /** Why the primary button cannot be pressed; empty if it can. */
    public String blocked() {
        return enabled ? "" : halt == Halt.NOTHING_RUNS ? missing : "Wait: " + missing + ".";
    }

    private static Primary runStage(StageState stage) {
        var label = stage.status() == StageStatus.FAILED ? "Retry stage" : "Run stage";
        return new Primary.RunStage(stage.stage().id(), label);
    }

    private static Primary goOn(SessionState session, StageState stage, WizardModel.Wish wish) {
        var next = session.stages().stream()
                .dropWhile(each -> each != stage)
                .skip(1)
                .filter(each -> each.status() != StageStatus.DONE)
                .findFirst()
                .or(() -> firstOpen(session).filter(each -> each != stage));
        return next.<Primary>map(each -> new Primary.GoOn(
                        each.stage().id(),
                        !wish.readFirst(),
                        (wish.readFirst() ? "Continue to " : "Run ") + each.stage().title()))
                .orElseGet(() -> new Primary.OpenCleanUp("Continue to Clean up"));
    }

    private static Optional<StageState> firstOpen(SessionState session) {
        return session.stages().stream()
                .filter(each -> each.status() != StageStatus.DONE)
                .findFirst();
    }

    private static Optional<String> comesFirst(SessionState session, StageState stage) {
        return session.stages().stream()
                .takeWhile(each -> each != stage)
                .filter(each -> each.status() != StageStatus.DONE)
                .findFirst()
                .map(each -> each.stage().title() + " comes first");
    }

    private static String toGo(StageState stage) {
        var left = stage.steps().stream()
                .filter(step -> step.status() instanceof StepStatus.Waiting
                        || step.status() instanceof StepStatus.Stopped)
                .toList();
        if (left.isEmpty()) {
            return "last step";
        }
        boolean checks = left.stream().allMatch(step -> step.step().checkOnly());
        return Format.count(left.size(), checks ? "check" : "step") + " to go";
    }

    private static String comment(SessionState session, Primary primary) {
        return switch (primary) {
            case Primary.GoOn next -> costs(session.stage(next.stageId()));
            case Primary.OpenCleanUp done -> "All " + session.stages().size() + " stages done";
            case Primary.RunStage here -> "";
        };
    }

    private static String before(SessionState session, StageState stage) {
        var costs = costs(stage);
        boolean nothingRun = session.stages().stream().allMatch(each -> each.status() == StageStatus.WAITING);
        return costs.isEmpty() && nothingRun ? "Nothing run yet" : costs;
    }

    private static String costs(StageState stage) {
        var adds = stage.steps().stream()
                .filter(step -> !step.status().isDone())
                .map(step -> step.step().hourlyCost())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return adds.signum() == 0 ? "" : stage.stage().title() + " adds " + Format.perHour(adds);
    }
}
