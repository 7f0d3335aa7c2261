package companion.desktop.shell;

import companion.desktop.context.AppContext;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import java.util.Map;
import javafx.scene.Scene;

/** The window's scene: the shell, dressed, with its keys, fitted to its width. */
public final class MainWindow {
    public static final double WIDTH = 1440;
    public static final double HEIGHT = 900;
    public static final double MIN_WIDTH = 1024;
    public static final double MIN_HEIGHT = 680;

    private final ShellController shell;
    private final Scene scene;

    /** Call on the JavaFX thread. */
    public MainWindow(AppContext context, Appearance appearance, Look look, Map<ViewId, View> more) {
        this(context, appearance, look, more, WIDTH, HEIGHT);
    }

    public MainWindow(
            AppContext context, Appearance appearance, Look look, Map<ViewId, View> more, double width, double height) {
        shell = new ShellController(context, appearance, more);
        scene = new Scene(shell.node(), width, height);
        look.dress(scene);
        new Shortcuts(shell, scene);
        scene.widthProperty().subscribe(() -> fit(appearance));
        scene.heightProperty().subscribe(() -> fit(appearance));
        appearance.size().subscribe(() -> fit(appearance));
        fit(appearance);
    }

    private void fit(Appearance appearance) {
        shell.fit(scene.getWidth(), scene.getHeight(), appearance.size().get());
    }

    public Scene scene() {
        return scene;
    }

    public ShellController shell() {
        return shell;
    }
}
