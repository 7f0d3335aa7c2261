package companion.desktop;

import companion.desktop.context.AppContext;
import companion.desktop.fx.Background;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The JavaFX application. What it is connected to comes from the composition root, which extends it: {@link #connect} runs
 * beside JavaFX, not on its thread, at the start and whenever somebody goes to another account.
 */
public abstract class DesktopApp extends Application {
    private List<String> arguments = List.of();
    private @Nullable List<String> before;
    private @Nullable AppContext context;
    private @Nullable Exception failure;
    private @Nullable MainWindow window;
    private @Nullable Stage stage;
    private Runnable remember = () -> {};

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

    /** Ends what {@link #connect} made, as far as it came; the window is closed, or goes elsewhere. May wait. */
    protected void disconnect() {}

    /** What a failure to connect means for whoever sits before the window. */
    protected abstract Problem explain(Exception failure);

    /** Shows a page in the browser or a folder in the file manager. */
    protected final void browse(URI address) {
        FxThread.run(() -> getHostServices().showDocument(address.toString()));
    }

    /** Brings a view to the front. On the JavaFX thread. */
    protected final void open(ViewId view) {
        if (window != null) {
            window.shell().open(view);
        }
    }

    /**
     * Leaves the account for another. What runs is stopped after it was kept. Where the other cannot be opened, the window says
     * why and offers the way back.
     *
     * @param other the connection options
     */
    protected final void reconnect(List<String> other) {
        FxThread.run(() -> {
            var at = Objects.requireNonNull(stage);
            leave();
            before = context == null ? before : arguments;
            arguments = other;
            var appearance = Appearance.ofSystem(Optional.empty(), Appearance.USUAL_SIZE);
            at.setScene(Waiting.scene(new Look(appearance), at.getWidth(), at.getHeight()));
            Background.run("reconnect", () -> {
                disconnect();
                open();
                FxThread.run(() -> show(at, false));
            });
        });
    }

    @Override
    public final void init() {
        arguments = getParameters().getRaw();
        open();
    }

    private void open() {
        context = null;
        failure = null;
        try {
            context = connect(arguments);
        } catch (Exception e) {
            failure = e;
        }
    }

    @Override
    public final void start(Stage primary) {
        stage = primary;
        var screen = Screen.getPrimary().getVisualBounds();
        primary.setTitle("Workshop Companion");
        primary.getIcons().setAll(AppIcon.images());
        primary.setMinWidth(MainWindow.MIN_WIDTH);
        primary.setMinHeight(MainWindow.MIN_HEIGHT);
        primary.setWidth(Math.min(MainWindow.WIDTH, Math.max(MainWindow.MIN_WIDTH, screen.getWidth())));
        primary.setHeight(Math.min(MainWindow.HEIGHT, Math.max(MainWindow.MIN_HEIGHT, screen.getHeight())));
        primary.setOnHiding(event -> remember.run());
        show(primary, true);
        primary.show();
    }

    private void show(Stage at, boolean first) {
        var connected = context;
        if (connected == null) {
            var look = new Look(Appearance.ofSystem(Optional.empty(), Appearance.USUAL_SIZE));
            var problem = explain(Objects.requireNonNull(failure));
            at.setScene(NotConnected.scene(
                    look, problem, () -> reconnect(arguments), before == null ? null : () -> reconnect(before)));
            return;
        }
        var memory = new WindowMemory(connected.memory());
        var appearance = memory.appearance();
        var look = new Look(appearance);
        if (first) {
            memory.restore(at);
        }
        remember = () -> memory.close(at, appearance);
        window = new MainWindow(connected, appearance, look, views(connected, appearance.still()::get));
        at.setScene(window.scene());
    }

    private void leave() {
        remember.run();
        remember = () -> {};
        if (window != null) {
            window.shell().close();
            window = null;
        }
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
