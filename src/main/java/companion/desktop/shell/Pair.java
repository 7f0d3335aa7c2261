package companion.desktop.shell;

import companion.desktop.theme.Appearance;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One view that has all of the place, or two side by side with a rule between them. The first stays where it is when the second
 * comes or goes, so that the keyboard stays with it.
 */
final class Pair extends Region {
    /** Of the first: its lines are read as text, the second is a board that uses what there is. */
    private static final double SHARE = 0.43;
    /** No line of it is longer than can be read, so that more room would stay empty; in em. */
    private static final double MOST = 64;

    private final Region rule = new Region();
    private double em = Appearance.USUAL_SIZE;
    private @Nullable Node first;
    private @Nullable Node second;

    Pair() {
        getStyleClass().add("pair");
        rule.getStyleClass().add("pair-rule");
        setMinSize(0, 0);
    }

    /** @param px the size of type */
    void em(double px) {
        em = px;
        requestLayout();
    }

    void show(Node alone) {
        if (alone != first || second != null) {
            first = alone;
            second = null;
            keep(List.of(alone));
        }
    }

    void show(Node left, Node right) {
        if (left != first || right != second) {
            first = left;
            second = right;
            keep(List.of(left, rule, right));
        }
    }

    private void keep(List<Node> nodes) {
        getChildren().retainAll(nodes);
        for (var node : nodes) {
            if (!getChildren().contains(node)) {
                getChildren().add(node);
            }
        }
        requestLayout();
    }

    /** The one at the right; empty while the first is alone. */
    Optional<Node> second() {
        return Optional.ofNullable(second);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (first == null) {
            return;
        }
        if (second == null) {
            first.resizeRelocate(0, 0, width, height);
            return;
        }
        double left = snapSizeX(Math.min(width * SHARE, MOST * em));
        first.resizeRelocate(0, 0, left, height);
        rule.resizeRelocate(left, 0, 1, height);
        second.resizeRelocate(left + 1, 0, Math.max(0, width - left - 1), height);
    }
}
