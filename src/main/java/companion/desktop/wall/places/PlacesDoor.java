package companion.desktop.wall.places;

import companion.desktop.fx.FxThread;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The button that says which accounts and Regions are shown, and the place where it opens them. */
public final class PlacesDoor {
    private final @Nullable WatchedPlaces places;
    private final Button button;
    private final StackPane room;
    private final Runnable changed;
    private final Runnable unlisten;
    private List<WatchedPlace> known = List.of();
    private @Nullable PlacesPanel panel;

    /**
     * @param places empty if they cannot be chosen
     * @param changed told when they change, on the JavaFX thread
     */
    public PlacesDoor(Optional<WatchedPlaces> places, Button button, StackPane room, Runnable changed) {
        this.places = places.orElse(null);
        this.button = button;
        this.room = room;
        this.changed = changed;
        shown(false);
        button.setVisible(this.places != null);
        button.setManaged(this.places != null);
        button.setOnAction(event -> toggle());
        Consumer<List<WatchedPlace>> show = FxThread.latest(this::show);
        unlisten = places.map(each -> each.listen(show)).orElse(() -> {});
    }

    /** Opens them, or closes them. */
    public void toggle() {
        if (places == null) {
            return;
        }
        if (panel != null) {
            panel = null;
            room.getChildren().clear();
            shown(false);
            button.requestFocus();
            return;
        }
        panel = new PlacesPanel(places, this::toggle);
        panel.show(known);
        room.getChildren().setAll(panel);
        shown(true);
        panel.enter();
    }

    /** {@code us-east-1}, {@code 3 Regions}, {@code 2 accounts, 3 Regions}; empty while nothing is known. */
    public String title() {
        long accounts = known.stream().map(WatchedPlace::account).distinct().count();
        var regions = known.stream().map(WatchedPlace::region).distinct().toList();
        if (accounts > 1) {
            return accounts + " accounts, " + regions.size() + (regions.size() == 1 ? " Region" : " Regions");
        }
        return regions.size() == 1 ? regions.getFirst() : regions.isEmpty() ? "" : regions.size() + " Regions";
    }

    public void close() {
        unlisten.run();
    }

    private void show(List<WatchedPlace> now) {
        var before = title();
        known = now;
        button.setText(title());
        button.setAccessibleText("Accounts and Regions: " + title());
        if (panel != null) {
            panel.show(now);
        }
        if (!before.equals(title())) {
            changed.run();
        }
    }

    private void shown(boolean on) {
        room.setVisible(on);
        room.setManaged(on);
    }
}
