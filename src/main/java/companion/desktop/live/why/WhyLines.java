package companion.desktop.live.why;

import companion.desktop.component.Labels;
import companion.desktop.component.Prose;
import companion.desktop.live.why.WhyModel.Evidence;
import companion.desktop.live.why.WhyModel.Line;
import companion.monitor.why.Why;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The rows of the why card: lines of the log, the steps to do next, what the services said. */
final class WhyLines {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private WhyLines() {}

    static Node log(List<Line> lines) {
        var box = new VBox();
        box.getStyleClass().add("log-excerpt");
        box.setAccessibleRole(AccessibleRole.LIST_VIEW);
        box.setAccessibleText("The log around the line that failed");
        lines.forEach(line -> box.getChildren().add(line(line)));
        return box;
    }

    private static Node line(Line line) {
        var number = Labels.of(line.number(), "mono", "micro", "muted", "why-number");
        var time = Labels.of(line.time(), "mono", "micro", "muted", "why-time");
        var text = Labels.of(line.text(), "mono", "micro", "log-text");
        number.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        if (line.failed()) {
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
        }
        var row = new HBox(number, time, text);
        row.getStyleClass().addAll("log-line", "why-line-row");
        row.pseudoClassStateChanged(FAILED, line.failed());
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText("Line " + line.number() + (line.failed() ? ", failed: " : ": ") + line.text());
        return row;
    }

    static Node steps(List<Why.Step> steps) {
        var box = new VBox();
        box.getStyleClass().add("why-steps");
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var number = Labels.of(Integer.toString(i + 1), "micro", "muted", "why-step-number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            var text = Prose.line(step.text() + (step.operation().isEmpty() ? "" : "  `" + step.operation() + "`"));
            text.getStyleClass().add("why-step-text");
            HBox.setHgrow(text, Priority.ALWAYS);
            var row = new HBox(number, text);
            row.setAlignment(Pos.TOP_LEFT);
            row.getStyleClass().add("why-row");
            box.getChildren().add(row);
        }
        return box;
    }

    static Node evidence(List<Evidence> evidence) {
        var box = new VBox();
        box.getStyleClass().add("why-steps");
        for (var each : evidence) {
            var time = Labels.of(each.time(), "mono", "micro", "muted", "why-time");
            var source = Labels.of(each.source(), "small", "strong", "why-source");
            var text = Labels.of(each.text(), "small");
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            time.setMinWidth(Region.USE_PREF_SIZE);
            source.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            var row = new HBox(time, source, text);
            row.setAlignment(Pos.TOP_LEFT);
            row.getStyleClass().add("why-row");
            box.getChildren().add(row);
        }
        return box;
    }
}
