package companion;

import companion.console.LogSettings;
import companion.desktop.DesktopMain;

/** The entry of the window's own process. */
public final class WindowMain {
    private WindowMain() {}

    /** @param args the connection options */
    public static void main(String[] args) {
        System.setProperty("java.util.logging.config.class", LogSettings.class.getName());
        OldGeneration.watch();
        DesktopMain.open(WindowApp.class, args);
    }
}
