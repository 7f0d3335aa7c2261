package companion.desktop.live.rolling;

import companion.desktop.component.Labels;
import companion.desktop.live.rolling.RollingModel.Band;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Old and new tasks on an axis up to the most that may run, with marks at the fewest, the desired and the most. */
final class BandBar extends Region {
    private static final double BAR = 1.538;
    private static final double HEAD = 1.7;

    private final Region ground = part("band-ground");
    private final Region old = part("fill-blue");
    private final Region fresh = part("fill-green");
    private final Region pending = part("band-pending");
    private final Label inset = Labels.of("", "small");
    private final List<Mark> marks = List.of(new Mark("min"), new Mark("desired"), new Mark("max"));
    private @Nullable Band shown;

    BandBar() {
        getStyleClass().add("band-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(ground, old, fresh, pending);
        marks.forEach(mark -> getChildren().addAll(mark.line, mark.label));
        getChildren().add(inset);
        inset.setVisible(false);
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    void show(Band band) {
        shown = band;
        setAccessibleText(band.spoken());
        requestLayout();
    }

    private double em() {
        return inset.getFont().getSize() / 0.923;
    }

    @Override
    protected double computePrefHeight(double width) {
        return em() * (HEAD + BAR + 0.3);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var band = shown;
        if (band == null) {
            return;
        }
        double em = em();
        double top = snapPositionY(em * HEAD);
        double height = snapSizeY(em * BAR);
        double unit = getWidth() / band.axis();
        ground.resizeRelocate(0, top, getWidth(), height);
        double x = 0;
        x = place(old, x, band.old() * unit, top, height);
        x = place(fresh, x, band.fresh() * unit, top, height);
        place(pending, x, band.pending() * unit, top, height);
        int[] at = {band.minimum(), band.desired(), band.maximum()};
        double free = -em;
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            double where = snapPositionX(Math.min(getWidth() - 2, at[i] * unit));
            mark.label.setText(mark.name + " " + at[i]);
            mark.label.autosize();
            double left = Math.clamp(where - mark.label.getWidth() / 2, 0, Math.max(0, getWidth() - mark.label.getWidth()));
            mark.line.resizeRelocate(where, top - em * 0.3, 2, height + em * 0.6);
            mark.label.relocate(snapPositionX(left), 0);
            mark.label.setVisible(left >= free);
            free = mark.label.isVisible() ? left + mark.label.getWidth() + em * 0.5 : free;
        }
    }

    private double place(Region part, double x, double width, double top, double height) {
        part.resizeRelocate(snapPositionX(x), top, snapSizeX(width), height);
        part.setVisible(width > 0);
        return x + width;
    }

    private static final class Mark {
        private final String name;
        private final Region line = part("band-mark");
        private final Label label = Labels.of("", "micro", "mono", "muted");

        Mark(String name) {
            this.name = name;
        }
    }
}
