package companion.practice.s3;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Part of an object's bytes, or all of them.
 *
 * @param to exclusive
 */
record Range(long from, long to, boolean isPart) {
    private static final Pattern BYTES = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final int NOT_SATISFIABLE = 416;

    /** Reads a Range header; one that is not understood, or of several parts, counts as none, as HTTP wants it. */
    static Range parse(@Nullable String header, long size) {
        var match = header == null ? null : BYTES.matcher(header.strip());
        if (match == null || !match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return new Range(0, size, false);
        }
        long from;
        long to = size;
        if (match.group(1).isEmpty()) {
            from = Math.max(0, size - Long.parseLong(match.group(2)));
        } else {
            from = Long.parseLong(match.group(1));
            if (!match.group(2).isEmpty()) {
                long last = Long.parseLong(match.group(2));
                if (last < from) {
                    return new Range(0, size, false);
                }
                to = Math.min(size, last + 1);
            }
        }
        if (from >= to) {
            throw S3Faults.of(NOT_SATISFIABLE, "InvalidRange", "The requested range is not satisfiable");
        }
        return new Range(from, to, true);
    }

    long length() {
        return to - from;
    }

    /** As in Content-Range; null for the whole. */
    @Nullable String header(long size) {
        return isPart ? "bytes " + from + "-" + (to - 1) + "/" + size : null;
    }
}
