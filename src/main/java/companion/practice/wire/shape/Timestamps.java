package companion.practice.wire.shape;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Points in time as the protocols write them, to the millisecond, which is what AWS keeps. */
final class Timestamps {
    private static final String RFC_822 = "EEE, dd MMM yyyy HH:mm:ss 'GMT'";

    private Timestamps() {}

    static String format(Instant time, Format format) {
        return switch (format) {
            case ISO_8601 -> time.truncatedTo(ChronoUnit.MILLIS).toString();
            case RFC_822 -> rfc822().format(time);
            case UNIX_TIMESTAMP -> epochSeconds(time).toPlainString();
            case UNIX_TIMESTAMP_MILLIS -> Long.toString(time.toEpochMilli());
        };
    }

    static Instant parse(String text, Format format) throws MalformedShapeException {
        try {
            return switch (format) {
                case ISO_8601 -> DateTimeFormatter.ISO_OFFSET_DATE_TIME
                        .parse(text, Instant::from)
                        .truncatedTo(ChronoUnit.MILLIS);
                case RFC_822 -> rfc822().parse(text, Instant::from);
                case UNIX_TIMESTAMP -> ofEpochSeconds(new BigDecimal(text));
                case UNIX_TIMESTAMP_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new MalformedShapeException("'" + text + "' is not a timestamp");
        }
    }

    /** Seconds with a fraction, as JSON protocols have it. */
    static BigDecimal epochSeconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }

    static Instant ofEpochSeconds(BigDecimal seconds) {
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }

    private static DateTimeFormatter rfc822() {
        return DateTimeFormatter.ofPattern(RFC_822, Locale.US).withZone(ZoneOffset.UTC);
    }
}
