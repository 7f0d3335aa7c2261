package companion.practice.world;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Reads virtual time off a real, monotonic one. Not thread-safe.
 *
 * <p>At the instant speed it stands still: only {@link #moveTo} takes it forward.
 */
final class VirtualClock {
    private final LongSupplier nanoTime;
    private Speed speed;
    private Instant anchor;
    private long anchorNanos;

    /** @param nanoTime the real time that passes, in nanoseconds */
    VirtualClock(LongSupplier nanoTime, Instant start, Speed speed) {
        this.nanoTime = nanoTime;
        this.anchor = start;
        this.anchorNanos = nanoTime.getAsLong();
        this.speed = speed;
    }

    Speed speed() {
        return speed;
    }

    Instant now() {
        if (speed.isInstant() || speed.isPaused()) {
            return anchor;
        }
        return anchor.plusNanos((long) ((nanoTime.getAsLong() - anchorNanos) * speed.factor()));
    }

    void setSpeed(Speed next) {
        moveTo(now());
        speed = next;
    }

    void moveTo(Instant time) {
        anchor = time;
        anchorNanos = nanoTime.getAsLong();
    }

    /** How long, in real time, until virtual time reaches the given one; null where it never does by itself. */
    @org.jspecify.annotations.Nullable Duration realTimeUntil(Instant time) {
        if (speed.isInstant() || speed.isPaused()) {
            return null;
        }
        var wait = Duration.between(now(), time);
        return wait.isNegative() ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(wait.toNanos() / speed.factor()));
    }
}
