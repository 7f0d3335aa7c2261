package companion.bench;

import companion.WindowUnderLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The most memory that the window and the practice cloud in it had resident, all processes together, while the whole workshop was
 * run, watched in the live view, and cleaned up: {@code MemoryBench JAR [SPEED]}; or {@code MemoryBench JAR -- COMMAND…} for any
 * command. Needs {@code /proc}, that is, Linux; with a display it uses that, and otherwise JavaFX's headless platform.
 */
public final class MemoryBench {
    private static final int EVERY_MILLIS = 20;

    private MemoryBench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 1 && args[1].equals("--")) {
            print(String.join(" ", args), most(new ProcessBuilder(List.of(args).subList(2, args.length))));
            return;
        }
        var speed = args.length > 1 ? args[1] : "30";
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var workspace = Files.createTempDirectory("bench").resolve("window");
        print("window and practice cloud, whole workshop at x" + speed, most(new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--class-path",
                System.getProperty("java.class.path"),
                WindowUnderLoad.class.getName(),
                Path.of(args[0]).toAbsolutePath().toString(),
                "--practice",
                "--speed",
                speed,
                "--workspace",
                workspace.toString())));
    }

    private static void print(String what, double megabytes) {
        System.out.printf(Locale.ROOT, "%s: at most %.0f MB resident%n", what, megabytes);
    }

    private static double most(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start();
        long most = 0;
        while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            most = Math.max(
                    most,
                    Stream.concat(Stream.of(process.toHandle()), process.descendants())
                            .mapToLong(it -> resident(it.pid()).orElse(0L))
                            .sum());
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The command ended with " + process.exitValue());
        }
        return most / 1024.0;
    }

    /** In kilobytes; empty if the process has ended. */
    private static Optional<Long> resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
