package companion.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when it is told to. */
public final class ManualClock implements InstantSource {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Nanoseconds since the start. */
    public long nanos() {
        return Duration.between(START, now).toNanos();
    }

    public Instant after(Duration time) {
        now = now.plus(time);
        return now;
    }

    public void moveTo(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    public Duration elapsed() {
        return Duration.between(START, now);
    }
}
