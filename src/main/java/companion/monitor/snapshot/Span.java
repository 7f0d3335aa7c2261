package companion.monitor.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something ran.
 *
 * @param start null if it has not started
 * @param end null while it runs
 */
public record Span(@Nullable Instant start, @Nullable Instant end) {
    public static final Span NONE = new Span(null, null);

    /** How long it took, or has been running by now. */
    public Optional<Duration> length(Instant now) {
        return start == null ? Optional.empty() : Optional.of(Duration.between(start, end == null ? now : end));
    }
}
