package companion.practice.world;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Wakes the world when its next event is due, also when nobody asks. One virtual thread. */
final class Pacemaker implements AutoCloseable {

    /** What lets time pass; answers how long to the next event in real time, or null if it must be touched first. */
    @FunctionalInterface
    interface Beat {
        @Nullable Duration beat(boolean idle);
    }

    /**
     * How long nothing must have been asked before the instant clock jumps by itself. Longer than a client needs between two
     * calls that belong together, also one whose code is only being loaded.
     */
    static final Duration IDLE = Duration.ofMillis(300);

    private final ReentrantLock lock;
    private final Condition touched;
    private final Beat beat;
    private final LongSupplier nanoTime;
    private long lastTouch;
    private boolean closed;
    private @Nullable Thread thread;

    Pacemaker(ReentrantLock lock, Beat beat, LongSupplier nanoTime) {
        this.lock = lock;
        this.touched = lock.newCondition();
        this.beat = beat;
        this.nanoTime = nanoTime;
        this.lastTouch = nanoTime.getAsLong();
    }

    void start() {
        thread = Thread.ofVirtual().name("practice-clock").start(this::run);
    }

    /** Says that the queue may have changed. Under the lock. */
    void touch() {
        lastTouch = nanoTime.getAsLong();
        touched.signalAll();
    }

    /** Says that somebody looked, which leaves nothing earlier in the queue than the pacemaker knows of. Under the lock. */
    void looked() {
        lastTouch = nanoTime.getAsLong();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            touched.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                var wait = beat.beat(nanoTime.getAsLong() - lastTouch >= IDLE.toNanos());
                if (closed) {
                    return;
                }
                if (wait == null) {
                    touched.await();
                } else if (wait.isPositive()) {
                    touched.await(Math.min(wait.toNanos(), TimeUnit.HOURS.toNanos(1)), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
