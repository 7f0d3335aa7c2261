package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The events of a deployment in AWS's order, as glyphs on a line. */
public final class LifecycleTrack extends HBox {

    /**
     * An event.
     *
     * @param name as AWS names it: {@code AllowTraffic}
     * @param detail its duration, or {@code no hook}
     * @param current whether it is what happens now
     */
    public record Event(String name, State state, String detail, boolean current) {}

    public LifecycleTrack() {
        getStyleClass().add("lifecycle");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Lifecycle events");
    }

    public void show(List<Event> events) {
        getChildren().clear();
        for (int i = 0; i < events.size(); i++) {
            getChildren().add(cell(events.get(i), i == 0, i == events.size() - 1));
        }
    }

    private static VBox cell(Event event, boolean first, boolean last) {
        var track = new HBox(line(!first), new StatusGlyph(16, event.state()), line(!last));
        track.setAlignment(Pos.CENTER);
        track.getStyleClass().add("lifecycle-line");
        var name = new Label(event.name());
        var quiet = event.state() == State.NOT_STARTED ? "muted" : "default";
        name.getStyleClass().addAll("small", event.current() ? "strong" : quiet);
        var detail = new Label(event.detail());
        detail.getStyleClass().addAll("micro", "mono", event.current() ? "strong" : "muted");
        var cell = new VBox(track, name, detail);
        cell.setAlignment(Pos.TOP_CENTER);
        cell.getStyleClass().add("lifecycle-event");
        cell.setMinWidth(0);
        cell.setPrefWidth(0);
        cell.setAccessibleRole(AccessibleRole.LIST_ITEM);
        cell.setAccessibleText(event.name() + ", " + event.state().spoken() + ", " + event.detail());
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    private static Region line(boolean shown) {
        var line = new Region();
        line.getStyleClass().add("track");
        line.setVisible(shown);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }
}
