package companion.desktop.live;

import companion.desktop.live.LiveModel.Tile;
import companion.monitor.watch.ReleaseWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * What the last visitors got, one tile a visit, the newest at the right; where there is no room for all, the oldest go. A
 * visit appears; nothing slides.
 */
public final class VisitorStrip extends Region {
    private static final double GAP = 2;
    /** In em of a tile's type: two letters and a little air. */
    private static final double NARROWEST = 1.5;
    private static final Duration BETWEEN_SPOKEN = Duration.ofSeconds(10);

    private final List<Label> tiles = new ArrayList<>();
    private List<Tile> shown = List.of();
    private long spokenAt;

    public VisitorStrip() {
        getStyleClass().add("visitor-strip");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        for (int i = 0; i < ReleaseWatch.VISITS; i++) {
            var tile = new Label();
            tile.getStyleClass().setAll("visit", "none");
            tiles.add(tile);
        }
        getChildren().addAll(tiles);
    }

    /** @param spoken said at most every ten seconds */
    void show(List<Tile> visits, String spoken) {
        if (!visits.equals(shown)) {
            shown = List.copyOf(visits);
            paint();
        }
        long now = System.nanoTime();
        if (getAccessibleText() == null || now - spokenAt > BETWEEN_SPOKEN.toNanos()) {
            spokenAt = now;
            setAccessibleText(spoken);
        }
    }

    private void paint() {
        int empty = tiles.size() - shown.size();
        for (int i = 0; i < tiles.size(); i++) {
            var tile = tiles.get(i);
            var visit = i < empty ? null : shown.get(i - empty);
            var text = visit == null ? "" : visit.text();
            var kind = visit == null ? "none" : visit.kind().name().toLowerCase(Locale.ROOT);
            var styles = visit != null && visit.slow() ? List.of("visit", kind, "slow") : List.of("visit", kind);
            if (!tile.getText().equals(text)) {
                tile.setText(text);
            }
            if (!tile.getStyleClass().equals(styles)) {
                tile.getStyleClass().setAll(styles);
            }
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double narrowest = tiles.getLast().getFont().getSize() * NARROWEST;
        int room = Math.clamp((int) ((getWidth() + GAP) / (narrowest + GAP)), 1, tiles.size());
        double width = (getWidth() - GAP * (room - 1)) / room;
        int gone = tiles.size() - room;
        for (int i = 0; i < tiles.size(); i++) {
            var tile = tiles.get(i);
            tile.setVisible(i >= gone);
            double left = snapPositionX((i - gone) * (width + GAP));
            double right = snapPositionX((i - gone) * (width + GAP) + width);
            tile.resizeRelocate(left, 0, Math.max(0, right - left), getHeight());
        }
    }
}
