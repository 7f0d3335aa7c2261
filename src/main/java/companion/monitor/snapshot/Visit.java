package companion.monitor.snapshot;

import java.time.Duration;
import java.time.Instant;

/**
 * What one visitor got.
 *
 * @param version as the page says, {@code v1}; {@code ?} for a page that does not say; empty where there was no page
 * @param status the HTTP status; 0 if nothing answered
 */
public record Visit(Instant at, String version, int status, Duration took) {
    private static final Duration SLOW = Duration.ofSeconds(1);

    /** Whether the visitor was dropped: blue/green promises that none is. */
    public boolean isDropped() {
        return status == 0 || status >= 500;
    }

    public boolean isSlow() {
        return took.compareTo(SLOW) > 0;
    }
}
