package companion.console;

import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pipelines as lines of text: a pipeline a line, what is wrong with it on the next. */
final class WallText {
    private static final int SHORT_COMMIT = 7;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Comparator<PipelineSummary> TROUBLE_FIRST = Comparator.comparingInt(WallText::rank)
            .thenComparing(PipelineSummary::key);

    private final Terminal terminal;

    WallText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Trouble first, then what is active, then the rest. */
    List<String> lines(WallSnapshot wall) {
        int name = wall.pipelines().stream()
                .mapToInt(pipeline -> pipeline.key().name().length())
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        wall.pipelines().stream()
                .sorted(TROUBLE_FIRST)
                .forEach(pipeline -> lines.addAll(lines(pipeline, wall.asOf(), Math.min(name, 40))));
        wall.unread()
                .forEach(unread -> lines.add(terminal.bad(
                        "✖ Can't read " + unread.part() + ": " + unread.code() + ", " + Printable.of(unread.message()))));
        if (lines.isEmpty()) {
            lines.add("There is no pipeline here.");
        }
        return lines;
    }

    /** @param width of the name's column */
    List<String> lines(PipelineSummary pipeline, Instant now, int width) {
        var mark = StatusMark.of(pipeline);
        var lines = new ArrayList<String>();
        lines.add(mark.paint(terminal, mark.shape() + " " + padded(mark.word(), 10)) + "  "
                + terminal.bold(padded(pipeline.key().name(), width)) + "  " + stages(pipeline) + execution(pipeline, now)
                + terminal.dim("  " + pipeline.key().region()));
        var trouble = pipeline.trouble();
        if (trouble != null) {
            var text = trouble.headline() + (trouble.reason().isEmpty() ? "" : ": " + Printable.of(trouble.reason()));
            lines.add("             " + switch (trouble.kind()) {
                case FAILED -> terminal.bad("✖ " + text);
                case ROLLED_BACK -> terminal.warning("↩ " + text);
                case SLOW -> terminal.warning("⚠ " + text);
            });
        }
        var unread = pipeline.unread();
        if (unread != null) {
            lines.add("             " + terminal.dim("As of " + age(Duration.between(pipeline.asOf(), now)) + " ago: "
                    + unread.code() + ", " + Printable.of(unread.message())));
        }
        return lines;
    }

    private String stages(PipelineSummary pipeline) {
        return pipeline.stages().stream()
                .map(stage -> {
                    var mark = StatusMark.of(stage.status());
                    return (stage.enabled() ? "" : terminal.warning("⊘ "))
                            + mark.paint(terminal, mark.shape() + " " + stage.name());
                })
                .collect(Collectors.joining("  "));
    }

    private String execution(PipelineSummary pipeline, Instant now) {
        var latest = pipeline.latest();
        if (latest == null) {
            return "";
        }
        var commit = latest.commitId();
        var message = latest.commitMessage();
        return (commit == null ? "" : "  " + commit.substring(0, Math.min(SHORT_COMMIT, commit.length())))
                + (message == null ? "" : " " + Printable.of(message.strip().lines().findFirst().orElse("")).strip())
                + length(latest, pipeline.usual(), now);
    }

    private static String length(ExecutionSnapshot execution, @Nullable Duration usual, Instant now) {
        var length = execution.span().length(now).map(WallText::minutes).orElse("");
        return length.isEmpty() ? "" : "  " + length + (usual == null ? "" : " of usually " + minutes(usual));
    }

    /** {@code 3:12}. A clock that is behind the account's shows no negative time. */
    static String minutes(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** {@code as of now}, {@code as of 48 s ago}. */
    static String asOf(Duration age) {
        return age.compareTo(FRESH) < 0 ? "as of now" : "as of " + age(age) + " ago";
    }

    /** {@code 48 s}, {@code 3 min}, {@code 2 h}, {@code 4 d}. */
    static String age(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 60
                ? seconds + " s"
                : seconds < 3_600
                        ? seconds / 60 + " min"
                        : seconds < 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    private static int rank(PipelineSummary pipeline) {
        var latest = pipeline.latest();
        return pipeline.trouble() != null || latest != null && latest.status() == Status.FAILED
                ? 0
                : pipeline.isActive() ? 1 : 2;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
