package companion.desktop.live;

import companion.desktop.live.LiveModel.TrackStop;
import companion.desktop.status.StatusGlyph;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lifecycle events as glyphs on a line, each with its name and how long it took. */
public final class LifecycleTrack extends Region {
    private final List<VBox> stops = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private List<TrackStop> shown = List.of();

    public LifecycleTrack() {
        getStyleClass().add("lifecycle-track");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Lifecycle events");
    }

    void show(List<TrackStop> track) {
        if (track.equals(shown)) {
            return;
        }
        shown = List.copyOf(track);
        stops.clear();
        lines.clear();
        for (var stop : track) {
            var name = StageCards.styled(stop.name(), "small", "name");
            if (stop.current()) {
                name.getStyleClass().add("strong");
            }
            var box = new VBox(
                    new StatusGlyph(16, stop.state()), name, StageCards.styled(stop.note(), "micro", "mono", "muted"));
            box.setAlignment(Pos.TOP_CENTER);
            box.getStyleClass().add("stop");
            box.setAccessibleRole(AccessibleRole.LIST_ITEM);
            box.setAccessibleText(stop.spoken());
            box.setFocusTraversable(true);
            if (!stops.isEmpty()) {
                var line = new Region();
                line.getStyleClass().add("track-line");
                lines.add(line);
            }
            stops.add(box);
        }
        getChildren().setAll(lines);
        getChildren().addAll(stops);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + stops.stream().mapToDouble(stop -> stop.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double step = stops.isEmpty() ? 0 : width / stops.size();
        for (int i = 0; i < stops.size(); i++) {
            var stop = stops.get(i);
            double preferred = Math.min(stop.prefWidth(-1), step);
            double x = left + step * i + (step - preferred) / 2;
            stop.resizeRelocate(snapPositionX(x), top, preferred, stop.prefHeight(-1));
        }
        for (int i = 0; i < lines.size(); i++) {
            var from = glyphOf(stops.get(i));
            var to = glyphOf(stops.get(i + 1));
            double gap = from.getWidth() / 2;
            double height = lines.get(i).prefHeight(-1);
            lines.get(i).resizeRelocate(
                    from.getMaxX() + gap,
                    snapPositionY(from.getCenterY() - height / 2),
                    Math.max(0, to.getMinX() - from.getMaxX() - 2 * gap),
                    height);
        }
    }

    /** Where a stop's glyph stands, in this track. */
    private static Bounds glyphOf(VBox stop) {
        stop.layout();
        return stop.localToParent(stop.getChildren().getFirst().getBoundsInParent());
    }
}
