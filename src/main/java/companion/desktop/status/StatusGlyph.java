package companion.desktop.status;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.NamedArg;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A state as a shape, in a square holder whose side comes from its style class: {@code glyph-12} in a badge, {@code
 * glyph-14}
 * in a dense row, {@code glyph-16} in a row, {@code glyph-18} on a stage card, {@code glyph-28} for an audience (px
 * at the
 * usual size of type).
 */
public final class StatusGlyph extends Region {
    private static final double FIELD = 16;

    private final SVGPath path = new SVGPath();
    private final Circle dashes = new Circle(8, 8, 6.2);
    private final SVGPath core = new SVGPath();
    private final Scale scale = new Scale(1, 1);
    private final Rotate ring = new Rotate(0, FIELD / 2, FIELD / 2);
    private @Nullable State state;
    private @Nullable Timeline turning;

    public StatusGlyph(@NamedArg("size") int size) {
        getStyleClass().addAll("status-glyph", "glyph-" + size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        path.setFillRule(FillRule.EVEN_ODD);
        path.getStyleClass().add("shape");
        dashes.getStyleClass().add("dashes");
        core.getStyleClass().add("shape");
        path.getTransforms().addAll(scale, ring);
        core.getTransforms().add(scale);
        dashes.getTransforms().add(scale);
        path.setManaged(false);
        core.setManaged(false);
        dashes.setManaged(false);
        getChildren().addAll(path, core, dashes);
        setState(State.NOT_STARTED);
    }

    public StatusGlyph(int size, State state) {
        this(size);
        setState(state);
    }

    public void setState(State next) {
        if (next == state) {
            return;
        }
        if (state != null) {
            getStyleClass().remove(state.tone().styleClass());
        }
        state = next;
        getStyleClass().add(next.tone().styleClass());
        path.setContent(next.path());
        core.setContent(next.core());
        dashes.setVisible(next == State.STALE);
    }

    public State getState() {
        return state == null ? State.NOT_STARTED : state;
    }

    /** Turns the ring of a running state once in 1.2 s, or lets it stand. */
    public void turn(boolean on) {
        if (on && turning == null) {
            turning = new Timeline(new KeyFrame(Duration.millis(1200), new KeyValue(ring.angleProperty(), 360)));
            turning.setCycleCount(Animation.INDEFINITE);
            turning.play();
        } else if (!on && turning != null) {
            turning.stop();
            turning = null;
            ring.setAngle(0);
        }
    }

    @Override
    protected void layoutChildren() {
        scale.setX(getWidth() / FIELD);
        scale.setY(getHeight() / FIELD);
    }
}
