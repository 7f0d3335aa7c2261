package companion.desktop.shell;

import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import companion.desktop.theme.Theme;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
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

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::open);
        settle();
    }

    private void open(Stage primary) {
        session = new ScriptedSession(atOnce());
        context = context(session);
        appearance = new Appearance(Theme.LIGHT, true);
        window = new MainWindow(context, appearance, new Look(appearance), Map.of(), 1280, 760);
        primary.setScene(window.scene());
        primary.setX(0);
        primary.setY(0);
        primary.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.interact(() -> window.shell().close());
        FxToolkit.cleanupStages();
    }

    /** Lets the JavaFX thread do what it was asked. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits for what another thread will bring about. */
    void until(BooleanSupplier done) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, done::getAsBoolean);
        settle();
    }

    <T extends Node> T find(String query) {
        return robot.lookup(query).query();
    }

    Node spoken(String accessibleText) {
        return robot.lookup((Node node) -> accessibleText.equals(node.getAccessibleText()) && shown(node)).query();
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
        robot.interact(() -> {
            switch (node) {
                case javafx.scene.control.ButtonBase button -> button.fire();
                case companion.desktop.component.RowButton row -> row.fire();
                default -> throw new IllegalArgumentException("Cannot press " + node);
            }
        });
        settle();
    }

    void keys(KeyCode... combination) {
        robot.push(combination);
        settle();
    }
}
