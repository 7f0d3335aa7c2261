package companion.desktop.wizard;

import companion.desktop.status.State;
import companion.workshop.Input;
import companion.workshop.Output;
import companion.workshop.SessionState;
import companion.workshop.SessionState.StageState;
import companion.workshop.Stage;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;
import companion.workshop.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page of a stage.
 *
 * @param number from 1
 * @param badge what the badge says, such as {@code Running, step 4 of 6}
 * @param locked why the inputs cannot be changed now; empty if they can
 * @param done how many steps are done
 * @param adds what the stage adds to the bill per hour
 * @param results what its steps produced, once all are done
 */
public record StagePage(
        Stage stage,
        int number,
        int of,
        State state,
        String badge,
        Duration took,
        List<Field> fields,
        String locked,
        List<StepItem> steps,
        long done,
        BigDecimal adds,
        List<Output> results,
        Actions actions) {

    /** An input with the value it has in the session. */
    public record Field(Input input, String value) {}

    static StagePage of(SessionState session, String id, WizardModel.Wish wish) {
        var state = session.stage(id);
        var look = WizardModel.look(state);
        int number = session.stages().indexOf(state) + 1;
        return new StagePage(
                state.stage(),
                number,
                session.stages().size(),
                look.state(),
                badge(state, look.word()),
                state.took(),
                fields(state.stage(), session.values()),
                locked(session, state),
                state.steps().stream().map(step -> StepItem.of(step, session.running() != null)).toList(),
                state.done(),
                state.steps().stream().map(step -> step.step().hourlyCost()).reduce(BigDecimal.ZERO, BigDecimal::add),
                state.status() == StageStatus.DONE ? results(state) : List.of(),
                Actions.of(session, state, wish));
    }

    private static String locked(SessionState session, StageState state) {
        var running = session.running();
        if (running != null) {
            return session.stage(running).stage().title() + " is running.";
        }
        return state.status() == StageStatus.DONE ? "The stage is done with this value. Clean up to choose another." : "";
    }

    private static String badge(StageState stage, String word) {
        int step = 1;
        for (var each : stage.steps()) {
            if (each.status() instanceof StepStatus.Running || each.status() instanceof StepStatus.Checking) {
                return word + ", step " + step + " of " + stage.steps().size();
            }
            step++;
        }
        return word;
    }

    private static List<Field> fields(Stage stage, Values values) {
        return stage.inputs().stream()
                .map(input -> new Field(input, values.get(input.id())))
                .toList();
    }

    private static List<Output> results(StageState stage) {
        return stage.steps().stream()
                .flatMap(step -> switch (step.status()) {
                    case StepStatus.Done done -> done.found().outputs().stream();
                    case StepStatus.Skipped skipped -> skipped.found().outputs().stream();
                    default -> Stream.<Output>empty();
                })
                .toList();
    }
}
