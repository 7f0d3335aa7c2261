package companion.desktop.component;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys that mean the same everywhere. */
public final class Keys {
    private Keys() {}

    /** Moves the focus up and down among nodes; does nothing if none of them has it. */
    public static void arrows(KeyEvent event, List<? extends Node> nodes) {
        move(event, nodes, KeyCode.UP, KeyCode.DOWN);
    }

    /** The same from left to right. */
    public static void across(KeyEvent event, List<? extends Node> nodes) {
        move(event, nodes, KeyCode.LEFT, KeyCode.RIGHT);
    }

    private static void move(KeyEvent event, List<? extends Node> nodes, KeyCode back, KeyCode on) {
        int by = event.getCode() == on ? 1 : event.getCode() == back ? -1 : 0;
        for (int i = 0; by != 0 && i < nodes.size(); i++) {
            if (nodes.get(i).isFocused()) {
                nodes.get(Math.clamp(i + by, 0, nodes.size() - 1)).requestFocus();
                event.consume();
                return;
            }
        }
    }

    /** Whether somebody is typing there, so that a letter is a letter. */
    public static boolean isTyping(Node focused) {
        return focused instanceof TextInputControl;
    }
}
