package companion.desktop.shell;

import companion.desktop.fx.Fxml;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The keys, on one card. */
final class KeysController {
    private static final List<List<String>> KEYS = List.of(
            List.of("Ctrl K", "All commands"),
            List.of("Ctrl Enter", "The primary button"),
            List.of("Ctrl 1 … 6", "Go to a view"),
            List.of("F6", "Next region of the window"),
            List.of("/", "Filter, or find in the log"),
            List.of("Esc", "Back, or clear the filter"),
            List.of("↑ ↓", "Move in a list"),
            List.of("Enter", "Open a row"),
            List.of("E", "Open or close all steps"),
            List.of("C", "Copy the command"),
            List.of("B", "Open in the AWS console"),
            List.of("Shift P", "Pin a pipeline"),
            List.of("F11", "Pipelines on the whole screen"),
            List.of("T", "Hold or let go the way into a stage"),
            List.of("L", "Go to the log"),
            List.of("W", "Why it failed, or the release again"),
            List.of("A", "All acts, each with its call"),
            List.of("H", "The executions"),
            List.of("G  F", "Stages as a graph; find the current one"),
            List.of(",  .", "Back and on, event by event"),
            List.of("Home  End", "To the beginning; back to live"),
            List.of("P", "Pause the practice clock"),
            List.of("+  −", "Clock faster, slower"),
            List.of("R", "Read again"),
            List.of("Ctrl +  −  0", "Larger, smaller, usual type"),
            List.of("?", "This card"));
    private static final int ROWS = (KEYS.size() + 1) / 2;

    private final Node node;

    @FXML
    private GridPane grid;

    KeysController() {
        node = Fxml.load(this, "keys.fxml");
        for (int i = 0; i < KEYS.size(); i++) {
            var key = new Label(KEYS.get(i).get(0));
            key.getStyleClass().add("key");
            var words = new Label(KEYS.get(i).get(1));
            grid.add(key, i / ROWS * 2, i % ROWS);
            grid.add(words, i / ROWS * 2 + 1, i % ROWS);
        }
    }

    Node node() {
        return node;
    }
}
