package companion;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The window, in a Java of its own: JavaFX has to be on the module path, and {@code java -jar} puts everything on the
 * class path.
 */
final class WindowProcess {
    private static final String MAIN = "companion.WindowMain";

    /**
     * A window and a cloud must fit beside an editor and a browser. One collector, and a heap that follows what is alive, see
     * {@link OldGeneration}; one compiler; short object headers. Bytecode is not verified, as all of it comes from the jars of
     * this application: to verify an SDK client is to load the request classes of all its operations, over a thousand in
     * sum.
     */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xms24m",
            "-Xmn16m",
            "-Xmx256m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:MetaspaceSize=160m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    private WindowProcess() {}

    /**
     * Whether there is a screen to open a window on.
     *
     * @param system {@code os.name}
     */
    static boolean hasDisplay(String system, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac") || name.contains("windows")) {
            return true;
        }
        return !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /**
     * Opens it and waits until it is closed. Where the system can, the window takes the place of this program, and this does not
     * return.
     *
     * @param args the connection options
     * @return its exit code
     */
    static int run(String... args) throws IOException, InterruptedException {
        var builder = builder(home());
        builder.command().addAll(List.of(args));
        return run(builder);
    }

    static int run(ProcessBuilder builder) throws IOException, InterruptedException {
        if (Exec.isOffered(System.getProperty("os.name"))) {
            Exec.replace(builder.command(), builder.environment());
        }
        var process = builder.inheritIO().start();
        var hook = new Thread(process::destroy, "close the window");
        Runtime.getRuntime().addShutdownHook(hook);
        return process.waitFor();
    }

    /** What starts it, without connection options. */
    static ProcessBuilder builder(Path program) {
        var builder = new ProcessBuilder(command(program));
        // glibc keeps a memory arena per thread otherwise, most of it empty.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        if (!GraphicsCard.isThere(System.getProperty("os.name"), Files::exists)) {
            builder.command().add(1, "-Dprism.order=sw");
            // GTK would load OpenGL only to list what it can do.
            builder.environment().putIfAbsent("GDK_GL", "disable");
        }
        return builder;
    }

    static List<String> command(Path program) {
        var folder = program.toAbsolutePath().getParent();
        var libraries = folder.resolve("lib");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--module-path",
                libraries.resolve("javafx").toString(),
                "--add-modules",
                "javafx.controls,javafx.fxml,javafx.swing",
                "--enable-native-access=javafx.graphics"));
        command.addAll(SMALL);
        var path = Files.isDirectory(program)
                ? System.getProperty("java.class.path")
                : program + File.pathSeparator + libraries.resolve("*");
        command.addAll(List.of("--class-path", path, MAIN));
        return command;
    }

    /** The jar that this was started from, or the folder of classes while developing. */
    private static Path home() {
        try {
            return Path.of(WindowProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The application cannot find its own jar", e);
        }
    }
}
