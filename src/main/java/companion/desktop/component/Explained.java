package companion.desktop.component;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * Around a control: why it cannot be used now, as a tooltip and read aloud. A disabled control shows no tooltip of its own, but
 * the pane around it does. Where it can be used, its own tooltip and help hold.
 */
public final class Explained extends StackPane {
    private final Control control;
    private final Tooltip why = new Tooltip();
    private final String help;
    private String said = "";

    public Explained(Control control) {
        this.control = control;
        this.help = control.getAccessibleHelp() == null ? "" : control.getAccessibleHelp();
        why.setWrapText(true);
        why.setMaxWidth(520);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(control.getMinWidth());
        visibleProperty().bind(control.visibleProperty());
        managedProperty().bind(control.managedProperty());
        getChildren().add(control);
    }

    /** Takes the place that a control has among others. */
    public static Explained inPlaceOf(Control control) {
        Parent parent = control.getParent();
        if (!(parent instanceof Pane pane)) {
            throw new IllegalArgumentException("No place to take: " + control);
        }
        int at = pane.getChildren().indexOf(control);
        var grows = HBox.getHgrow(control);
        pane.getChildren().remove(at);
        var explained = new Explained(control);
        HBox.setHgrow(explained, grows);
        pane.getChildren().add(at, explained);
        return explained;
    }

    /** @param reason why it cannot be used now; empty if it can */
    public void show(String reason) {
        control.setDisable(!reason.isEmpty());
        if (reason.equals(said)) {
            return;
        }
        if (reason.isEmpty()) {
            Tooltip.uninstall(this, why);
            control.setAccessibleHelp(help);
        } else {
            why.setText(reason);
            control.setAccessibleHelp(reason);
            if (said.isEmpty()) {
                Tooltip.install(this, why);
            }
        }
        said = reason;
    }
}
