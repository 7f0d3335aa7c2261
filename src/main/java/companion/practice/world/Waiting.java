package companion.practice.world;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Those who wait for something in the world, in real time. They let go of the lock meanwhile. */
final class Waiting {
    private final Condition stirred;
    private boolean over;

    Waiting(ReentrantLock lock) {
        this.stirred = lock.newCondition();
    }

    /** Has all who wait look again. Under the lock. */
    void stir() {
        stirred.signalAll();
    }

    /** Sends all away who wait, and who come later. Under the lock. */
    void end() {
        over = true;
        stirred.signalAll();
    }

    /**
     * Waits. Under the lock.
     *
     * @param atMost real time
     * @return whether it is so now; false if the time was up, the world ended, or the thread was interrupted first
     */
    boolean until(BooleanSupplier ready, Duration atMost) {
        long left = atMost.toNanos();
        try {
            while (!over) {
                if (ready.getAsBoolean()) {
                    return true;
                }
                if (left <= 0) {
                    return false;
                }
                left = stirred.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
