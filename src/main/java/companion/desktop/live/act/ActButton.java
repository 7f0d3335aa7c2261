package companion.desktop.live.act;

import companion.desktop.component.Icon;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A button for an act: the call in its tooltip where it can be done, the reason where it cannot. In a real account, what
 * cannot be undone asks for a second press, which names the account; Esc or looking elsewhere takes the first one back.
 */
public final class ActButton extends StackPane {
    private final Pilot pilot;
    private final Button button = new Button();
    private final Tooltip tip = new Tooltip();
    private @Nullable Act act;
    private boolean asking;
    private boolean primary;

    public ActButton(Pilot pilot) {
        this.pilot = pilot;
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> fire());
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && asking) {
                ask(false);
                event.consume();
            }
        });
        button.focusedProperty().subscribe(focused -> {
            if (!focused) {
                ask(false);
            }
        });
        tip.setWrapText(true);
        tip.setMaxWidth(520);
        // A disabled button shows no tooltip of its own; the pane around it does.
        Tooltip.install(this, tip);
        getChildren().add(button);
    }

    public void show(Act next) {
        act = next;
        asking = false;
        var why = pilot.blocked(next);
        button.setDisable(why.isPresent());
        tip.setText(why.orElseGet(() -> pilot.command(next)));
        button.setAccessibleHelp(why.orElse(""));
        paint();
    }

    /** Whether it is the one that its card is about. */
    public void primary(boolean on) {
        primary = on;
        paint();
    }

    private void paint() {
        if (act == null) {
            return;
        }
        button.setGraphic(new Icon(Pilot.icon(act)));
        button.setText(asking ? pilot.confirmation() : act.label());
        button.setAccessibleText(asking ? pilot.question(act) : act.label());
        button.getStyleClass().setAll("button");
        if (asking) {
            button.getStyleClass().add("danger");
        } else if (primary || act.kind() == Kind.END_WAIT) {
            button.getStyleClass().add("accent");
        } else if (act.kind() == Kind.STOP_AND_ROLL_BACK) {
            button.getStyleClass().addAll("danger", "button-outlined");
        }
    }

    private void ask(boolean on) {
        if (asking != on) {
            asking = on;
            paint();
        }
    }

    /** What it would call, as an AWS CLI command; empty where it cannot. */
    public String command() {
        return act == null || act.blocked().isPresent() ? "" : pilot.command(act);
    }

    /** Presses it. */
    public void fire() {
        if (act == null || button.isDisabled()) {
            return;
        }
        if (pilot.asks(act) && !asking) {
            button.requestFocus();
            ask(true);
        } else {
            ask(false);
            pilot.perform(act);
        }
    }
}
