package companion.practice.world;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads virtual time off a real, monotonic one. Set by one thread at a time; read by any.
 *
 * <p>At the instant speed it stands still: only {@link #moveTo} takes it forward.
 */
final class VirtualClock {
    private final LongSupplier nanoTime;
    private volatile Setting setting;

    /** @param nanos the real time at which it was {@code time} */
    private record Setting(Speed speed, Instant time, long nanos) {}

    /** @param nanoTime the real time that passes, in nanoseconds */
    VirtualClock(LongSupplier nanoTime, Instant start, Speed speed) {
        this.nanoTime = nanoTime;
        this.setting = new Setting(speed, start, nanoTime.getAsLong());
    }

    Speed speed() {
        return setting.speed;
    }

    Instant now() {
        var now = setting;
        return stands(now.speed)
                ? now.time
                : now.time.plusNanos((long) ((nanoTime.getAsLong() - now.nanos) * now.speed.factor()));
    }

    void setSpeed(Speed next) {
        setting = new Setting(next, now(), nanoTime.getAsLong());
    }

    void moveTo(Instant time) {
        setting = new Setting(setting.speed, time, nanoTime.getAsLong());
    }

    /** How long, in real time, until virtual time reaches the given one; null where it never does by itself. */
    @Nullable Duration realTimeUntil(Instant time) {
        var speed = setting.speed;
        if (stands(speed)) {
            return null;
        }
        var wait = Duration.between(now(), time);
        return wait.isNegative() ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(wait.toNanos() / speed.factor()));
    }

    private static boolean stands(Speed speed) {
        return speed.isInstant() || speed.isPaused();
    }
}
