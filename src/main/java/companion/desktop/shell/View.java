package companion.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** A screen, as the shell sees it. */
public interface View {
    Node node();

    /** Puts the keyboard on what matters most. */
    void focus();

    /** Puts the cursor into its filter; does nothing if it has none. */
    default void filter() {}

    /** Does what its primary button does. */
    default void primary() {}

    /** Why its primary button cannot be pressed now; empty if it can. */
    default String blocked() {
        return "";
    }

    /** Reads again what it shows. */
    default void refresh() {}

    /**
     * Does what a letter means to it. A letter never fires while somebody types.
     *
     * @return whether it means anything
     */
    default boolean key(String typed) {
        return false;
    }

    /**
     * Does what a key that is no letter means to it, wherever in the window the keyboard is.
     *
     * @return whether it means anything
     */
    default boolean key(KeyCode code) {
        return false;
    }

    /** Told when it comes to the front and when it goes. */
    default void shown(boolean inFront) {}

    /** Tells the listener, on the JavaFX thread, whenever something begins or ends there that is worth watching. */
    default void onActivity(Consumer<Boolean> listener) {}

    /** Told once in which window it stands. */
    default void placed(Frame frame) {}

    /** What the header says of it while it is in front; empty if that is the workshop's. */
    default Optional<Scope> scope() {
        return Optional.empty();
    }

    /** What the palette offers while it is in front. */
    default List<Command> commands() {
        return List.of();
    }

    /** What it shows on a whole screen without the window around it, from now on; empty if it has nothing for that. */
    default Optional<Node> alone() {
        return Optional.empty();
    }

    /** The whole screen was taken back. */
    default void together() {}

    /** Stops what it keeps going; the window closes. */
    default void close() {}
}
