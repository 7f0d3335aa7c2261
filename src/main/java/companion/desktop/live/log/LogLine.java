package companion.desktop.live.log;

import companion.desktop.component.Labels;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A line of a log with its time; one that failed is tinted, and so is one that was looked for. */
final class LogLine extends HBox {
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

    private final Label time = Labels.of("", "mono", "micro", "muted");
    private final Label text = Labels.of("", "mono", "micro", "log-text");

    LogLine() {
        super();
        getStyleClass().add("log-line");
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(time, text);
    }

    void show(LogItem.Row row, boolean hit, boolean wrap) {
        time.setText(row.time());
        text.setText(row.text());
        text.setWrapText(wrap);
        text.setMinHeight(wrap ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
        pseudoClassStateChanged(MUTED, row.muted());
        pseudoClassStateChanged(FAILED, row.failed());
        pseudoClassStateChanged(HIT, hit);
    }
}
