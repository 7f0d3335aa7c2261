package companion.desktop.component;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Two parts at the two ends of a line. Where they have no room beside each other the second goes below, so that neither is cut
 * for the other's sake.
 */
public final class Ends extends Pane {

    private Node first() {
        return getChildren().getFirst();
    }

    private Node second() {
        return getChildren().getLast();
    }

    private boolean hasSecond() {
        return getChildren().size() > 1 && second().isVisible() && second().isManaged() && second().prefWidth(-1) > 0;
    }

    private boolean fits(double width) {
        return first().prefWidth(-1) + second().prefWidth(-1) <= width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + first().prefWidth(-1) + (hasSecond() ? second().prefWidth(-1) : 0) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
        double upper = first().prefHeight(-1);
        double lower = hasSecond() ? second().prefHeight(-1) : 0;
        double both = hasSecond() && !fits(room) ? upper + lower : Math.max(upper, lower);
        return snappedTopInset() + snapSizeY(both) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        if (!hasSecond()) {
            place(first(), left, top, width, height);
            return;
        }
        double wanted = Math.min(width, snapSizeX(second().prefWidth(-1)));
        if (fits(width)) {
            place(first(), left, top, width - wanted, height);
            place(second(), left + width - wanted, top, wanted, height);
        } else {
            double upper = snapSizeY(first().prefHeight(-1));
            place(first(), left, top, width, upper);
            place(second(), left + width - wanted, top + upper, wanted, height - upper);
        }
    }

    private static void place(Node node, double x, double y, double width, double height) {
        node.resizeRelocate(x, y, width, height);
    }
}
