package companion.console;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.schedule.Answering;
import companion.monitor.watch.wall.WallWatch;
import companion.workshop.Problem;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several pipelines in a terminal: once, as lines, as JSON, or on a screen of their own. */
final class WatchWall {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofMillis(100);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;
    private final WatchVenue venue;
    private final List<String> names;
    private final WallText text;
    private final Latest<WallSnapshot> latest = new Latest<>();
    private final WallWatch watch;

    /** @param names of the pipelines; empty for all */
    WatchWall(Terminal terminal, WatchVenue venue, List<String> names) {
        this.terminal = terminal;
        this.venue = venue;
        this.names = names;
        this.text = new WallText(terminal);
        this.watch = new WallWatch(
                List.of(venue.region()), name -> names.isEmpty() || names.contains(name), latest::tell);
    }

    /** Reads everything, prints it, and ends. */
    int once(boolean json) throws InterruptedException {
        try (watch) {
            watch.start();
            var wall = complete();
            if (wall == null) {
                return 1;
            }
            if (json) {
                terminal.out().println(WatchJson.of(wall).toPrettyString());
            } else if (names.isEmpty() || !wall.pipelines().isEmpty()) {
                text.lines(wall).forEach(terminal.out()::println);
            }
            return isMissing(wall) || isUnread(wall) ? 1 : 0;
        }
    }

    /** Watches until it is interrupted. */
    int run(boolean json, boolean screen) throws InterruptedException {
        try (watch) {
            watch.start();
            var wall = complete();
            if (wall == null || isMissing(wall)) {
                return 1;
            }
            if (isUnread(wall) && wall.pipelines().isEmpty()) {
                // Nothing can be listed, so that there is nothing to watch.
                return 1;
            }
            if (screen && !json) {
                draw();
            } else {
                print(wall, json);
            }
            return 0;
        }
    }

    /** Waits until everything was read. @return null if the account does not answer, which has been said */
    private @Nullable WallSnapshot complete() throws InterruptedException {
        for (boolean settled = false; ; ) {
            var wall = latest.take(CALM);
            var answering = watch.answering();
            if (Patience.isOver(answering, venue.region().steady().instant())) {
                new Screen(terminal).problem(problem(answering));
                return null;
            }
            boolean read = wall != null && wall.pipelines().stream().allMatch(each -> each.unread() == null);
            boolean complete = wall != null && watch.isComplete() && (answering.isWell() || read);
            // What could not be read is told before it is known whether the account as a whole does not answer.
            if (complete && (settled || wall.unread().isEmpty() && read)) {
                return wall;
            }
            settled = complete;
        }
    }

    private static Problem problem(Answering answering) {
        return new Problem(
                answering.code(),
                answering.what(),
                "",
                answering.next().isEmpty() ? "Try again in a moment." : answering.next(),
                "");
    }

    private boolean isMissing(WallSnapshot wall) {
        var found = wall.pipelines().stream().map(PipelineSummary::key).map(PipelineKey::name).toList();
        var missing = names.stream().filter(name -> !found.contains(name)).toList();
        if (missing.isEmpty() || !wall.unread().isEmpty()) {
            return false;
        }
        new Screen(terminal)
                .problem(new Problem(
                        "PipelineNotFoundException",
                        "There is no pipeline " + String.join(", ", missing) + " in " + venue.label() + ".",
                        "It has another name, or is in another Region or account.",
                        "Run watch without a name to see which there are; --region and --profile choose another place.",
                        ""));
        return true;
    }

    private boolean isUnread(WallSnapshot wall) {
        wall.unread()
                .forEach(unread -> new Screen(terminal)
                        .problem(new Problem(
                                unread.code(),
                                "The pipelines of " + unread.part() + " cannot be listed.",
                                "The credentials lack a permission for it.",
                                "Allow codepipeline:ListPipelines, codepipeline:GetPipelineState and"
                                        + " codepipeline:ListPipelineExecutions.",
                                unread.message())));
        return !wall.unread().isEmpty() || wall.pipelines().stream().anyMatch(each -> each.unread() != null);
    }

    private void draw() throws InterruptedException {
        try (var screen = Closing.onInterrupt(new AlternateScreen(terminal.out()))) {
            while (!Thread.currentThread().isInterrupted()) {
                var wall = latest.take(TICK);
                if (wall != null) {
                    var lines = new ArrayList<String>();
                    lines.add(terminal.bold(venue.label()) + terminal.dim("  " + WallText.asOf(watch.age()) + "  "
                            + wall.pipelines().size() + (wall.pipelines().size() == 1 ? " pipeline" : " pipelines")
                            + "  Ctrl-C ends"));
                    lines.addAll(trouble(watch.answering()));
                    lines.add("");
                    lines.addAll(text.lines(new WallSnapshot(
                            venue.region().clock().instant(), wall.pipelines(), wall.unread())));
                    screen.resource().draw(lines, AlternateScreen.Size.of(terminal.environment()));
                }
                Thread.sleep(CALM);
            }
        }
    }

    private List<String> trouble(Answering answering) {
        return answering.what().isEmpty()
                ? List.of()
                : List.of(terminal.warning("⚠ " + answering.what() + " " + answering.next()));
    }

    /** A line for each pipeline, then one for each that changes; what is wrong with the account goes to stderr. */
    private void print(WallSnapshot first, boolean json) throws InterruptedException {
        var shown = new HashMap<PipelineKey, PipelineSummary>();
        var said = "";
        for (var wall = first; !Thread.currentThread().isInterrupted(); wall = latest.take(TICK)) {
            var what = watch.answering().what();
            if (!what.equals(said) && !what.isEmpty()) {
                terminal.err().println(what + " " + watch.answering().next());
            }
            said = what;
            if (wall != null && change(wall, shown) && json) {
                terminal.out().println(WatchJson.of(wall));
            } else if (wall != null && !json) {
                lines(wall, shown);
                gone(wall, shown);
            }
            shown.clear();
            wall.pipelines().forEach(pipeline -> shown.put(pipeline.key(), pipeline));
        }
    }

    private static boolean change(WallSnapshot wall, Map<PipelineKey, PipelineSummary> shown) {
        return wall.pipelines().stream().anyMatch(pipeline -> shown.get(pipeline.key()) != pipeline)
                || shown.size() != wall.pipelines().size();
    }

    private void gone(WallSnapshot wall, Map<PipelineKey, PipelineSummary> shown) {
        var there = wall.pipelines().stream().map(PipelineSummary::key).collect(Collectors.toSet());
        var time = TIME.format(wall.asOf().atZone(ZoneId.systemDefault()));
        shown.keySet().stream()
                .filter(key -> !there.contains(key))
                .sorted()
                .forEach(key -> terminal.out().println(time + "  – Gone        " + key.name() + "  " + key.region()));
    }

    private void lines(WallSnapshot wall, Map<PipelineKey, PipelineSummary> shown) {
        var time = TIME.format(wall.asOf().atZone(ZoneId.systemDefault()));
        for (var pipeline : wall.pipelines()) {
            if (shown.get(pipeline.key()) != pipeline) {
                text.lines(pipeline, wall.asOf(), 0).forEach(line -> terminal.out().println(time + "  " + line));
            }
        }
    }
}
