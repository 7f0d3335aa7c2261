package companion.desktop.wall.places;

import companion.desktop.component.Buttons;
import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An account and Region: how it is called, how it answers, whether its changes are told, and what switches that. */
final class PlaceRow extends VBox {
    private static final String STAYS = "Turn off push first: its rule and its queue would stay in the account.";

    private final WatchedPlaces places;
    private final StatusGlyph glyph = new StatusGlyph(16, State.OK);
    private final Label region = Labels.of("", "mono", "place-region");
    private final Label name = Labels.of("", "place-name");
    private final Label account = Labels.of("", "small", "mono", "muted");
    private final Label push = Labels.of("", "small", "muted");
    private final Button remove;
    private final Tooltip removeTip = new Tooltip();
    private final Label trouble = Labels.of("", "small", "warning-words");
    private final PushSwitch pushing;
    private @Nullable WatchedPlace shown;

    PlaceRow(WatchedPlaces places) {
        this.places = places;
        this.pushing = new PushSwitch(places);
        getStyleClass().add("place-row");
        remove = Buttons.icon("Watch it no more", "mdi2c-close", this::remove);
        remove.getStyleClass().add("small");
        // A disabled button shows no tooltip of its own; the pane around it does.
        var removeHolder = new StackPane(remove);
        Tooltip.install(removeHolder, removeTip);
        var line = new HBox(glyph, region, name, account, RowButton.gap(), push, pushing.button(), removeHolder);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("place-line");
        for (var each : new Label[] {region, name, push}) {
            each.setMinWidth(USE_PREF_SIZE);
        }
        trouble.setWrapText(true);
        getChildren().addAll(line, trouble, pushing);
    }

    void show(WatchedPlace place) {
        shown = place;
        var unread = place.unread();
        glyph.setState(unread == null ? State.OK : State.WARNING);
        region.setText(place.region());
        name.setText(place.name());
        account.setText(place.shortAccount());
        push.setText(place.isPushOn() ? "Read by push" : "Read by polling");
        // Where the window is connected to stays; the room for the button does, too.
        remove.setVisible(!place.fixed());
        Buttons.name(remove, "Watch " + place.spoken() + " no more");
        remove.setDisable(place.isPushOn());
        remove.setAccessibleHelp(place.isPushOn() ? STAYS : null);
        removeTip.setText(place.isPushOn() ? STAYS : "Watch it no more");
        var words = unread != null
                ? "Can’t read: " + unread.code() + ", " + unread.message()
                : !place.pushRefused().isEmpty() ? "Push: " + place.pushRefused() : "";
        trouble.setText(words);
        trouble.setVisible(!words.isEmpty());
        trouble.setManaged(!words.isEmpty());
        pushing.show(place);
    }

    private void remove() {
        if (shown != null) {
            places.remove(shown.id());
        }
    }
}
