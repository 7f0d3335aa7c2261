package companion.desktop.live;

import javafx.scene.layout.Region;

/** A bar that is filled from its left to a fraction; empty below 0. */
public final class Bar extends Region {
    private final Region fill = new Region();
    private double fraction = -1;

    public Bar() {
        getStyleClass().add("bar-track");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
    }

    void show(double next) {
        fraction = next;
        setVisible(next >= 0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, Math.max(0, getWidth() * Math.min(1, fraction)), getHeight());
    }
}
