package companion.monitor.watch.schedule;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave an account alone that does not answer well: longer each time, up to half a minute, and never the same for
 * two who failed together. Not thread-safe.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration failed() {
        long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    void succeeded() {
        failures = 0;
    }
}
