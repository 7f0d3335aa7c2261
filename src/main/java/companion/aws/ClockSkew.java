package companion.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * How far this machine's clock is from the account's, by the date that each answer carries. A date is cut to whole seconds and
 * has travelled, so that a difference of a few seconds says nothing and counts as none. Thread-safe.
 */
final class ClockSkew implements ExecutionInterceptor {
    private static final Duration NOTHING = Duration.ofSeconds(5);

    private final InstantSource clock;
    private volatile Duration ahead = Duration.ZERO;

    ClockSkew(InstantSource clock) {
        this.clock = clock;
    }

    /** Negative if the machine's clock is behind. */
    Duration ahead() {
        return ahead;
    }

    @Override
    public void beforeUnmarshalling(Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
        context.httpResponse().firstMatchingHeader("Date").ifPresent(this::answered);
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
