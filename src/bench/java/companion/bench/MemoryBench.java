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
 * The most memory that the program had resident, all its processes together, while the whole workshop ran: in the console, and in
 * the window, where it is clicked through. {@code MemoryBench JAR}; or {@code MemoryBench JAR COMMAND…} for any other command.
 * Needs {@code /proc}, that is, Linux.
 */
public final class MemoryBench {
    private static final int EVERY_MILLIS = 20;

    private MemoryBench() {}

    public static void main(String[] args) throws Exception {
        var jar = Path.of(args[0]).toAbsolutePath();
        if (args.length > 1) {
            print(String.join(" ", args), most(new ProcessBuilder(List.of(args).subList(1, args.length)).start()));
            return;
        }
        var folder = Files.createTempDirectory("bench");
        print("run blue-green, instant:         ", most(Program.start(
                jar.toString(),
                folder.resolve("output").toFile(),
                "run",
                "blue-green",
                "--speed",
                "instant",
                "--workspace",
                folder.resolve("run").toString())));
        print("window, all stages and live view:", most(WindowUnderLoad.command(jar, folder.resolve("window"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start()));
    }

    private static void print(String what, double megabytes) {
        System.out.printf(Locale.ROOT, "%s at most %.0f MB resident%n", what, megabytes);
    }

    private static double most(Process process) throws InterruptedException {
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
