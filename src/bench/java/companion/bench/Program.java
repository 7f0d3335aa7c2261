package companion.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged application as a process of its own, without a display. */
final class Program {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Program() {}

    /** What the first argument of each bench names: the jar that {@code mvn package} leaves. */
    static Process start(String jar, File output, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(JAVA, "-jar", jar));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        return builder.start();
    }
}
