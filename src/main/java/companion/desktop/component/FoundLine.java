package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.workshop.Check;
import companion.workshop.Output;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What a check found: its words, and the first thing of it that is worth copying. */
public final class FoundLine extends HBox {
    public FoundLine(Check.Found found) {
        getStyleClass().add("found-line");
        setAlignment(Pos.CENTER_LEFT);
        int comma = found.what().indexOf(", ");
        var first = Prose.line(bold(comma < 0 ? found.what() : found.what().substring(0, comma)));
        first.setMaxWidth(USE_PREF_SIZE);
        first.setMinWidth(USE_PREF_SIZE);
        var rest = new Label(comma < 0 ? "" : found.what().substring(comma + 2));
        rest.getStyleClass().addAll("small", "muted");
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new StatusGlyph(14, State.OK), first, rest, gap);
        found.outputs().stream().findFirst().ifPresent(this::offer);
    }

    /** What follows the word Found is a name, and stands out. */
    private static String bold(String what) {
        return what.startsWith("Found ") ? "Found **" + what.substring(6) + "**" : what;
    }

    private void offer(Output output) {
        var value = new Label(output.value());
        value.getStyleClass().addAll("small", "mono", "muted");
        getChildren().addAll(value, new CopyButton("Copy " + output.name(), output::value));
    }
}
