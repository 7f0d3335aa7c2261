package companion.desktop.wall;

import companion.desktop.text.Format;
import java.time.Duration;

/** How long ago something was, in its largest unit. */
final class Age {
    private Age() {}

    /** {@code 48 s}, {@code 2 min}, {@code 5 h}, {@code 3 d}. */
    static String of(Duration ago) {
        long seconds = Math.max(0, ago.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** {@code 48 seconds}, {@code 2 minutes}, {@code 1 day}. */
    static String spoken(Duration ago) {
        long seconds = Math.max(0, ago.toSeconds());
        if (seconds < 60) {
            return Format.count(seconds, "second");
        }
        if (seconds < 3600) {
            return Format.count(seconds / 60, "minute");
        }
        return seconds < 86_400 ? Format.count(seconds / 3600, "hour") : Format.count(seconds / 86_400, "day");
    }
}
