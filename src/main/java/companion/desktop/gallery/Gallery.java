package companion.desktop.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Writes a picture of every screen in every state to a folder: {@code Gallery FOLDER [part of a name]}. Runs the real
 * window,
 * on the headless platform if the system properties say so.
 */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("Usage: Gallery FOLDER [PART-OF-A-NAME]");
            System.exit(2);
        }
        var folder = Files.createDirectories(Path.of(args[0]));
        var problem = new AtomicReference<@Nullable Exception>();
        var ready = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> Application.launch(Window.class));
        Window.READY.await();
        Platform.setImplicitExit(false);
        Thread.ofVirtual().start(() -> {
            try {
                take(folder, args.length > 1 ? args[1] : "");
            } catch (Exception e) {
                problem.set(e);
            }
            ready.countDown();
        });
        ready.await();
        Platform.exit();
        var failed = problem.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static void take(Path folder, String part) throws IOException, InterruptedException {
        for (var scene : Scenes.all()) {
            if (scene.name().contains(part)) {
                Files.write(folder.resolve(scene.name() + ".png"), Camera.take(scene));
                System.out.println(scene.name());
            }
        }
    }

    /** Starts JavaFX; shows nothing itself. */
    public static final class Window extends Application {
        static final CountDownLatch READY = new CountDownLatch(1);

        @Override
        public void start(Stage stage) {
            READY.countDown();
        }
    }
}
