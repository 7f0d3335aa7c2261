package companion.desktop.gallery;

import companion.desktop.context.Connection;
import companion.desktop.gallery.Scenes.Shot;
import companion.desktop.live.LiveView;
import companion.desktop.notify.Notice;
import companion.desktop.shell.MainWindow;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.desktop.status.State;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Theme;
import companion.desktop.wall.WallView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** The monitor wall in every state. */
final class WallScenes {
    private static final int LARGE_TYPE = 20;

    private WallScenes() {}

    private record Motif(String name, Supplier<ScriptedWall> feed, Consumer<MainWindow> act) {
        Shot shot(String suffix, Theme theme, int size, int width, int height) {
            return new Shot(
                    "wall-" + name + suffix, WallScenes::set, context -> views(context, feed.get()), theme, size, width,
                    height, window -> {
                        window.shell().open(ViewId.PIPELINES);
                        act.accept(window);
                    });
        }
    }

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        for (var motif : motifs()) {
            shots.add(motif.shot("-light", Theme.LIGHT, Appearance.USUAL_SIZE, 1440, 900));
            shots.add(motif.shot("-dark", Theme.DARK, Appearance.USUAL_SIZE, 1440, 900));
            shots.add(motif.shot("-150", Theme.LIGHT, LARGE_TYPE, 1440, 900));
            shots.add(motif.shot("-1024", Theme.LIGHT, Appearance.USUAL_SIZE, 1024, 680));
        }
        var tv = new Motif("radiator", () -> ScriptedWall.of(Walls.wall()), WallScenes::alone);
        var crowd = new Motif("radiator-1000", () -> ScriptedWall.of(Walls.many(1000)), WallScenes::alone);
        shots.add(tv.shot("-light", Theme.LIGHT, Appearance.USUAL_SIZE, 1760, 990));
        shots.add(tv.shot("-dark", Theme.DARK, Appearance.USUAL_SIZE, 1760, 990));
        shots.add(crowd.shot("-dark", Theme.DARK, Appearance.USUAL_SIZE, 1760, 990));
        return shots;
    }

    private static List<Motif> motifs() {
        Supplier<ScriptedWall> wall = () -> ScriptedWall.of(Walls.wall());
        Consumer<MainWindow> nothing = window -> {};
        return List.of(
                new Motif("all", wall, nothing),
                new Motif("picked", wall, window -> keys(window, KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT)),
                new Motif("pinned", wall, window -> {
                    pin(window, 5, 9);
                    keys(window, KeyCode.HOME);
                }),
                new Motif("filter", wall, window -> filter(window, "prod deploy")),
                new Motif("no-match", wall, window -> filter(window, "no such pipeline")),
                new Motif("empty", () -> ScriptedWall.of(Walls.none()), nothing),
                new Motif("loading", ScriptedWall::unread, nothing),
                new Motif("stale", () -> ScriptedWall.of(Walls.stale()), nothing),
                new Motif("1000", () -> ScriptedWall.of(Walls.many(1000)), window -> keys(window, KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN)),
                new Motif("notices", wall, WallScenes::tell),
                new Motif("places", wall, WallScenes::places),
                new Motif("push", wall, WallScenes::push));
    }

    /** Somebody looks on with three profiles that may not change anything. */
    private static ScriptedContext set() {
        var context = new ScriptedContext(
                Sets.readOnly().scripted(),
                new Connection(Connection.Kind.REAL_READ_ONLY, "AWS, 3 accounts", "us-east-1", "441712342209"));
        context.setTime(Walls.NOW);
        return context;
    }

    private static Map<ViewId, View> views(ScriptedContext context, ScriptedWall feed) {
        return Map.of(
                ViewId.LIVE, new LiveView(context, Releases.none(), () -> true),
                ViewId.PIPELINES, new WallView(context, feed, key -> {}, () -> true));
    }

    private static void keys(MainWindow window, KeyCode... codes) {
        for (var code : codes) {
            press(window, code, false);
        }
    }

    private static void press(MainWindow window, KeyCode code, boolean shift) {
        var owner = window.scene().getFocusOwner();
        Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private static void pin(MainWindow window, int... steps) {
        keys(window, KeyCode.HOME);
        for (int times : steps) {
            for (int i = 0; i < times; i++) {
                keys(window, KeyCode.RIGHT);
            }
            press(window, KeyCode.P, true);
        }
    }

    private static void filter(MainWindow window, String text) {
        window.shell().current().filter();
        ((TextField) window.scene().getFocusOwner()).setText(text);
    }

    private static void places(MainWindow window) {
        ((Button) window.scene().lookup(".wall-place")).fire();
    }

    private static void push(MainWindow window) {
        places(window);
        window.scene().getRoot().applyCss();
        window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && button.getText().equals("Turn on push…"))
                .findFirst()
                .ifPresent(node -> ((Button) node).fire());
    }

    /** As on a screen of its own: the headless platform's own is smaller than the picture. */
    private static void alone(MainWindow window) {
        var shown = window.shell().current().alone().orElseThrow();
        ((Pane) window.scene().getRoot()).getChildren().add(shown);
    }

    private static void tell(MainWindow window) {
        var frame = window.shell().frame();
        frame.tell(new Notice(
                State.FAILED, "inventory: Deploy failed", "Health checks failed on 2 of 2 targets\nus-east-1, stage", true,
                () -> {}));
        frame.tell(new Notice(State.OK, "checkout-api recovered", "eu-west-1, prod", true, () -> {}));
        frame.tell(Notice.passing(
                "Copied", "aws codepipeline get-pipeline-state --name checkout-api --region eu-west-1 --profile prod"));
    }
}
