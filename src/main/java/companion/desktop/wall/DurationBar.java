package companion.desktop.wall;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** How long an execution takes against the usual: a bar whose middle, marked by a tick, is the usual. */
final class DurationBar extends Region {
    private static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");
    private static final double LINE = 0.308;
    private static final double TICK = 0.77;
    private static final double USUAL_AT = 0.5;

    private final Region track = new Region();
    private final Region done = new Region();
    private final Region tick = new Region();
    private double share;

    DurationBar() {
        getStyleClass().add("duration-bar");
        track.getStyleClass().add("track");
        done.getStyleClass().add("done");
        tick.getStyleClass().add("tick");
        getChildren().addAll(track, done, tick);
        getChildren().forEach(part -> part.setManaged(false));
    }

    /**
     * @param next 1 is as long as usual; empty leaves the bar out
     * @return whether there is a bar
     */
    boolean show(Optional<Double> next, boolean slow) {
        setVisible(next.isPresent());
        pseudoClassStateChanged(SLOW, slow);
        double now = next.orElse(0.0);
        if (now != share) {
            share = now;
            place();
        }
        return next.isPresent();
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        double line = snapSizeY(getHeight() * LINE);
        double top = snapPositionY((getHeight() - line) / 2);
        double high = snapSizeY(getHeight() * TICK);
        track.resizeRelocate(0, top, getWidth(), line);
        // A bar shorter than it is high would not be seen as one.
        done.resizeRelocate(0, top, Math.clamp(getWidth() * share * USUAL_AT, Math.min(1, getWidth()), getWidth()), line);
        tick.resizeRelocate(
                snapPositionX(getWidth() * USUAL_AT), snapPositionY((getHeight() - high) / 2), Math.max(1, Math.floor(line / 3)), high);
    }
}
