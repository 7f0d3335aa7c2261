package companion;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The window's process as the program starts it, but on JavaFX's headless platform and worked by {@link WindowHand}. */
public final class WindowUnderLoad {
    private WindowUnderLoad() {}

    /**
     * The command that starts it.
     *
     * @param workspace a folder that is empty
     */
    public static ProcessBuilder command(Path jar, Path workspace) {
        var command = new ArrayList<>(WindowProcess.command(jar));
        command.removeLast();
        command.set(
                command.size() - 1,
                command.getLast() + File.pathSeparator + System.getProperty("java.class.path"));
        command.addAll(List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "companion.WindowHand",
                "--practice",
                "--speed",
                "300",
                "--workspace",
                workspace.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }
}
