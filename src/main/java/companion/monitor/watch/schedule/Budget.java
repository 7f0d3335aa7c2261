package companion.monitor.watch.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests may still be made: tokens that come in at a rate, up to a burst. Throttling halves the rate, and it
 * recovers by small steps while nothing is throttled. What a read costs is known only afterwards, so that tokens may go below
 * zero; the debt is waited off before the next read. Not thread-safe.
 */
final class Budget {
    private static final double SLOWEST = 1.0 / 32;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final double RECOVERED = 0.05;

    private final Limits limits;
    private double share;
    private double factor = 1;
    private double tokens;
    private Instant at;
    private Instant changed;

    Budget(Limits limits, Instant now) {
        this.limits = limits;
        this.share = limits.least();
        this.tokens = limits.burst();
        this.at = now;
        this.changed = now;
    }

    /** @param share requests a second that what is watched may cost */
    void allow(double share, Instant now) {
        refill(now);
        this.share = Math.clamp(share, limits.least(), limits.most());
    }

    /** A second. */
    double rate() {
        return share * factor;
    }

    /** Whether it is slower than what is watched would allow, because AWS throttled. */
    boolean isSlowed() {
        return factor < 1;
    }

    void spend(int requests, Instant now) {
        refill(now);
        tokens -= requests;
    }

    void throttled(Instant now) {
        refill(now);
        factor = Math.max(SLOWEST, factor / 2);
        tokens = Math.min(tokens, 0);
        changed = now;
    }

    /** When the next read may be made. */
    Instant ready(Instant now) {
        refill(now);
        return tokens >= 1 ? now : now.plusMillis((long) Math.ceil((1 - tokens) / rate() * 1_000));
    }

    private void refill(Instant now) {
        double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1_000.0);
        tokens = Math.min(limits.burst(), tokens + seconds * rate());
        at = now.isAfter(at) ? now : at;
        while (factor < 1 && !changed.plus(STEP).isAfter(now)) {
            factor = Math.min(1, factor + RECOVERED);
            changed = changed.plus(STEP);
        }
    }
}
