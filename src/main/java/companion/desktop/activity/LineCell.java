package companion.desktop.activity;

import companion.desktop.status.StatusGlyph;
import companion.desktop.text.Format;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** An event or a line of the log. */
final class LineCell extends ListCell<ActivityLine> {
    private final ZoneId zone;
    private final Label time = new Label();
    private final StatusGlyph glyph = new StatusGlyph(14);
    private final Label subject = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(time, glyph, subject, text);

    LineCell(ZoneId zone) {
        this.zone = zone;
        time.getStyleClass().addAll("small", "mono", "muted", "activity-time");
        subject.getStyleClass().addAll("small", "activity-subject");
        text.getStyleClass().addAll("small", "mono", "muted");
        row.getStyleClass().add("activity-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ActivityLine item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(Format.time(item.at(), zone));
        glyph.setState(item.state());
        subject.setText(item.subject());
        text.setText(item.text());
        setGraphic(row);
        setAccessibleText(Format.time(item.at(), zone) + ", " + item.subject() + ", " + item.text());
    }
}
