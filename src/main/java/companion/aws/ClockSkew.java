package companion.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * How far this machine's clock is from the account's, by the date that each answer carries. A date is cut to whole seconds and
 * has travelled, so that a difference of a few seconds says nothing and counts as none. Thread-safe.
 */
final class ClockSkew implements ExecutionInterceptor {
    private static final String PRACTICE_TIME = "X-Practice-Time";
    private static final Duration NOTHING = Duration.ofSeconds(5);

    private final InstantSource clock;
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Duration practice;

    ClockSkew(InstantSource clock) {
        this.clock = clock;
    }

    /** Negative if the machine's clock is behind. */
    Duration ahead() {
        return ahead;
    }

    /** The account's time, as far as its last answer tells: a practice cloud has one of its own, which runs at its own speed. */
    Instant accountTime() {
        var behind = practice;
        return clock.instant().minus(behind == null ? ahead : behind);
    }

    @Override
    public void beforeUnmarshalling(Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
        context.httpResponse().firstMatchingHeader("Date").ifPresent(this::answered);
        context.httpResponse().firstMatchingHeader(PRACTICE_TIME).ifPresent(this::practised);
    }

    private void practised(String time) {
        try {
            practice = Duration.between(Instant.parse(time), clock.instant());
        } catch (DateTimeParseException e) {
            practice = null;
        }
    }

    private void answered(String date) {
        Instant account;
        try {
            account = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException e) {
            return;
        }
        var difference = Duration.between(account, clock.instant());
        ahead = difference.abs().compareTo(NOTHING) > 0 ? difference : Duration.ZERO;
    }
}
