package companion;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The window with a hand that presses "Do it for me", looks at the live view, waits until version 2 is served, and closes the
 * window.
 */
public final class WindowHand {
    private static final long PATIENCE_SECONDS = 180;

    private WindowHand() {}

    public static void main(String[] args) throws Exception {
        var window = Thread.ofPlatform().start(() -> WindowMain.main(args));
        press("Do it for me");
        press("Live view");
        await(node -> node instanceof Labeled label && Objects.toString(label.getText(), "").contains("Executing v2"));
        TimeUnit.SECONDS.sleep(3);
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        window.join();
        System.exit(0);
    }

    private static void press(String text) throws Exception {
        var button = (Button) await(node ->
                node instanceof Button it && !it.isDisabled() && Objects.toString(it.getText(), "").startsWith(text));
        Platform.runLater(button::fire);
    }

    /** The first node on the screen of which it holds, as soon as there is one. */
    private static Node await(Predicate<Node> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            var found = new CompletableFuture<@Nullable Node>();
            try {
                Platform.runLater(() -> found.complete(Window.getWindows().stream()
                        .map(it -> find(it.getScene().getRoot(), holds))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)));
                var node = found.get(5, TimeUnit.SECONDS);
                if (node != null) {
                    return node;
                }
            } catch (IllegalStateException e) {
                // JavaFX has not started yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Not on the screen in time");
    }

    private static @Nullable Node find(Node node, Predicate<Node> holds) {
        if (holds.test(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = find(child, holds);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
