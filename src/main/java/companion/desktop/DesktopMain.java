package companion.desktop;

import javafx.application.Application;

/** Starts the window's process. */
public final class DesktopMain {
    private DesktopMain() {}

    /**
     * Opens the window and returns when it was closed.
     *
     * @param app what connects it: the composition root's
     * @param arguments the connection options, as on the command line
     */
    public static void open(Class<? extends DesktopApp> app, String... arguments) {
        Application.launch(app, arguments);
    }
}
