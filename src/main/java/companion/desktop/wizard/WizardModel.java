package companion.desktop.wizard;

import companion.desktop.status.State;
import companion.desktop.status.StepLook;
import companion.workshop.SessionState;
import companion.workshop.SessionState.StageState;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;
import java.util.List;

/**
 * All that the wizard shows at one moment.
 *
 * @param stages as in the stage list
 * @param done how many stages are done
 */
public record WizardModel(List<StageItem> stages, long done, StagePage page) {

    /**
     * @param word beside the title: {@code Running}
     * @param retry whether the row offers to try again
     */
    public record StageItem(String id, String title, State state, String word, boolean selected, Retry retry) {}

    /** Whether a row offers to try again; later, if another stage runs. */
    public enum Retry {
        NONE,
        OFFERED,
        LATER
    }

    /** @param selected the id of the stage whose page is open */
    public static WizardModel of(SessionState session, String selected, Wish wish) {
        var stages = session.stages().stream()
                .map(stage -> item(stage, session, selected))
                .toList();
        return new WizardModel(stages, done(session), StagePage.of(session, selected, wish));
    }

    private static StageItem item(StageState stage, SessionState session, String selected) {
        var look = look(stage);
        var id = stage.stage().id();
        var retry = stage.status() != StageStatus.FAILED
                ? Retry.NONE
                : session.running() == null ? Retry.OFFERED : Retry.LATER;
        return new StageItem(id, stage.stage().title(), look.state(), look.word(), id.equals(selected), retry);
    }

    /** A failed stage whose only trouble is a difference says so. */
    static StepLook look(StageState stage) {
        boolean failed = stage.steps().stream().anyMatch(step -> step.status() instanceof StepStatus.Failed);
        boolean differs = stage.steps().stream().anyMatch(step -> step.status() instanceof StepStatus.Differs);
        return stage.status() == StageStatus.FAILED && differs && !failed
                ? new StepLook(State.DIFFERS, "Differs")
                : StepLook.of(stage.status());
    }

    static long done(SessionState session) {
        return session.stages().stream()
                .filter(stage -> stage.status() == StageStatus.DONE)
                .count();
    }

    /** The stage to open first: the running one, else the first that is not done, else the last. */
    public static String toOpen(SessionState session) {
        var running = session.running();
        if (running != null) {
            return running;
        }
        return session.stages().stream()
                .filter(stage -> stage.status() != StageStatus.DONE)
                .findFirst()
                .orElse(session.stages().getLast())
                .stage()
                .id();
    }

    /**
     * What the learner did that the session does not know yet.
     *
     * @param stopAsked whether the running step is to be the last
     * @param problem what is wrong with a value that was typed; empty if nothing
     * @param readFirst whether the next stage is opened before it is run, as where running costs money
     */
    public record Wish(boolean stopAsked, String problem, boolean readFirst) {
        public static final Wish NONE = new Wish(false, "", false);
    }
}
