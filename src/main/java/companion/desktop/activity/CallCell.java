package companion.desktop.activity;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A call in one line: when, how it went, what, and what came back. */
final class CallCell extends ListCell<CallItem> {
    private final ZoneId zone;
    private final Label time = cell("activity-time", "muted");
    private final StatusGlyph glyph = new StatusGlyph(14);
    private final Label service = new Label();
    private final Label operation = cell("activity-operation");
    private final Label status = cell("activity-status", "muted");
    private final Label took = cell("activity-took", "muted");
    private final Label answer = cell("activity-answer");
    private final HBox row = new HBox(time, glyph, service, operation, status, took, answer);

    CallCell(ZoneId zone) {
        this.zone = zone;
        service.getStyleClass().addAll("small", "activity-service");
        row.getStyleClass().add("activity-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(answer, Priority.ALWAYS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Label cell(String... styles) {
        var label = new Label();
        label.getStyleClass().addAll("small", "mono");
        label.getStyleClass().addAll(styles);
        return label;
    }

    @Override
    protected void updateItem(@Nullable CallItem item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(item.time(zone));
        glyph.setState(item.state());
        service.setText(item.call().service());
        operation.setText(item.call().operation());
        status.setText(item.status());
        took.setText(item.took());
        answer.setText(item.answer());
        boolean loud = item.state() == State.FAILED;
        answer.getStyleClass().remove("muted");
        if (!loud) {
            answer.getStyleClass().add("muted");
        }
        setGraphic(row);
        setAccessibleText(String.join(
                ", ", item.time(zone), item.call().service(), item.call().operation(), item.status(), item.answer()));
    }
}
