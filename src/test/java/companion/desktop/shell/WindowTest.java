package companion.desktop.shell;

import companion.desktop.component.RowButton;
import companion.desktop.fx.FxThread;
import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import companion.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window around a scripted session, with a robot in front of it. */
abstract class WindowTest {
    final FxRobot robot = new FxRobot();
    ScriptedSession session;
    ScriptedContext context;
    Appearance appearance;
    MainWindow window;

    /** Whether a stage that is run is done at once. */
    boolean atOnce() {
        return true;
    }

    ScriptedContext context(ScriptedSession scripted) {
        return ScriptedContext.practice(scripted);
    }

    /** What there is beside the wizard and the clean-up. */
    Map<ViewId, View> views(ScriptedContext context) {
        return Map.of();
    }

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::open);
        // The focus comes from the platform, some time after the window.
        until(() -> window.scene().getWindow().isFocused());
    }

    private void open(Stage primary) {
        session = new ScriptedSession(atOnce());
        context = context(session);
        appearance = new Appearance(Theme.LIGHT, true);
        window = new MainWindow(context, appearance, new Look(appearance), views(context), 1280, 760);
        primary.setScene(window.scene());
        // The stage is that of the test before, which may have sized it.
        primary.sizeToScene();
        primary.show();
    }

    @AfterEach
    void close() {
        on(() -> {
            window.shell().close();
            window.scene().getWindow().hide();
        });
    }

    /** Does it on the JavaFX thread, after what that thread was asked before. */
    static void on(Runnable work) {
        var task = new FutureTask<>(work, true);
        FxThread.later(task);
        try {
            task.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the JavaFX thread do what it was asked, and gives what is new its skin and its place, as the next frame would. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            on(() -> {
                // What is not shown has no frames, and no colours to look up either.
                if (window.scene().getWindow().isShowing()) {
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                }
            });
        }
    }

    /** Waits for what another thread will bring about. */
    void until(BooleanSupplier done) throws TimeoutException {
        settle();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, done::getAsBoolean);
        settle();
    }

    /** What a query finds, once it is there: the frame that shows it may be the next one. */
    <T extends Node> T find(String query) {
        return await(query, () -> robot.lookup(query).<T>tryQuery());
    }

    /** What is read aloud as this. */
    Node spoken(String accessibleText) {
        return await(accessibleText, () -> robot.lookup(
                        (Node node) -> accessibleText.equals(node.getAccessibleText()) && shown(node))
                .tryQuery());
    }

    /** What is read aloud as something that starts like this. */
    Node spokenFrom(String start) {
        return await(start, () -> robot.lookup((Node node) -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith(start)
                        && shown(node))
                .tryQuery());
    }

    /** Looks on the JavaFX thread, where nothing changes meanwhile, frame after frame until there is something. */
    private <T extends Node> T await(String what, Supplier<Optional<T>> look) {
        var found = new AtomicReference<Optional<T>>(Optional.empty());
        try {
            until(() -> {
                on(() -> found.set(look.get()));
                return found.get().isPresent();
            });
        } catch (TimeoutException e) {
            throw new AssertionError("Not on the screen: " + what, e);
        }
        return found.get().orElseThrow();
    }

    static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    String text(String query) {
        return Objects.requireNonNull(this.<Labeled>find(query)).getText();
    }

    /** Presses a control as a click or its key would, wherever it is on the screen of the platform. */
    void press(Node node) {
        on(() -> {
            switch (node) {
                case ButtonBase button -> button.fire();
                case RowButton row -> row.fire();
                default -> throw new IllegalArgumentException("Cannot press " + node);
            }
        });
        settle();
    }

    /** Presses keys together, the last with the others held, where the focus is. */
    void keys(KeyCode... together) {
        var held = List.of(together).subList(0, together.length - 1);
        var code = together[together.length - 1];
        boolean control = held.contains(KeyCode.CONTROL);
        boolean shift = held.contains(KeyCode.SHIFT);
        on(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                fire(new KeyEvent(type, "", "", code, shift, control, false, false));
            }
        });
        settle();
    }

    /** Types where the focus is. */
    void type(String text) {
        text.chars().forEach(each -> on(() -> {
            var character = Character.toString(each);
            fire(new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        }));
        settle();
    }

    private void fire(KeyEvent event) {
        var owner = window.scene().getFocusOwner();
        Event.fireEvent(owner == null ? window.scene().getRoot() : owner, event);
    }

    /** What takes the focus and could not be read aloud. */
    List<Node> nameless() {
        var nameless = new ArrayList<Node>();
        collect(window.scene().getRoot(), nameless);
        return nameless;
    }

    private static void collect(Node node, List<Node> nameless) {
        if (!node.isVisible()) {
            return;
        }
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        if (node.isFocusTraversable() && !named && node.getAccessibleRole() != AccessibleRole.SCROLL_PANE) {
            nameless.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
        }
    }
}
