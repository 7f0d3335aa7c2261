package companion.desktop.live.log;

import companion.desktop.component.Labels;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A line of a log with its time; one that failed is tinted. */
final class LogLine extends HBox {
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label time = Labels.of("", "mono", "micro", "muted");
    private final Label text = Labels.of("", "mono", "micro", "log-text");

    LogLine() {
        super();
        getStyleClass().add("log-line");
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(time, text);
    }

    void show(LogRow row) {
        time.setText(row.time());
        text.setText(row.text());
        pseudoClassStateChanged(MUTED, row.muted());
        pseudoClassStateChanged(FAILED, row.failed());
    }
}
