package companion.desktop.gallery;

import companion.desktop.fx.FxThread;
import companion.desktop.shell.MainWindow;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Shows a scene in a window of its own, lets it settle, and takes its picture. */
final class Camera {
    private static final int SETTLING_HOPS = 12;
    /** How wide and high the screen of the headless platform is, in px. */
    private static final int SCREEN = 1000;

    private Camera() {}

    /** @return the picture as PNG */
    static byte[] take(Scenes.Shot shot) throws IOException, InterruptedException {
        var set = shot.set().get();
        var window = on(() -> {
            var appearance = new Appearance(shot.theme(), true);
            appearance.zoom(shot.size() - Appearance.USUAL_SIZE);
            Map<ViewId, View> more = shot.views().apply(set);
            var main = new MainWindow(
                    set, appearance, new Look(appearance), more, shot.width(), shot.height());
            var stage = new Stage();
            stage.setScene(main.scene());
            if (fits(shot)) {
                stage.show();
            }
            return new Taken(stage, main);
        });
        settle(window);
        set.shown();
        on(() -> {
            shot.act().accept(window.main());
            return true;
        });
        settle(window);
        var image = on(() -> window.main().scene().snapshot(new WritableImage(shot.width(), shot.height())));
        on(() -> {
            window.main().shell().close();
            window.stage().close();
            return true;
        });
        var out = new ByteArrayOutputStream();
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out);
        return out.toByteArray();
    }

    /**
     * Whether the platform can paint the window: it writes line after line of its screen, and nothing may come after the last. A
     * larger scene has its picture taken without a window.
     */
    private static boolean fits(Scenes.Shot shot) {
        return (shot.height() - 1) * SCREEN + shot.width() <= SCREEN * SCREEN;
    }

    private record Taken(Stage stage, MainWindow main) {}

    /** Lets what was asked for in passing happen: layouts, focus, and what follows from them. */
    private static void settle(Taken window) throws InterruptedException {
        for (int i = 0; i < SETTLING_HOPS; i++) {
            on(() -> {
                if (!window.stage().isShowing()) {
                    window.main().scene().getRoot().applyCss();
                    window.main().scene().getRoot().layout();
                }
                return true;
            });
            Thread.sleep(20);
        }
    }

    private static <T> T on(Callable<T> work) throws InterruptedException {
        var task = new FutureTask<>(work);
        FxThread.run(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
