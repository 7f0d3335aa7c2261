package companion.desktop.live.why;

import companion.desktop.component.Labels;
import companion.desktop.component.Prose;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.monitor.why.Why;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The likely cause in words, and below them the setting that is not as it should be. */
final class LikelyCause {
    private static final String NONE = "No known cause. What AWS says is below; Copy details takes all of it along.";
    private static final String NO_WORD = "No known cause, and AWS says no more about it.";

    private LikelyCause() {}

    static Node of(WhyModel model) {
        var box = new VBox(Prose.line(
                !model.cause().isEmpty() ? model.cause() : model.evidence().isEmpty() ? NO_WORD : NONE));
        box.getStyleClass().add("why-cause");
        var field = model.field();
        if (field != null) {
            box.getChildren().add(difference(field));
        }
        return box;
    }

    private static Node difference(Why.Field field) {
        var row = new OneLine(
                pair(Labels.of(field.name(), "small", "mono")),
                pair(Labels.of("expected", "small", "muted"),
                        Labels.of(field.expected(), "small", "mono", "strong", "difference-expected")),
                pair(Labels.of("found", "small", "muted"),
                        Labels.of(field.found(), "small", "mono", "strong", "difference-found")),
                new StatusBadge(State.DIFFERS, "Differs"));
        row.getStyleClass().add("why-field");
        row.setRowValignment(VPos.CENTER);
        row.setMaxWidth(Region.USE_PREF_SIZE);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(field.name() + ", expected " + field.expected() + ", found " + field.found());
        return row;
    }

    /** What stays together where the line is too long for the card. */
    private static Node pair(Label... labels) {
        var pair = new HBox(labels);
        pair.getStyleClass().add("why-pair");
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }
}
