package companion.practice.codebuild.docker;

import companion.practice.codebuild.shell.Output;
import companion.practice.codebuild.shell.Stopwatch;
import java.time.Duration;
import java.util.Locale;

/** What BuildKit prints of a build where there is no terminal, while virtual time passes. */
final class Progress {
    private final Output out;
    private final Stopwatch clock;
    private int vertex;

    Progress(Output out, Stopwatch clock) {
        this.out = out;
        this.clock = clock;
        out.print("#0 building with \"default\" instance using docker driver\n\n");
    }

    /** A step that prints some lines, takes its time and is done. */
    void step(String title, long millis, String... lines) {
        begin(title);
        for (var line : lines) {
            line(line);
        }
        done(millis);
    }

    void begin(String title) {
        vertex++;
        line(title);
    }

    void line(String text) {
        out.print("#" + vertex + " " + text + "\n");
    }

    void done(long millis) {
        clock.pass(Duration.ofMillis(millis));
        line("DONE " + seconds(millis) + "\n");
    }

    void error(String message) {
        line("ERROR: " + message);
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
    }

    static String size(long bytes) {
        return bytes < 1000
                ? bytes + "B"
                : bytes < 1_000_000
                        ? String.format(Locale.ROOT, "%.2fkB", bytes / 1000.0)
                        : String.format(Locale.ROOT, "%.2fMB", bytes / 1_000_000.0);
    }
}
