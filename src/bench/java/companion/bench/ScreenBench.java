package companion.bench;

import companion.console.Practice;
import companion.console.Venue;
import companion.desktop.fx.FxThread;
import companion.desktop.shell.MainWindow;
import companion.desktop.shell.ViewId;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import companion.desktop.theme.Theme;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import companion.window.Places;
import companion.window.Watching;
import companion.window.WindowArguments;
import companion.window.WindowContext;
import companion.workshops.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * From an event in the practice cloud until it is on screen: the real window on its own practice cloud, live view and wall, with
 * push, which the bench turns on by the window's own switch, and without. An execution starts, an approval is given; the time
 * runs from before that call is made until the end of the layout of the pulse that draws what it changed.
 */
public final class ScreenBench {
    private static final String PIPELINE = "checkout";
    private static final long PATIENCE_SECONDS = 30;

    private final int rounds;
    private final BenchPipelines pipelines;
    private final MainWindow window;

    private ScreenBench(int rounds, BenchPipelines pipelines, MainWindow window) {
        this.rounds = rounds;
        this.pipelines = pipelines;
        this.window = window;
    }

    /** @param args how often each view is measured, two events each; 15 unless said */
    public static void main(String[] args) throws Exception {
        int rounds = args.length == 0 ? 15 : Integer.parseInt(args[0]);
        Thread.ofPlatform().daemon().start(() -> Application.launch(Start.class));
        Start.READY.await();
        Platform.setImplicitExit(false);
        var folder = Files.createTempDirectory("screen-bench");
        var options = new WindowArguments(List.of("--workspace", folder.toString(), "--speed", "1"));
        var entry = Catalog.entries().getFirst();
        try (var venue = Venue.open(entry, options.options(), Map.of(), ScreenBench::practice)) {
            var pipelines = new BenchPipelines(venue.visit().connection());
            pipelines.make(PIPELINE);
            var context = new WindowContext(venue, entry, new Places(venue, options, other -> {}), address -> {});
            try (var watching = new Watching(context, venue, PIPELINE)) {
                var bench = new ScreenBench(rounds, pipelines, open(context, watching));
                bench.settle();
                bench.both("by polling");
                bench.turnOnPush();
                bench.both("with push");
            }
        }
        System.exit(0);
    }

    private static Practice practice(Path state, int port, Speed speed) throws IOException {
        var cloud = PracticeCloud.start(PracticeSettings.on(port, null, speed));
        return new Practice(
                cloud.endpoint(), AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()), cloud.gitUserName(),
                cloud.gitPassword(), cloud.clock(), cloud.remark(), cloud::close);
    }

    private static MainWindow open(WindowContext context, Watching watching) throws Exception {
        var made = new CompletableFuture<MainWindow>();
        FxThread.run(() -> {
            var appearance = new Appearance(Theme.LIGHT, false);
            var live = watching.live(appearance.still()::get);
            var wall = watching.wall(appearance.still()::get);
            var main = new MainWindow(
                    context, appearance, new Look(appearance), Map.of(ViewId.LIVE, live, ViewId.PIPELINES, wall),
                    MainWindow.WIDTH, MainWindow.HEIGHT);
            var stage = new Stage();
            stage.setScene(main.scene());
            stage.show();
            made.complete(main);
        });
        return made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What is loaded and compiled only once is not what an event costs. */
    private void settle() throws Exception {
        show(ViewId.LIVE);
        pipelines.approve(PIPELINE, token());
        for (int i = 0; i < 8; i++) {
            round(this::isStageShown, new double[2], 0);
        }
        show(ViewId.PIPELINES);
        for (int i = 0; i < 8; i++) {
            round(this::isTileShown, new double[2], 0);
        }
    }

    private void both(String how) throws Exception {
        measure("live view, " + how, ViewId.LIVE, this::isStageShown);
        measure("wall, " + how, ViewId.PIPELINES, this::isTileShown);
    }

    private void measure(String what, ViewId view, Shown shown) throws Exception {
        show(view);
        var millis = new double[rounds * 2];
        for (int i = 0; i < rounds; i++) {
            round(shown, millis, i * 2);
        }
        System.out.println(what + ": " + new Sample(millis));
    }

    /** Whether a node shows that an execution runs, or that it has succeeded. */
    private interface Shown {
        boolean test(String spoken, boolean running);
    }

    private boolean isStageShown(String spoken, boolean running) {
        return running ? spoken.startsWith("Source, 1 of 2, in progress") : spoken.startsWith("Approve, 2 of 2, succeeded");
    }

    private boolean isTileShown(String spoken, boolean running) {
        return spoken.startsWith(PIPELINE + ", us-east-1") && spoken.contains(running ? "Source in progress" : "Succeeded");
    }

    private void round(Shown shown, double[] millis, int at) throws Exception {
        millis[at] = until(node -> shown.test(node, true), () -> pipelines.start(PIPELINE));
        var token = token();
        // Neither just after the last change nor in step with anything.
        Thread.sleep(300 + (at * 37L) % 500);
        millis[at + 1] = until(node -> shown.test(node, false), () -> pipelines.approve(PIPELINE, token));
        Thread.sleep(300 + (at * 53L) % 500);
    }

    /** Of the approval, as soon as it is waited for. */
    private String token() throws InterruptedException {
        var token = pipelines.token(PIPELINE);
        while (token == null) {
            Thread.sleep(20);
            token = pipelines.token(PIPELINE);
        }
        return token;
    }

    private double until(Predicate<String> spoken, Runnable event) throws Exception {
        var seen = new CompletableFuture<Long>();
        Runnable look = () -> {
            if (!seen.isDone() && find(window.scene().getRoot(), spoken) != null) {
                seen.complete(System.nanoTime());
            }
        };
        FxThread.run(() -> window.scene().addPostLayoutPulseListener(look));
        long start = System.nanoTime();
        event.run();
        double millis = (seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
        FxThread.run(() -> window.scene().removePostLayoutPulseListener(look));
        return millis;
    }

    private void show(ViewId view) {
        FxThread.run(() -> window.shell().open(view));
    }

    private void turnOnPush() throws Exception {
        press(node -> node.getStyleClass().contains("wall-place"));
        press(node -> spoken(node).startsWith("Turn on push for"));
        press(node -> spoken(node).startsWith("Make these calls"));
        await(node -> spoken(node).startsWith("Turn off push for"));
        press(node -> node.getStyleClass().contains("wall-place"));
    }

    private void press(Predicate<Node> which) throws Exception {
        var button = (Button) await(which);
        FxThread.run(button::fire);
    }

    private Node await(Predicate<Node> which) throws Exception {
        while (true) {
            var found = new CompletableFuture<@Nullable Node>();
            FxThread.run(() -> found.complete(look(window.scene().getRoot(), which)));
            var node = found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (node != null) {
                return node;
            }
            Thread.sleep(50);
        }
    }

    private static String spoken(Node node) {
        var text = node.getAccessibleText();
        return text == null ? "" : text;
    }

    private static @Nullable Node find(Node node, Predicate<String> wanted) {
        return look(node, each -> wanted.test(spoken(each)));
    }

    private static @Nullable Node look(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return null;
        }
        if (wanted.test(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = look(child, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
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
