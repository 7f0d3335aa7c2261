package companion.console;

import companion.monitor.read.Probe;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.timeline.Story;
import companion.monitor.watch.Release;
import companion.monitor.watch.ReleaseWatch;
import companion.workshop.Problem;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pipeline in a terminal, in all detail: on a screen of its own, or a line for each thing that happens. */
final class WatchRelease {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofMillis(100);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;
    private final WatchVenue venue;
    private final String pipeline;
    private final boolean screen;
    private final ReleaseText text;
    private final Latest<Release> latest = new Latest<>();
    private final ReleaseWatch watch;

    WatchRelease(Terminal terminal, WatchVenue venue, String pipeline, boolean screen) {
        this.terminal = terminal;
        this.venue = venue;
        this.pipeline = pipeline;
        this.screen = screen;
        this.text = new ReleaseText(terminal);
        this.watch = new ReleaseWatch(
                pipeline, venue.region(), new Probe(venue.region().clock(), System::nanoTime), latest::tell);
    }

    /** Watches until it is interrupted. */
    int run() throws InterruptedException {
        try (watch) {
            watch.start();
            var first = first();
            if (first.snapshot().pipeline() == null) {
                missing(first);
                return 1;
            }
            if (screen) {
                draw();
            } else {
                print(first);
            }
            return 0;
        }
    }

    /** Waits until the pipeline was read, or it is no use to wait for it. */
    private Release first() throws InterruptedException {
        for (boolean settled = false; ; ) {
            var release = latest.take(TICK);
            if (release == null) {
                continue;
            }
            boolean unread =
                    release.snapshot().unread().stream().anyMatch(each -> each.part().equals(Part.PIPELINE.title()));
            var answering = release.answering();
            boolean refused = settled && answering.isWell();
            if (release.snapshot().pipeline() != null
                    || !unread
                    || refused
                    || Patience.isOver(answering, venue.region().steady().instant())) {
                return release;
            }
            // What could not be read is told before it is known whether the account as a whole does not answer.
            settled = true;
        }
    }

    private void missing(Release release) {
        var unread = release.snapshot().unread().stream().findFirst().orElse(new Unread(
                "Pipeline", "PipelineNotFoundException", "There is no pipeline " + pipeline + " in " + venue.label() + "."));
        var next = release.answering().next();
        new Screen(terminal)
                .problem(new Problem(
                        unread.code(),
                        unread.message(),
                        "",
                        next.isEmpty() ? "Run watch without a name to see which pipelines there are." : next,
                        ""));
    }

    private void draw() throws InterruptedException {
        try (var drawn = Closing.onInterrupt(new AlternateScreen(terminal.out()))) {
            while (!Thread.currentThread().isInterrupted()) {
                var release = latest.take(TICK);
                if (release != null) {
                    var lines = new ArrayList<String>();
                    lines.add(terminal.bold(pipeline) + terminal.dim("  " + venue.label() + "  "
                            + WallText.asOf(watch.age()) + "  Ctrl-C ends"));
                    if (!release.answering().what().isEmpty()) {
                        lines.add(terminal.warning(
                                "⚠ " + release.answering().what() + " " + release.answering().next()));
                    }
                    lines.add("");
                    lines.addAll(text.lines(release));
                    drawn.resource().draw(lines, AlternateScreen.Size.of(terminal.environment()));
                }
                Thread.sleep(CALM);
            }
        }
    }

    private void print(Release first) throws InterruptedException {
        text.lines(first).forEach(terminal.out()::println);
        var told = first.story().newest().orElse(null);
        var said = "";
        boolean gone = false;
        while (!Thread.currentThread().isInterrupted()) {
            var release = latest.take(TICK);
            if (release != null) {
                for (var event : since(told, release.story().events())) {
                    terminal.out()
                            .println(TIME.format(event.change().at().atZone(ZoneId.systemDefault())) + "  "
                                    + Printable.of(event.words()));
                    told = event;
                }
                boolean now = ReleaseText.isGone(release.snapshot());
                if (now != gone) {
                    gone = now;
                    terminal.out()
                            .println(TIME.format(release.snapshot().asOf().atZone(ZoneId.systemDefault()))
                                    + (gone ? "  the pipeline is not there any more" : "  the pipeline is there again"));
                }
                if (!release.answering().what().equals(said)) {
                    said = release.answering().what();
                    terminal.err().println(said + " " + release.answering().next());
                }
            }
        }
    }

    /** What came after an event; all of it if that was let go. */
    private static List<Story.Event> since(Story.@Nullable Event told, List<Story.Event> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) == told) {
                return events.subList(i + 1, events.size());
            }
        }
        return events;
    }
}
