package companion.desktop.wall;

import companion.desktop.text.Format;
import companion.monitor.snapshot.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a tile goes on by itself: its age and how long its execution takes.
 *
 * @param since when it came to stand as it does; null before the first execution
 * @param running whether something happens right now
 * @param span of the latest execution
 * @param usual how long one usually takes; null while that is not known
 * @param readAt when it was read, if it can't be read any more; otherwise null
 */
record Moments(@Nullable Instant since, boolean running, Span span, @Nullable Duration usual, @Nullable Instant readAt) {
    /** From here on what was read last is old. */
    private static final Duration STALE = Duration.ofSeconds(30);
    /** From this share of the usual time on an execution is slow. */
    private static final double SLOW = 1.25;

    static final Moments NONE = new Moments(null, false, Span.NONE, null, null);

    boolean isStale(Instant now) {
        return readAt != null && Duration.between(readAt, now).compareTo(STALE) >= 0;
    }

    /** {@code now}, {@code 2 min}, {@code 3 d}, or {@code As of 48 s ago}; empty before the first execution. */
    String age(Instant now) {
        if (readAt != null && isStale(now)) {
            return "As of " + Age.of(Duration.between(readAt, now)) + " ago";
        }
        if (since == null) {
            return "";
        }
        return running ? "now" : Age.of(Duration.between(since, now));
    }

    /** To be read aloud: {@code now}, {@code 2 minutes ago}. */
    String spokenAge(Instant now) {
        if (readAt != null && isStale(now)) {
            return "as of " + Age.spoken(Duration.between(readAt, now)) + " ago";
        }
        if (since == null) {
            return "";
        }
        return running ? "now" : Age.spoken(Duration.between(since, now)) + " ago";
    }

    /** {@code 3:12}; empty if no execution has started. */
    String took(Instant now) {
        return span.length(now).map(Format::minutes).orElse("");
    }

    /** {@code 7:30}, or empty. */
    String usually() {
        return usual == null ? "" : Format.minutes(usual);
    }

    /** How long it takes in usual durations: 1 is as long as usual. Empty if one of the two is not known. */
    Optional<Double> share(Instant now) {
        return usual == null || usual.isZero()
                ? Optional.empty()
                : span.length(now).map(length -> length.toMillis() / (double) usual.toMillis());
    }

    boolean isSlow(Instant now) {
        return share(now).map(share -> share >= SLOW).orElse(false);
    }

    /** {@code took 52 seconds, usually 3 minutes 10 seconds}; empty if no execution has started. */
    String spokenLength(Instant now) {
        return span.length(now)
                .map(length -> (span.end() == null ? "for " : "took ") + Format.spoken(length)
                        + (usual == null ? "" : ", usually " + Format.spoken(usual)))
                .orElse("");
    }
}
