package companion.desktop.live;

import companion.desktop.live.LiveModel.Tile;
import companion.monitor.ReleaseWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the last visitors got, one tile each, newest right. */
public final class VisitorStrip extends HBox {
    private static final int TILES = ReleaseWatch.VISITS;
    /** In em of a tile's type: two letters and a little air. */
    private static final double NARROWEST = 1.75;

    private final List<StackPane> tiles = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private List<Tile> shown = List.of();

    public VisitorStrip() {
        getStyleClass().add("visitor-strip");
        setAccessibleRole(AccessibleRole.TEXT);
        for (int i = 0; i < TILES; i++) {
            var label = StageCards.styled("", "visit-text", "strong");
            var foot = new Region();
            foot.getStyleClass().add("foot");
            var tile = new StackPane(label, foot);
            StackPane.setAlignment(foot, Pos.BOTTOM_CENTER);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tiles.add(tile);
            labels.add(label);
        }
        getChildren().addAll(tiles);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
        paint(List.of());
    }

    /** Where there is no room for all tiles, the oldest go. */
    private void fit(double width) {
        double narrowest = labels.getFirst().getFont().getSize() * NARROWEST;
        int room = width <= 0 ? TILES : (int) (width / narrowest);
        for (int i = 0; i < TILES; i++) {
            boolean fits = i >= TILES - room;
            tiles.get(i).setVisible(fits);
            tiles.get(i).setManaged(fits);
        }
    }

    void show(List<Tile> visits, String spoken) {
        if (!visits.equals(shown)) {
            shown = List.copyOf(visits);
            paint(visits);
        }
        setAccessibleText(spoken);
    }

    private void paint(List<Tile> visits) {
        int empty = TILES - visits.size();
        for (int i = 0; i < TILES; i++) {
            var tile = tiles.get(i);
            if (i < empty) {
                labels.get(i).setText("");
                tile.getStyleClass().setAll("visit", "none");
            } else {
                var visit = visits.get(i - empty);
                labels.get(i).setText(visit.text());
                tile.getStyleClass().setAll("visit", visit.kind().name().toLowerCase(Locale.ROOT));
                if (visit.slow()) {
                    tile.getStyleClass().add("slow");
                }
            }
        }
    }
}
