package companion.practice.world;

import java.nio.file.Path;

/** Another practice cloud has the state folder open: two would write each other's journal to pieces. */
public final class StateInUseException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    StateInUseException(Path folder) {
        super("Another practice cloud is using " + folder
                + ". Stop that one, or choose another folder with --state.");
    }
}
