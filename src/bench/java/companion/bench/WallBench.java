package companion.bench;

import companion.desktop.context.Connection;
import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.gallery.ScriptedWall;
import companion.desktop.gallery.Walls;
import companion.desktop.shell.MainWindow;
import companion.desktop.shell.ViewId;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import companion.desktop.theme.Theme;
import companion.desktop.wall.WallView;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.StageSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import jdk.jfr.FlightRecorder;

/**
 * The monitor wall in the real window, without a display: how long the JavaFX thread works in each pulse while 20 of 200
 * pipelines of 5 stages change every second, while 1,000 tiles are scrolled through, and how long 1,000 tiles take to their
 * first picture. {@code WallBench [-seconds N] [-minutes N] [-still]}: with minutes it goes on that long and samples the
 * heap.
 */
public final class WallBench {
    private static final int PIPELINES = 200;
    private static final int STAGES = 5;
    private static final int CHANGES = 20;
    private static final Random RANDOM = new Random(42);

    private WallBench() {}

    public static void main(String[] args) throws Exception {
        var options = List.of(args);
        int minutes = number(options, "-minutes", 0);
        int seconds = minutes > 0 ? minutes * 60 : number(options, "-seconds", 30);
        boolean still = options.contains("-still");
        // JavaFX tells the flight recorder of its pulses if that is there before it starts.
        FlightRecorder.getFlightRecorder();
        Thread.ofPlatform().daemon().start(() -> Application.launch(Start.class));
        Start.READY.await();
        Platform.setImplicitExit(false);
        // What is loaded and compiled only once is not what a pulse costs.
        warm(still);
        firstPicture(still);
        scrolling(still);
        changing(seconds, still, minutes > 0);
        System.exit(0);
    }

    private static int number(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
    }

    private record Shown(Stage stage, MainWindow main, ScriptedWall feed) {
        void close() throws Exception {
            on(() -> {
                main.shell().close();
                stage.close();
                return true;
            });
        }
    }

    private static Shown show(WallSnapshot wall, boolean still) throws Exception {
        return on(() -> {
            var context = new ScriptedContext(
                    new ScriptedSession(true),
                    new Connection(Connection.Kind.REAL_READ_ONLY, "AWS, 3 accounts", "us-east-1", "441712342209"));
            context.setTime(Walls.NOW);
            var feed = ScriptedWall.of(wall);
            var appearance = new Appearance(Theme.LIGHT, still);
            var view = new WallView(context, feed, key -> {}, () -> still);
            var main = new MainWindow(
                    context, appearance, new Look(appearance), Map.of(ViewId.PIPELINES, view), MainWindow.WIDTH,
                    MainWindow.HEIGHT);
            var stage = new Stage();
            stage.setScene(main.scene());
            stage.show();
            main.shell().open(ViewId.PIPELINES);
            return new Shown(stage, main, feed);
        });
    }

    private static void warm(boolean still) throws Exception {
        var shown = show(wall(), still);
        change(shown.feed, wall(), 5, pulses -> {});
        scroll(shown, 120);
        shown.close();
    }

    /** From the opening of the view with nothing told until a pulse after the thousand were told has ended. */
    private static void firstPicture(boolean still) throws Exception {
        var measured = new double[7];
        var busy = new double[7];
        for (int i = 0; i < measured.length; i++) {
            var shown = show(Walls.none(), still);
            pulses(3);
            var many = Walls.many(1000);
            long cpu = on(Pulses::processorTime);
            long start = System.nanoTime();
            shown.feed.tell(many);
            pulses(1);
            measured[i] = (System.nanoTime() - start) / 1e6;
            busy[i] = (on(Pulses::processorTime) - cpu) / 1e6;
            shown.close();
        }
        System.out.println("1,000 tiles, told until on screen:            " + new Sample(measured));
        System.out.println("  of it the JavaFX thread's processor time:   " + new Sample(busy));
    }

    private static void scrolling(boolean still) throws Exception {
        var shown = show(Walls.many(1000), still);
        pulses(10);
        try (var pulses = Pulses.watch()) {
            scroll(shown, 400);
            pulses.print("1,000 tiles, scrolled 180 px a pulse");
        }
        shown.close();
    }

