package companion.desktop.gallery;

import companion.desktop.shell.MainWindow;
import companion.desktop.shell.ViewId;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every screen in every state. */
final class Scenes {
    private static final int LARGE_TYPE = 20;

    private Scenes() {}

    /**
     * @param set the state of things
     * @param size of type, in px
     * @param act what is pressed before the picture is taken
     */
    record Shot(
            String name, Supplier<ScriptedContext> set, Theme theme, int size, int width, int height,
            Consumer<MainWindow> act) {}

    /** A screen's state, before it is decided how it is lit. */
    private record Motif(String name, Supplier<ScriptedContext> set, Consumer<MainWindow> act) {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        for (var motif : motifs()) {
            shots.add(shot(motif, "light", Theme.LIGHT, Appearance.USUAL_SIZE, 1440, 900));
            shots.add(shot(motif, "dark", Theme.DARK, Appearance.USUAL_SIZE, 1440, 900));
            shots.add(shot(motif, "150", Theme.LIGHT, LARGE_TYPE, 1440, 900));
            shots.add(shot(motif, "1024", Theme.LIGHT, Appearance.USUAL_SIZE, 1024, 680));
        }
        shots.add(shot(motifs().getFirst(), "1200", Theme.LIGHT, Appearance.USUAL_SIZE, 1200, 800));
        shots.add(shot(motifs().getFirst(), "150-1024", Theme.DARK, LARGE_TYPE, 1024, 680));
        return shots;
    }

    private static Shot shot(Motif motif, String suffix, Theme theme, int size, int width, int height) {
        return new Shot(motif.name() + "-" + suffix, motif.set(), theme, size, width, height, motif.act());
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
                new Motif("components", Sets::start, window -> window.shell().open(ViewId.LIVE)),
                new Motif("palette", Sets::running, window -> window.shell().openPalette()),
                new Motif("keys", Sets::running, window -> window.shell().openKeys()),
                new Motif("clean-up-empty", Sets::start, cleanUp),
                new Motif("clean-up-before", Sets::finished, cleanUp.andThen(window -> window.shell().pressPrimary())),
                new Motif("clean-up-running", Sets::removing, cleanUp),
                new Motif("clean-up-held-up", Sets::heldUp, cleanUp),
                new Motif("clean-up-done", Sets::removed, cleanUp));
    }
}
