package companion.desktop.live.why;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** One line, as wide as what is in it; where there is no room for that it becomes several. */
final class OneLine extends FlowPane {
    OneLine(Node... children) {
        super(children);
        setMinHeight(USE_PREF_SIZE);
    }

    /** A flow pane itself would like to be as wide as its wrap length, whatever is in it. */
    @Override
    protected double computePrefWidth(double forHeight) {
        var insets = getInsets();
        double width = insets.getLeft() + insets.getRight() + getHgap() * Math.max(0, getManagedChildren().size() - 1);
        for (var child : getManagedChildren()) {
            width += snapSizeX(child.prefWidth(-1));
        }
        return width;
    }
}
