package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.workshop.Check;
import companion.workshop.Output;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What a check found: its words, and the first thing of it that is worth copying. */
public final class FoundLine extends HBox {
    public FoundLine(Check.Found found) {
        getStyleClass().add("found-line");
        setAlignment(Pos.CENTER_LEFT);
        int comma = found.what().indexOf(", ");
        var name = comma < 0 ? found.what() : found.what().substring(0, comma);
        boolean names = name.startsWith("Found ");
        getChildren().add(new StatusGlyph(14, State.OK));
        if (names) {
            add("Found");
        }
        add(names ? name.substring(6) : name, names ? "strong" : "default");
        if (comma >= 0) {
            add(found.what().substring(comma + 2), "muted");
        }
        getChildren().add(RowButton.gap());
        found.outputs().stream().findFirst().ifPresent(this::offer);
    }

    /** What follows the word Found is a name, and stands out. */
    private void add(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().add("small");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(styles.length == 0 ? USE_PREF_SIZE : 0);
        getChildren().add(label);
    }

    private void offer(Output output) {
        var value = new Label(output.value());
        value.getStyleClass().addAll("small", "mono", "muted");
        getChildren().addAll(value, new CopyButton("Copy " + output.name(), output::value));
    }
}
