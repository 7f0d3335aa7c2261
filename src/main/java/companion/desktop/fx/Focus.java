package companion.desktop.fx;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Where the keyboard is. */
public final class Focus {
    private Focus() {}

    /** Puts it on the first node within that takes it; false if there is none. */
    public static boolean enter(Node region) {
        var first = first(region);
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().map(Focus::first).flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    /** Whether it is on the node or within it. */
    public static boolean isWithin(Node region) {
        var scene = region.getScene();
        for (Node node = scene == null ? null : scene.getFocusOwner(); node != null; node = node.getParent()) {
            if (node == region) {
                return true;
            }
        }
        return false;
    }
}
