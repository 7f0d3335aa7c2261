package companion.desktop.live.act;

import companion.desktop.component.CodeText;
import companion.desktop.component.Labels;
import companion.monitor.act.Act;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** An act's button beside the call that it would make, or the reason why it cannot be made. */
final class ActRow extends HBox {
    private final Pilot pilot;
    private final ActButton button;
    private final CodeText call = new CodeText();
    private final Label reason = Labels.of("", "small", "muted");
    private final StackPane beside = new StackPane(call, reason);

    ActRow(Pilot pilot) {
        super();
        this.pilot = pilot;
        button = new ActButton(pilot);
        getStyleClass().add("act-row");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        button.getStyleClass().add("act-row-button");
        button.setMinWidth(USE_PREF_SIZE);
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        beside.setAlignment(Pos.CENTER_LEFT);
        beside.setMinWidth(0);
        HBox.setHgrow(beside, Priority.ALWAYS);
        getChildren().addAll(button, beside);
    }

    void show(Act act) {
        button.show(act);
        boolean can = act.blocked().isEmpty();
        call.setVisible(can);
        call.setManaged(can);
        reason.setVisible(!can);
        reason.setManaged(!can);
        reason.setText(act.blocked().orElse(""));
        call.showCommand(can ? pilot.command(act) : "");
    }

    ActButton button() {
        return button;
    }
}
