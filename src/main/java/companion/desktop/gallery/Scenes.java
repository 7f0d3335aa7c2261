package companion.desktop.gallery;

import companion.desktop.live.LiveView;
import companion.desktop.shell.MainWindow;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;

/** Every screen in every state. */
final class Scenes {
    private static final int LARGE_TYPE = 20;

    private Scenes() {}

    /**
     * @param set the state of things
     * @param views beside the wizard and the clean-up
     * @param size of type, in px
     * @param act what is pressed before the picture is taken
     */
    record Shot(
            String name, Supplier<ScriptedContext> set, Function<ScriptedContext, Map<ViewId, View>> views, Theme theme,
            int size, int width, int height, Consumer<MainWindow> act) {}

    /** A screen's state, before it is decided how it is lit. */
    private record Motif(
            String name, Supplier<ScriptedContext> set, Function<ScriptedContext, View> live, Consumer<MainWindow> act) {
        Motif(String name, Supplier<ScriptedContext> set, Consumer<MainWindow> act) {
            this(name, set, context -> live(context, Releases.none()), act);
        }

        /** The live view of a release, as somebody sees it who has come as far as that. */
        static Motif of(String name, Supplier<ScriptedRelease> release) {
            return of(name, release, Sets::released, window -> {});
        }

        static Motif of(
                String name, Supplier<ScriptedRelease> release, Supplier<ScriptedContext> set, Consumer<MainWindow> act) {
            return new Motif(
                    "live-" + name, set,
                    context -> {
                        var told = release.get();
                        context.setTime(told.now());
                        return live(context, told);
                    },
                    window -> {
                        window.shell().open(ViewId.LIVE);
                        act.accept(window);
                    });
        }

        private static View live(ScriptedContext context, ScriptedRelease release) {
            return new LiveView(context, release, () -> true);
        }
    }

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        var motifs = new ArrayList<>(motifs());
        motifs.addAll(releases());
        for (var motif : motifs) {
            shots.add(shot(motif, "light", Theme.LIGHT, Appearance.USUAL_SIZE, 1440, 900));
            shots.add(shot(motif, "dark", Theme.DARK, Appearance.USUAL_SIZE, 1440, 900));
            shots.add(shot(motif, "150", Theme.LIGHT, LARGE_TYPE, 1440, 900));
            shots.add(shot(motif, "1024", Theme.LIGHT, Appearance.USUAL_SIZE, 1024, 680));
        }
        shots.add(shot(motifs.getFirst(), "1200", Theme.LIGHT, Appearance.USUAL_SIZE, 1200, 800));
        shots.add(shot(motifs.getFirst(), "150-1024", Theme.DARK, LARGE_TYPE, 1024, 680));
        for (var size : List.of(new int[] {1720, 1000}, new int[] {1920, 1080}, new int[] {2560, 1440})) {
            var wide = Integer.toString(size[0]);
            shots.add(shot(beside(), wide + "-light", Theme.LIGHT, Appearance.USUAL_SIZE, size[0], size[1]));
            shots.add(shot(beside(), wide + "-dark", Theme.DARK, Appearance.USUAL_SIZE, size[0], size[1]));
            shots.add(shot(beside(), wide + "-150", Theme.LIGHT, LARGE_TYPE, size[0], size[1]));
        }
        shots.addAll(WallScenes.all());
        return shots;
    }

    private static Shot shot(Motif motif, String suffix, Theme theme, int size, int width, int height) {
        return new Shot(
                motif.name() + "-" + suffix, motif.set(), context -> Map.of(ViewId.LIVE, motif.live().apply(context)),
                theme, size, width, height, motif.act());
    }

    /** The wizard with the live view beside it, where the window is wide enough by the size of its type. */
    private static Motif beside() {
        var waiting = Motif.of("beside", Releases::waiting);
        return new Motif("beside", waiting.set(), waiting.live(), window -> {});
    }

    private static List<Motif> motifs() {
        Consumer<MainWindow> nothing = window -> {};
        Consumer<MainWindow> cleanUp = window -> window.shell().open(ViewId.CLEAN_UP);
        return List.of(
                new Motif("wizard-start", Sets::start, nothing),
                new Motif("wizard-running", Sets::running, nothing),
                new Motif("wizard-done", Sets::stageDone, window -> window.shell().wizard().open("repository")),
                new Motif("wizard-failed", Sets::failed, nothing),
                new Motif("wizard-differs", Sets::differs, nothing),
                new Motif("wizard-finished", Sets::finished, nothing),
                new Motif(
                        "components", Sets::start, context -> new ComponentSheet(),
                        window -> window.shell().open(ViewId.LIVE)),
                new Motif("palette", Sets::running, window -> window.shell().openPalette()),
                new Motif("keys", Sets::running, window -> window.shell().openKeys()),
                new Motif("clean-up-empty", Sets::start, cleanUp),
                new Motif("clean-up-before", Sets::finished, cleanUp.andThen(window -> window.shell().pressPrimary())),
                new Motif("clean-up-running", Sets::removing, cleanUp),
                new Motif("clean-up-held-up", Sets::heldUp, cleanUp),
                new Motif("clean-up-done", Sets::removed, cleanUp));
    }

    private static Consumer<MainWindow> history(int... rows) {
        return window -> ((LiveView) window.shell().current()).history().choose(rows);
    }

    /** A release that was seen from its beginning. */
    private static ScriptedRelease withPast() {
        return Releases.waiting().after(Releases.building(), Releases.installing());
    }

    private static void find(MainWindow window) {
        window.shell().current().filter();
        window.scene().getRoot().applyCss();
        for (var each : window.scene().getRoot().lookupAll(".text-field")) {
            if ("Find in the log".equals(each.getAccessibleText())) {
                ((TextInputControl) each).setText("docker");
            }
        }
    }

    /** Presses the button that is read aloud so. */
    private static void press(MainWindow window, String spoken) {
        for (var each : window.scene().getRoot().lookupAll(".button")) {
            if (spoken.equals(each.getAccessibleText())) {
                ((ButtonBase) each).fire();
                return;
            }
        }
    }

    /** Presses a letter in the view that is open. */
    private static Consumer<MainWindow> key(String letter) {
        return window -> window.shell().current().key(letter);
    }

    private static List<Motif> releases() {
        Consumer<MainWindow> call = window -> ((LiveView) window.shell().current()).showCall();
        return List.of(
                Motif.of("unread", ScriptedRelease::unread),
                Motif.of("none", Releases::none),
                Motif.of("forbidden", Releases::forbidden),
                Motif.of("building", Releases::building),
                Motif.of("installing", Releases::installing),
                Motif.of("shifting", Releases::shifting),
                Motif.of("waiting", Releases::waiting),
                Motif.of("waiting-call", Releases::waiting, Sets::released, call),
                Motif.of("finished", Releases::finished),
                Motif.of("failed", Releases::failed),
                Motif.of("condition", Releases::conditional),
                Motif.of("rewound", Scenes::withPast, Sets::released, key(",")),
                Motif.of("rewound-start", Scenes::withPast, Sets::released, key(",").andThen(key(","))),
                Motif.of("find", Releases::waiting, Sets::released, Scenes::find),
                Motif.of("folded", Releases::waiting, Sets::released, window -> press(window, "Fold the phases, off")),
                Motif.of("rolling", Rollings::rolling),
                Motif.of("rolling-failing", Rollings::failing),
                Motif.of("acts", Releases::waiting, Sets::released, key("a")),
                Motif.of("acts-failed", () -> Releases.failed().because(Whys.noDocker()), Sets::released, key("a")),
                Motif.of("allow", Releases::waiting, Sets::everythingReal, window -> press(window, "Allow acts…")),
                Motif.of("limit", Limits::pipelines),
                Motif.of("limit-near", Limits::pipelines, Sets::released, key("f")),
                Motif.of("parallel", Limits::parallel),
                Motif.of("graph", Releases::waiting, Sets::released, key("g")),
                Motif.of("long-log", () -> Limits.log(100_000)),
                Motif.of("history", Releases::waiting, Sets::released, key("h").andThen(history(1))),
                Motif.of("history-compare", Releases::waiting, Sets::released, key("h").andThen(history(0, 3))),
                Motif.of("why", () -> Releases.failed().because(Whys.noDocker())),
                Motif.of("why-calls", () -> Releases.failed().because(Whys.noDocker()), Sets::released, call),
                Motif.of("why-unknown", () -> Releases.failed().because(Whys.unknown())),
                Motif.of("why-rolled-back", () -> Releases.rolledBack().because(Whys.rolledBack())),
                Motif.of("trap", () -> Releases.finished().because(Whys.trap())),
                Motif.of("why-trap", () -> Releases.finished().because(Whys.trap()), Sets::released, key("w")),
                Motif.of("rolled-back", Releases::rolledBack),
                Motif.of("stale", Releases::stale, Sets::readOnly, window -> {}));
    }
}
