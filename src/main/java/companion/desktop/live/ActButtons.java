package companion.desktop.live;

import companion.desktop.component.Buttons;
import companion.monitor.Act;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** Buttons for acts: disabled with the reason where they cannot be done, with the call in the tooltip where they can. */
final class ActButtons {
    private ActButtons() {}

    static Button of(Act act, LiveFeed feed) {
        var button = Buttons.of(act.label(), icon(act.kind()), () -> feed.perform(act));
        var why = act.blocked();
        button.setDisable(why.isPresent());
        // A disabled button shows no tooltip of its own; the pane around it does (see holder).
        button.setTooltip(new Tooltip(why.orElseGet(() -> feed.command(act))));
        button.setUserData(act);
        if (act.kind() == Act.Kind.END_WAIT) {
            button.getStyleClass().add("accent");
        }
        if (act.kind() == Act.Kind.STOP_AND_ROLL_BACK) {
            button.getStyleClass().addAll("danger", "button-outlined");
        }
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /** Exchanges the buttons only where an act changed, so that the focus stays where it is. */
    static void replace(Pane pane, List<Button> buttons) {
        var before = pane.getChildren().stream().map(ActButtons::actIn).toList();
        var after = buttons.stream().map(Button::getUserData).toList();
        if (!before.equals(after)) {
            pane.getChildren().setAll(buttons.stream().map(ActButtons::holder).toList());
        }
    }

    private static Object actIn(Node holder) {
        return ((StackPane) holder).getChildren().getFirst().getUserData();
    }

    private static StackPane holder(Button button) {
        var holder = new StackPane(button);
        if (button.isDisabled()) {
            Tooltip.install(holder, button.getTooltip());
        }
        return holder;
    }

    private static String icon(Act.Kind kind) {
        return switch (kind) {
            case RELEASE_CHANGE -> "mdi2p-play-outline";
            case RETRY_STAGE -> "mdi2r-restart";
            case STOP_EXECUTION, ABANDON_EXECUTION -> "mdi2s-stop-circle-outline";
            case END_WAIT -> "mdi2s-skip-next-outline";
            case STOP_AND_ROLL_BACK -> "mdi2u-undo-variant";
            case DISABLE_TRANSITION -> "mdi2p-pause";
            case ENABLE_TRANSITION -> "mdi2p-play";
        };
    }
}
