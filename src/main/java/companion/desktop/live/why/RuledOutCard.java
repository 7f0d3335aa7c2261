package companion.desktop.live.why;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What was looked at and is not the cause. */
public final class RuledOutCard extends VBox {
    private final FlowPane facts = new FlowPane();
    private final Repeated<String, Label> labels = new Repeated<>(
            () -> {
                var label = new Label();
                label.setGraphic(new StatusGlyph(14, State.OK));
                label.setWrapText(true);
                return label;
            },
            Label::setText);

    public RuledOutCard() {
        getStyleClass().add("card-box");
        var head = new HBox(Labels.of("Ruled out", "strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        facts.getStyleClass().add("ruled-out");
        facts.setAccessibleRole(AccessibleRole.LIST_VIEW);
        facts.setAccessibleText("Ruled out");
        getChildren().addAll(head, facts);
    }

    public void show(List<String> ruledOut) {
        labels.show(ruledOut, facts);
        setVisible(!ruledOut.isEmpty());
        setManaged(!ruledOut.isEmpty());
    }
}
