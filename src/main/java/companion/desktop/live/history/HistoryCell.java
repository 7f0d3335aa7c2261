package companion.desktop.live.history;

import companion.desktop.component.Labels;
import companion.desktop.live.history.HistoryModel.Row;
import companion.desktop.status.StatusGlyph;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An execution in the list: how it went, what it brought, how long each stage took. */
final class HistoryCell extends ListCell<HistoryModel.Row> {
    private final StatusGlyph glyph = new StatusGlyph(16);
    private final Label message = Labels.of("", "strong");
    private final Label about = Labels.of("", "small", "muted");
    private final Label commit = Labels.of("", "small", "mono", "muted");
    private final Label took = Labels.of("", "small", "mono");
    private final HBox chips = new HBox();
    private final HBox row;

    HistoryCell() {
        setPrefWidth(0);
        chips.getStyleClass().add("history-chips");
        chips.setAlignment(Pos.CENTER_RIGHT);
        chips.setMinWidth(Region.USE_PREF_SIZE);
        took.setMinWidth(Region.USE_PREF_SIZE);
        commit.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(commit, about);
        line.getStyleClass().add("note-head");
        var words = new VBox(message, line);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(glyph, words, chips, took);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("history-row");
    }

    @Override
    protected void updateItem(HistoryModel.@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        glyph.setState(item.state());
        message.setText(item.message().isEmpty() ? item.entry().execution().id() : item.message());
        commit.setText(item.commit());
        about.setText(item.word() + " • " + item.started() + " • " + item.trigger());
        took.setText(item.took());
        chips.getChildren().setAll(item.stages().stream().map(HistoryCell::chip).toList());
        if (!item.more().isEmpty()) {
            chips.getChildren().add(Labels.of(item.more(), "small", "muted"));
        }
        setGraphic(row);
        setAccessibleText(item.spoken());
    }

    private static Label chip(HistoryModel.Chip chip) {
        var label = Labels.of(chip.took(), "micro", "mono", "history-chip");
        label.setGraphic(new StatusGlyph(12, chip.state()));
        label.setTooltip(new Tooltip(chip.stage() + " " + chip.took()));
        label.setAccessibleText(chip.stage() + ", " + chip.state().spoken() + ", " + chip.took());
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
