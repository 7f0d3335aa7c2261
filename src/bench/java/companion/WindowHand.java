package companion;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The window with a hand in it: it has all stages done, watches the release in the live view until visitors get version 2, cleans
 * up, looks at the live view again, and closes the window. Says on stdout what it pressed and saw.
 */
public final class WindowHand {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final KeyCode STAGES = KeyCode.DIGIT1;
    private static final KeyCode LIVE = KeyCode.DIGIT2;

    private WindowHand() {}

    public static void main(String[] args) throws Exception {
        var window = Thread.ofPlatform().start(() -> WindowMain.main(args));
        try {
            press("Do it for me");
            open(LIVE);
            see("Version 2 is served", node -> node.getStyleClass().contains("visit") && "v2".equals(text(node)));
            open(STAGES);
            press("Continue to Clean up");
            press("Remove everything");
            press("Remove everything");
            see("Nothing is left", node -> "Nothing left".equals(text(node)));
            open(LIVE);
            Thread.sleep(Duration.ofSeconds(3));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        window.join();
        System.exit(0);
    }

    /** By its key, Ctrl with a digit. */
    private static void open(KeyCode view) throws Exception {
        var root = await(view.getName(), node -> true);
        Platform.runLater(() -> Event.fireEvent(
                root, new KeyEvent(KeyEvent.KEY_PRESSED, "", view.getName(), view, false, true, false, false)));
        System.out.println("Ctrl " + view.getName());
    }

    private static void press(String text) throws Exception {
        var button = (Button) await(
                text, node -> node instanceof Button it && !it.isDisabled() && text(it).startsWith(text));
        Platform.runLater(button::fire);
        System.out.println(text);
    }

    private static void see(String what, Predicate<Node> holds) throws Exception {
        await(what, holds);
        System.out.println(what);
    }

    private static String text(Node node) {
        return node instanceof Labeled label ? Objects.toString(label.getText(), "") : "";
    }

    /** The first node on the screen of which it holds, as soon as there is one. */
    private static Node await(String what, Predicate<Node> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var node = look(holds);
            if (node != null) {
                return node;
            }
            Thread.sleep(200);
        }
        throw new TimeoutException("Not on the screen: " + what);
    }

    private static @Nullable Node look(Predicate<Node> holds) throws Exception {
        var found = new CompletableFuture<@Nullable Node>();
        try {
            Platform.runLater(() -> found.complete(Window.getWindows().stream()
                    .map(it -> find(it.getScene().getRoot(), holds))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null)));
        } catch (IllegalStateException e) {
            // JavaFX has not started yet.
            return null;
        }
        return found.get(30, TimeUnit.SECONDS);
    }

    private static @Nullable Node find(Node node, Predicate<Node> holds) {
        if (!node.isVisible()) {
            return null;
        }
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
