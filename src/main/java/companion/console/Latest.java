package companion.console;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was told last, handed from the thread that tells to the one that draws. What is told between two looks is passed over,
 * but for the last.
 */
final class Latest<T> {
    private @Nullable T value;
    private boolean fresh;

    synchronized void tell(T now) {
        value = now;
        fresh = true;
        notifyAll();
    }

    /** Waits until something is told that was not taken yet, at most so long. @return what was told last, or null */
    synchronized @Nullable T take(Duration most) throws InterruptedException {
        if (!fresh) {
            wait(most.toMillis());
        }
        fresh = false;
        return value;
    }
}
