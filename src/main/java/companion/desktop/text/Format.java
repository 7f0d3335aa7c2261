package companion.desktop.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Durations, times of day and money as the window writes them. */
public final class Format {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Format() {}

    /** As long as it needs: {@code 4 ms}, {@code 0.41 s}, {@code 12.3 s}, {@code 1:11}, {@code 1:02:03}. */
    public static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 0.01) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : minutes(duration);
    }

    /** One that still ticks: {@code 3.2 s}, {@code 1:11}. */
    public static String ticking(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : minutes(duration);
    }

    /** {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
    public static String minutes(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code 3 h 12 min}, {@code 8 min}, {@code 40 s}. */
    public static String words(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes >= 60) {
            return minutes / 60 + " h " + minutes % 60 + " min";
        }
        return minutes > 0 ? minutes + " min" : Math.max(0, duration.toSeconds()) + " s";
    }

    /** To be read aloud: {@code 51 seconds}, {@code 1 minute 2 seconds}. */
    public static String spoken(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        var rest = count(seconds % 60, "second");
        return seconds < 60 ? rest : count(seconds / 60, "minute") + (seconds % 60 == 0 ? "" : " " + rest);
    }

    /** {@code 12:03:24}. */
    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** To what matters of a price per hour: {@code $0.00/h}, {@code $0.1172/h}. */
    public static String perHour(BigDecimal dollars) {
        return "$" + price(dollars) + "/h";
    }

    /** {@code 0.00} or four places: {@code 0.0450}. */
    public static String price(BigDecimal dollars) {
        return dollars.signum() == 0 ? "0.00" : fourPlaces(dollars);
    }

    /** {@code 0.0450}. */
    public static String fourPlaces(BigDecimal dollars) {
        return dollars.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code $0.41}. */
    public static String amount(BigDecimal dollars) {
        return "$" + dollars.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code 1 call}, {@code 3 calls}. */
    public static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