    private static void scroll(Shown shown, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            double by = i % 200 < 100 ? -120 : 120;
            on(() -> {
                var grid = shown.main.scene().lookup(".tile-grid");
                Event.fireEvent(grid, new ScrollEvent(
                        ScrollEvent.SCROLL, 400, 400, 400, 400, false, false, false, false, true, false, 0, by, 0, by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
                return true;
            });
            pulses(1);
        }
    }

    private static void changing(int seconds, boolean still, boolean soak) throws Exception {
        var shown = show(wall(), still);
        pulses(10);
        try (var pulses = Pulses.watch()) {
            change(shown.feed, wall(), seconds, at -> {
                if (soak && at % 60 == 0) {
                    heap(at / 60, pulses.recently());
                }
            });
            pulses.print(PIPELINES + " pipelines, " + CHANGES + " changes a second" + (still ? ", still" : ", rings turning"));
        }
        shown.close();
    }

    private interface EachSecond {
        void at(int second) throws InterruptedException;
    }

    /** Changes one pipeline after another, each to another execution or another stage of it. */
    private static void change(ScriptedWall feed, WallSnapshot start, int seconds, EachSecond each) throws Exception {
        var all = new ArrayList<>(start.pipelines());
        long begin = System.nanoTime();
        for (int i = 0; i < seconds * CHANGES; i++) {
            int which = RANDOM.nextInt(all.size());
            all.set(which, changed(all.get(which), i));
            feed.tell(new WallSnapshot(Walls.NOW, all, List.of()));
            if (i % CHANGES == 0) {
                each.at(i / CHANGES);
            }
            long due = begin + (i + 1) * (1_000_000_000L / CHANGES);
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
    }

    /** The heap after a collection, which is what is still held. */
    private static void heap(int minute, String pulses) {
        System.gc();
        var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(Locale.ROOT, "minute %d: heap after collection %.1f MB; %s%n", minute, used / 1048576.0, pulses);
    }

    private static WallSnapshot wall() {
        var all = Walls.many(PIPELINES).pipelines().stream().map(each -> running(each, each.hashCode() & 0xff)).toList();
        return new WallSnapshot(Walls.NOW, all, List.of());
    }

    private static PipelineSummary changed(PipelineSummary before, int number) {
        return running(before, number);
    }

    /** One in ten fails, the others are somewhere on their way. */
    private static PipelineSummary running(PipelineSummary before, int number) {
        int at = number % (STAGES + 1);
        boolean failed = number % 10 == 9;
        boolean over = at == STAGES || failed;
        var stages = new ArrayList<StageSummary>();
        for (int i = 0; i < STAGES; i++) {
            var here = failed ? Status.FAILED : Status.IN_PROGRESS;
            var status = i < at ? Status.SUCCEEDED : i == at ? here : Status.NOT_STARTED;
            stages.add(new StageSummary(List.of("Source", "Build", "Test", "Approve", "Deploy").get(i), status, true, false));
        }
        Instant start = Walls.NOW.minusSeconds(number % 300);
        var latest = new ExecutionSnapshot(
                "execution-" + number, failed ? Status.FAILED : over ? Status.SUCCEEDED : Status.IN_PROGRESS, "STANDARD",
                "CloudWatchEvent", "", new Span(start, over ? Walls.NOW : null), "4f2a91c" + number, "Change " + number);
        var trouble = failed
                ? new Trouble(Trouble.Kind.FAILED, stages.get(Math.min(at, STAGES - 1)).name() + " failed", "COMMAND_EXECUTION_ERROR: " + number)
                : null;
        return new PipelineSummary(before.key(), Walls.NOW, stages, latest, Duration.ofSeconds(200), trouble, null);
    }

    /** Waits until so many pulses have begun and ended. */
    private static void pulses(int count) throws Exception {
        var done = new CountDownLatch(1);
        on(() -> {
            new PulseCount(count, done::countDown).start();
            return true;
        });
        done.await();
    }

    private static <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    /** Starts JavaFX; shows nothing itself. */
    public static final class Start extends Application {
        static final CountDownLatch READY = new CountDownLatch(1);

        @Override
        public void start(Stage stage) {
            READY.countDown();
        }
    }
}
