package companion.bench;

import companion.desktop.component.IconToggle;
import companion.desktop.fx.FxThread;
import companion.desktop.gallery.Limits;
import companion.desktop.live.graph.GraphModel;
import companion.desktop.live.graph.PipelineGraph;
import companion.desktop.live.log.LogCard;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import companion.desktop.theme.Theme;
import companion.monitor.snapshot.Log;
import companion.monitor.watch.Release;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The live view at its limits: a pipeline of 50 stages and 500 actions until its first frame, and how long the JavaFX thread is
 * busy in each pulse while it is panned and zoomed; a log of 100,000 lines, how much it holds, and how long it is busy while the
 * log grows and is scrolled.
 */
public final class ViewBench {
    private static final int PULSES = 300;
    private static final int LINES = 100_000;

    private ViewBench() {}

    public static void main(String[] args) throws Exception {
        var started = new CountDownLatch(1);
        // A failure ends the program, too: JavaFX's thread would keep it.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
        close(show(() -> new StackPane(new Label("A window that is there already"))));
        graph("in a fresh process");
        graph("warm");
        log();
        System.exit(0);
    }

    private static void graph(String when) throws Exception {
        var pipeline = Limits.pipeline(50, 10);
        long busy = on(Pulses::processorTime);
        long begin = System.nanoTime();
        var graph = new PipelineGraph[1];
        var stage = show(() -> {
            graph[0] = new PipelineGraph(index -> {}, index -> {});
            graph[0].show(GraphModel.of(pipeline, Instant.parse("2026-03-02T12:05:00Z")));
            return graph[0];
        });
        frame();
        double first = millis(begin);
        System.out.printf(
                "graph of 500 actions, first frame, %-18s %6.0f ms, JavaFX thread's processor time %6.0f ms%n", when, first,
                (on(Pulses::processorTime) - busy) / 1e6);
        on(() -> {
            graph[0].find();
            return true;
        });
        tell("graph, panned", pulses(i -> graph[0].pan(i % 100 < 50 ? 12 : -12, i % 60 < 30 ? 6 : -6)));
        on(() -> {
            graph[0].fit();
            return true;
        });
        tell("graph, all of it in sight, panned", pulses(i -> graph[0].pan(i % 20 < 10 ? 4 : -4, 0)));
        tell("graph, zoomed", pulses(i -> graph[0].zoom(i % 20 < 10)));
        close(stage);
    }

    private static void log() throws Exception {
        System.gc();
        long before = used();
        var told = Objects.requireNonNull(Limits.log(0).release());
        var lines = new Log[] {Log.of(Limits.lines(LINES))};
        var card = new LogCard[1];
        var stage = show(() -> {
            card[0] = new LogCard(ZoneOffset.UTC);
            card[0].show(with(told, lines[0]));
            return card[0];
        });
        frame();
        System.gc();
        System.out.printf("log of %,d lines, held                      %6.0f MB%n", LINES, (used() - before) / 1e6);
        tell("log, followed while 10 lines are added a pulse", pulses(i -> {
            lines[0] = lines[0].plus(Limits.lines(10));
            card[0].show(with(told, lines[0]));
        }));
        var list = (ListView<?>) card[0].lookup(".list-view");
        tell("log, scrolled by 3 lines a pulse", pulses(i -> list.scrollTo(LINES / 2 + i * 3)));
        tell("log, thrown about in it", pulses(i -> list.scrollTo(i * 331 % LINES)));
        wrapped(card[0], true);
        tell("log, wrapped, scrolled by 3 lines a pulse", pulses(i -> list.scrollTo(LINES / 2 + i * 3)));
        wrapped(card[0], false);
        find(card[0]);
        tell("log, 10,000 hits, scrolled by 3 lines a pulse", pulses(i -> list.scrollTo(LINES / 2 + i * 3)));
        close(stage);
    }

    private static void wrapped(LogCard card, boolean on) throws Exception {
        on(() -> {
            card.lookupAll(".icon-toggle").stream()
                    .map(IconToggle.class::cast)
                    .filter(each -> each.getAccessibleText().startsWith("Wrap") && each.isOn() != on)
                    .forEach(IconToggle::fire);
            return true;
        });
        frame();
    }

    /** Waits until all were found, which is done off the JavaFX thread. */
    private static void find(LogCard card) throws Exception {
        long begin = System.nanoTime();
        on(() -> {
            card.filter();
            ((TextField) card.lookup(".find-bar .text-field")).setText("9 ");
            return true;
        });
        while (!on(() -> card.lookupAll(".find-bar .label").stream().anyMatch(each -> ((Label) each).getText().contains(" of ")))) {
            frame();
        }
        System.out.printf("log, typed until found                          %6.0f ms%n", millis(begin));
    }

    private static Release with(Release told, Log log) {
        return new Release(told.snapshot(), told.timeline(), log, told.visits(), 0);
    }

    private interface Move {
        void at(int pulse);
    }

    /** The JavaFX thread's processor time from each pulse to the next, with a move made in each. */
    private static List<Double> pulses(Move move) throws Exception {
        var took = new ArrayList<Double>();
        var done = new CountDownLatch(1);
        on(() -> {
            new AnimationTimer() {
                private int pulse;
                private long before;

                @Override
                public void handle(long now) {
                    // All that the thread did since the last pulse: the move, style, layout, what is handed to the renderer.
                    long busy = Pulses.processorTime();
                    if (pulse > 0) {
                        took.add((busy - before) / 1e6);
                    }
                    before = busy;
                    move.at(pulse);
                    if (++pulse == PULSES) {
                        stop();
                        done.countDown();
                    }
                }
            }.start();
            return true;
        });
        done.await();
        return took;
    }

    private static Scene SCENE;

    private static Stage show(Callable<Parent> content) throws Exception {
        return on(() -> {
            var stage = new Stage();
            SCENE = new Scene(content.call(), 1300, 500);
            new Look(new Appearance(Theme.LIGHT, true)).dress(SCENE);
            stage.setScene(SCENE);
            stage.show();
            return stage;
        });
    }

    /** Waits until a frame was painted. */
    private static void frame() throws Exception {
        var done = new CountDownLatch(1);
        on(() -> {
            SCENE.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    SCENE.removePostLayoutPulseListener(this);
                    done.countDown();
                }
            });
            Platform.requestNextPulse();
            return true;
        });
        done.await();
    }

    private static void close(Stage stage) throws Exception {
        on(() -> {
            stage.close();
            return true;
        });
    }

    private static void tell(String what, List<Double> took) {
        var sorted = took.stream().sorted().toList();
        System.out.printf(
                "%-48s p50 %5.1f ms, p95 %5.1f ms, longest %5.1f ms, over 50 ms: %d%n", what, sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100), sorted.getLast(), sorted.stream().filter(each -> each > 50).count());
    }

    private static <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        FxThread.run(task);
        return task.get();
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
