package companion.desktop.wall.places;

import companion.desktop.component.Buttons;
import companion.desktop.component.CodeText;
import companion.desktop.component.Labels;
import companion.desktop.fx.FxThread;
import companion.desktop.wall.places.WatchedPlaces.PushPlan;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Switches push: pressed once it shows the calls, what they change and what they cost, with the button that makes them. */
final class PushSwitch extends VBox {
    private static final String TURNS_ON =
            "Events of pipelines, builds, deployments and services go to a queue of yours, and what they tell is read at once. "
                    + "Everything else is then only checked now and then. The queue is asked every 20 seconds, some 130,000 "
                    + "requests to SQS a month, of which the first million are free.";
    private static final String TURNS_OFF = "The rule and its queue are removed, and changes are asked for again.";

    private final WatchedPlaces places;
    private final Button button;
    private final StackPane holder;
    private final Tooltip tip = new Tooltip();
    private final Label words = Labels.of("", "small", "muted");
    private final CodeText calls = new CodeText();
    private final Button doIt;
    private @Nullable WatchedPlace place;

    PushSwitch(WatchedPlaces places) {
        this.places = places;
        getStyleClass().add("push-plan");
        button = Buttons.small("Turn on push…", "", this::plan);
        button.setMinWidth(USE_PREF_SIZE);
        // A disabled button shows no tooltip of its own; the pane around it does.
        holder = new StackPane(button);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        Tooltip.install(holder, tip);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        doIt = Buttons.small("Turn on push", "", this::turn);
        doIt.getStyleClass().add("accent");
        var buttons = new HBox(doIt, Buttons.small("Leave it", "", this::fold));
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        var code = new VBox(calls);
        code.getStyleClass().add("push-calls");
        getChildren().addAll(words, code, buttons);
        fold();
    }

    /** What opens it. */
    Node button() {
        return holder;
    }

    void show(WatchedPlace now) {
        boolean turned = place == null || !place.id().equals(now.id()) || place.isPushOn() != now.isPushOn();
        place = now;
        if (turned) {
            fold();
        }
        button.setText(now.isPushOn() ? "Turn off push…" : "Turn on push…");
        button.setAccessibleText((now.isPushOn() ? "Turn off push for " : "Turn on push for ") + now.spoken());
        var blocked = now.pushBlocked();
        button.setDisable(blocked != null);
        button.setAccessibleHelp(blocked);
        tip.setText(blocked == null ? now.push().says() : blocked);
    }

    private void plan() {
        if (place != null) {
            var asked = place;
            places.planPush(asked.id(), !asked.isPushOn(), plan -> FxThread.run(() -> unfold(asked, plan)));
        }
    }

    private void unfold(WatchedPlace asked, PushPlan plan) {
        if (place == null || !place.id().equals(asked.id()) || place.isPushOn() != asked.isPushOn()) {
            return;
        }
        boolean off = asked.isPushOn();
        words.setText(!plan.refused().isEmpty() ? "Can’t tell what it would call: " + plan.refused()
                : off ? TURNS_OFF : TURNS_ON);
        calls.showCommand(String.join("\n", plan.commands()));
        doIt.setText(off ? "Turn off push" : "Turn on push");
        doIt.setAccessibleText(
                "Make these calls: turn " + (off ? "off" : "on") + " push for " + asked.spoken());
        doIt.setDisable(!plan.refused().isEmpty());
        setVisible(true);
        setManaged(true);
        doIt.requestFocus();
    }

    private void turn() {
        if (place != null) {
            places.push(place.id(), !place.isPushOn());
            fold();
            button.requestFocus();
        }
    }

    private void fold() {
        setVisible(false);
        setManaged(false);
    }
}
