package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The stages of a pipeline in one line of 20 px; from five stages on only the current one is named. */
public final class CompactStrip extends HBox {
    private static final int ALL_NAMED = 4;

    /** @param current whether it is the one to look at: it runs, waits or failed */
    public record Cell(String name, State state, boolean current) {}

    public CompactStrip() {
        getStyleClass().add("compact-strip");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public void show(List<Cell> cells) {
        getChildren().clear();
        var spoken = new StringBuilder();
        for (var cell : cells) {
            var box = new HBox(new StatusGlyph(12, cell.state()));
            if (cells.size() <= ALL_NAMED || cell.current()) {
                var name = new Label(cell.name());
                name.getStyleClass().add("micro");
                box.getChildren().add(name);
            }
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().addAll("compact-cell", cell.state().tone().styleClass());
            if (cell.current()) {
                box.getStyleClass().add("current");
            }
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(box);
            spoken.append(spoken.isEmpty() ? "" : ", ").append(cell.name()).append(' ')
                    .append(cell.state().spoken());
        }
        setAccessibleText(spoken.toString());
    }
}
