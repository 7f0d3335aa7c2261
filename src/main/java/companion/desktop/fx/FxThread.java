package companion.desktop.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The hop to the JavaFX thread: the only place that makes it. */
public final class FxThread {
    private FxThread() {}

    /** Runs it on the JavaFX thread: at once if this is that thread, otherwise soon. */
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /** Runs it on the JavaFX thread after what happens there now, for example once a layout was made. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /**
     * A consumer to be fed on any thread that hands on the newest value on the JavaFX thread. Values that were
     * overtaken
     * before the screen could show them are left out, so that a burst of changes costs one repaint.
     */
    public static <T> Consumer<T> latest(Consumer<T> show) {
        var pending = new AtomicReference<@Nullable T>();
        return value -> {
            if (pending.getAndSet(value) == null) {
                run(() -> {
                    var newest = pending.getAndSet(null);
                    if (newest != null) {
                        show.accept(newest);
                    }
                });
            }
        };
    }
}
