package companion.desktop.wall.places;

import companion.desktop.component.Buttons;
import companion.desktop.component.EscapeScope;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.fx.Focus;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The accounts and Regions of the wall, a line each, and below them what adds another one. */
public final class PlacesPanel extends VBox implements EscapeScope {
    private final VBox list = new VBox();
    private final PlaceAdder adder;
    private final Repeated<WatchedPlace, PlaceRow> rows;

    /** @param closed what its close button and Esc do */
    public PlacesPanel(WatchedPlaces places, Runnable closed) {
        getStyleClass().addAll("card-box", "places");
        rows = new Repeated<>(() -> new PlaceRow(places), PlaceRow::show);
        adder = new PlaceAdder(places);
        var head = new HBox(
                Labels.of("Accounts and Regions", "strong"),
                Labels.of("whose pipelines are shown here", "small", "muted"),
                RowButton.gap(),
                Buttons.icon("Close, Esc", "mdi2c-close", closed));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        list.getStyleClass().add("place-list");
        getChildren().addAll(head, list, adder);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                closed.run();
                event.consume();
            }
        });
    }

    public void show(List<WatchedPlace> now) {
        rows.show(now, list);
    }

    /** Puts the keyboard on what chooses another one. */
    public void enter() {
        Focus.enter(adder);
    }
}
