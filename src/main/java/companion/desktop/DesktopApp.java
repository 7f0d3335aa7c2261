package companion.desktop;

import companion.desktop.component.ProblemCard;
import companion.desktop.context.AppContext;
import companion.desktop.fx.FxThread;
import companion.desktop.shell.AppIcon;
import companion.desktop.shell.MainWindow;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.desktop.shell.WindowMemory;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import companion.workshop.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The JavaFX application. What it is connected to comes from the composition root, which extends it: {@link #connect}
 * runs
 * beside the start of JavaFX, not on its thread.
 */
public abstract class DesktopApp extends Application {
    private @Nullable AppContext context;
    private @Nullable Exception failure;
    private @Nullable MainWindow window;

    /**
     * Makes what the window needs. May wait.
     *
     * @param arguments the connection options, as on the command line
     */
    protected abstract AppContext connect(List<String> arguments) throws Exception;

    /**
     * Views beside the wizard and the clean-up. On the JavaFX thread.
     *
     * @param still whether nothing may move
     */
    protected Map<ViewId, View> views(AppContext connected, BooleanSupplier still) {
        return Map.of();
    }

    /** Ends what {@link #connect} made; the window is closed. */
    protected void disconnect() {}

    /** Shows a page in the browser or a folder in the file manager. */
    protected final void browse(URI address) {
        FxThread.run(() -> getHostServices().showDocument(address.toString()));
    }

    @Override
    public final void init() {
        try {
            context = connect(getParameters().getRaw());
        } catch (Exception e) {
            failure = e;
        }
    }

    @Override
    public final void start(Stage stage) {
        var connected = context;
        var memory = connected == null ? null : new WindowMemory(connected.memory());
        var appearance = memory == null
                ? Appearance.ofSystem(Optional.empty(), Appearance.USUAL_SIZE)
                : memory.appearance();
        var look = new Look(appearance);
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setTitle("Workshop Companion");
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(MainWindow.MIN_WIDTH);
        stage.setMinHeight(MainWindow.MIN_HEIGHT);
        stage.setWidth(Math.min(MainWindow.WIDTH, Math.max(MainWindow.MIN_WIDTH, screen.getWidth())));
        stage.setHeight(Math.min(MainWindow.HEIGHT, Math.max(MainWindow.MIN_HEIGHT, screen.getHeight())));
        if (connected == null || memory == null) {
            stage.setScene(notConnected(look));
        } else {
            memory.restore(stage);
            stage.setOnHiding(event -> memory.close(stage, appearance));
            window = new MainWindow(connected, appearance, look, views(connected, appearance.still()::get));
            stage.setScene(window.scene());
        }
        stage.show();
    }

    private Scene notConnected(Look look) {
        var card = new ProblemCard(new Problem(
                "NOT_CONNECTED",
                "The window could not be connected.",
                String.valueOf(failure == null ? "" : failure.getMessage()),
                "Close the window, look at the connection options, and open it again.",
                String.valueOf(failure)));
        card.setMaxSize(640, StackPane.USE_PREF_SIZE);
        var root = new StackPane(card);
        root.setPadding(new Insets(24));
        root.getStyleClass().add("shell");
        var scene = new Scene(root);
        look.dress(scene);
        return scene;
    }

    /** The window was closed: what runs is stopped after it was kept, and nothing is asked. */
    @Override
    public final void stop() {
        if (window != null) {
            window.shell().close();
        }
        disconnect();
    }
}
