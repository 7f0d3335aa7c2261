package companion.desktop.live;

import companion.desktop.context.Connection;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a press of an act's button needs: whether it may be done with this connection, what it calls, whether it asks once
 * more, and doing it.
 */
final class Pilot {
    private static final String READ_ONLY = "This connection is read-only.";

    private final Connection connection;
    private final Consumer<Act> perform;
    private final Function<Act, String> command;

    Pilot(Connection connection, Consumer<Act> perform, Function<Act, String> command) {
        this.connection = connection;
        this.perform = perform;
        this.command = command;
    }

    /** Why it cannot be done now; empty if it can. */
    Optional<String> blocked(Act act) {
        return connection.kind() == Connection.Kind.REAL_READ_ONLY ? Optional.of(READ_ONLY) : act.blocked();
    }

    String command(Act act) {
        return command.apply(act);
    }

    /** Whether it cannot be undone in an account that is somebody's. */
    boolean asks(Act act) {
        return !connection.isPractice() && switch (act.kind()) {
            case STOP_EXECUTION, ABANDON_EXECUTION, END_WAIT, STOP_AND_ROLL_BACK -> true;
            case RELEASE_CHANGE, RETRY_STAGE, DISABLE_TRANSITION, ENABLE_TRANSITION -> false;
        };
    }

    /** On the button that is to be pressed once more: {@code Yes, in account 4417…2209}. */
    String confirmation() {
        return "Yes, in account " + connection.shortAccount();
    }

    /** @return the whole question */
    String question(Act act) {
        return act.label() + " in " + connection.named() + "? Press again to do it, Esc to leave it.";
    }

    void perform(Act act) {
        if (blocked(act).isEmpty()) {
            perform.accept(act);
        }
    }

    static String icon(Kind kind) {
        return switch (kind) {
            case RELEASE_CHANGE -> "mdi2p-play-outline";
            case RETRY_STAGE -> "mdi2r-restart";
            case STOP_EXECUTION, ABANDON_EXECUTION -> "mdi2s-square-outline";
            case END_WAIT -> "mdi2s-skip-next-outline";
            case STOP_AND_ROLL_BACK -> "mdi2u-undo";
            case DISABLE_TRANSITION -> "mdi2p-pause";
            case ENABLE_TRANSITION -> "mdi2p-play";
        };
    }
}
