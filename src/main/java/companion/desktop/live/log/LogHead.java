package companion.desktop.live.log;

import companion.desktop.component.Icon;
import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.desktop.text.Format;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The head of a phase in a log: folds its lines away, and says how many there are. */
final class LogHead extends HBox {
    private final Icon chevron = new Icon("mdi2c-chevron-down", 14);
    private final StatusGlyph glyph = new StatusGlyph(12, State.FAILED);
    private final Label name = Labels.of("", "mono", "micro", "strong");
    private final Label lines = Labels.of("", "mono", "micro", "muted");

    LogHead() {
        super();
        getStyleClass().add("log-head");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(chevron, name, glyph, RowButton.gap(), lines);
    }

    void show(LogItem.Head head) {
        chevron.setCode(head.folded() ? "mdi2c-chevron-right" : "mdi2c-chevron-down");
        name.setText(head.phase());
        glyph.setVisible(head.failed());
        lines.setText(Format.count(head.lines(), "line"));
    }
}
