package companion.desktop.wall;

import companion.desktop.component.Labels;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A stage on a compact strip: its glyph, and its name where there is room for it. */
final class StripCell extends Region {
    private static final PseudoClass STANDS_OUT = PseudoClass.getPseudoClass("stands-out");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final double LEFT = 0.615;
    private static final double BETWEEN = 0.4;
    private static final double AIR = 0.25;

    private final StatusGlyph glyph = new StatusGlyph(12);
    private final Label name = Labels.of("", "micro", "strip-name");
    private State.@Nullable Tone tone;
    private boolean named = true;

    StripCell() {
        getStyleClass().add("strip-cell");
        getChildren().addAll(glyph, name);
    }

    void show(StageMark mark, boolean withName) {
        glyph.setState(mark.state());
        if (!mark.name().equals(name.getText())) {
            name.setText(mark.name());
        }
        var next = mark.state().tone();
        if (next != tone) {
            if (tone != null) {
                getStyleClass().remove(tone.styleClass());
            }
            tone = next;
            getStyleClass().add(next.styleClass());
        }
        pseudoClassStateChanged(STANDS_OUT, mark.standsOut());
        pseudoClassStateChanged(FAINT, mark.isFaint());
        if (named != withName) {
            named = withName;
            name.setVisible(withName);
            requestLayout();
        }
    }

    void place(boolean first, boolean last) {
        pseudoClassStateChanged(FIRST, first);
        pseudoClassStateChanged(LAST, last);
    }

    boolean isNamed() {
        return named;
    }

    /** The width it takes without its name. */
    double bare() {
        return glyph.minWidth(-1) * 2;
    }

    /** The width it takes with all of its name. */
    double wanted() {
        double em = name.getFont().getSize();
        return glyph.minWidth(-1) + name.prefWidth(-1) + em * (LEFT + BETWEEN + AIR);
    }

    @Override
    protected void layoutChildren() {
        double side = glyph.minWidth(-1);
        double em = name.getFont().getSize();
        double left = named ? LEFT * em : (getWidth() - side) / 2;
        glyph.resizeRelocate(snapPositionX(left), snapPositionY((getHeight() - side) / 2), side, side);
        double from = snapPositionX(left + side + BETWEEN * em);
        double high = name.prefHeight(-1);
        name.resizeRelocate(
                from, snapPositionY((getHeight() - high) / 2),
                Math.max(0, Math.min(name.prefWidth(-1), getWidth() - from - em * AIR)), high);
    }
}
