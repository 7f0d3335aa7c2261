package companion.desktop.live.act;

import companion.desktop.context.Connection;
import companion.desktop.context.ReadOnly;
import companion.monitor.act.Act;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a press of an act's button needs: whether it may be done with this connection, what it calls, whether it asks once
 * more, and doing it.
 */
public final class Pilot {
    private final Connection connection;
    private final ReadOnly readOnly;
    private final Consumer<Act> perform;
    private final Function<Act, List<String>> commands;
    private Supplier<Optional<String>> hold = Optional::empty;

    public Pilot(Connection connection, ReadOnly readOnly, Consumer<Act> perform, Function<Act, List<String>> commands) {
        this.connection = connection;
        this.readOnly = readOnly;
        this.perform = perform;
        this.commands = commands;
    }

    /** @param why nothing at all can be done now; empty while something can */
    public void hold(Supplier<Optional<String>> why) {
        hold = why;
    }

    /** Why it cannot be done now; empty if it can. */
    public Optional<String> blocked(Act act) {
        var held = hold.get();
        if (held.isPresent()) {
            return held;
        }
        return readOnly.reason().or(act::blocked);
    }

    /** The acts as they are to be shown: with the reason why, where one cannot be done now. */
    public List<Act> offered(List<Act> acts) {
        return acts.stream().map(act -> blocked(act).map(act::blockedBy).orElse(act)).toList();
    }

    /** What it would call, as AWS CLI commands, each on lines of its own; empty where it cannot be done. */
    public String command(Act act) {
        return String.join("\n", commands(act));
    }

    /** What it would call, in order, as AWS CLI commands; none where it cannot be done. */
    public List<String> commands(Act act) {
        return commands.apply(act);
    }

    /** Whether it cannot be undone in an account that is somebody's. */
    public boolean asks(Act act) {
        return !connection.isPractice() && switch (act.kind()) {
            case STOP_EXECUTION, ABANDON_EXECUTION, END_WAIT, STOP_DEPLOYMENT, STOP_AND_ROLL_BACK, ROLL_BACK_STAGE, APPROVE,
                    REJECT, OVERRIDE_CONDITION, MEND -> true;
            case RELEASE_CHANGE, RETRY_STAGE, RETRY_STAGE_ALL_ACTIONS, DISABLE_TRANSITION, ENABLE_TRANSITION -> false;
        };
    }

    /** On the button that is to be pressed once more: {@code Yes, in account 4417…2209}. */
    public String confirmation() {
        return "Yes, in account " + connection.shortAccount();
    }

    /** @return the whole question */
    public String question(Act act) {
        return act.label() + " in " + connection.named() + "? Press again to do it, Esc to leave it.";
    }

    public void perform(Act act) {
        if (blocked(act).isEmpty()) {
            perform.accept(act);
        }
    }

    static String icon(Act act) {
        return switch (act.kind()) {
            case RELEASE_CHANGE -> "mdi2p-play-outline";
            case RETRY_STAGE, RETRY_STAGE_ALL_ACTIONS -> "mdi2r-restart";
            case MEND -> act.requests().size() > 1 ? "mdi2r-restart" : "mdi2w-wrench-outline";
            case STOP_EXECUTION, ABANDON_EXECUTION, STOP_DEPLOYMENT -> "mdi2s-square-outline";
            case ROLL_BACK_STAGE -> "mdi2h-history";
            case APPROVE -> "mdi2c-check";
            case REJECT -> "mdi2c-close";
            case OVERRIDE_CONDITION, END_WAIT -> "mdi2s-skip-next-outline";
            case STOP_AND_ROLL_BACK -> "mdi2u-undo";
            case DISABLE_TRANSITION -> "mdi2p-pause";
            case ENABLE_TRANSITION -> "mdi2p-play";
        };
    }
}
