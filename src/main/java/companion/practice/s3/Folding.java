package companion.practice.s3;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a listing shows, and which it folds into a common prefix.
 *
 * @param prefix empty for all
 * @param delimiter empty for none
 */
record Folding(String prefix, String delimiter) {

    static Folding of(@Nullable String prefix, @Nullable String delimiter) {
        return new Folding(Objects.requireNonNullElse(prefix, ""), Objects.requireNonNullElse(delimiter, ""));
    }

    /** The common prefix into which a key is folded; null if it is shown itself. */
    @Nullable String fold(String key) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? null : key.substring(0, end + delimiter.length());
    }
}
