package companion.practice.iam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a listing; IAM calls the token a marker. */
record Page<T>(List<T> items, @Nullable String marker) {
    private static final int DEFAULT = 100;

    static <T> Page<T> of(List<T> all, @Nullable String marker, @Nullable Integer maxItems) {
        int from = marker == null ? 0 : offset(marker);
        int to = Math.min(all.size(), from + (maxItems == null ? DEFAULT : maxItems));
        return new Page<>(all.subList(Math.min(from, to), to), to < all.size() ? Integer.toString(to) : null);
    }

    private static int offset(String marker) {
        try {
            return Math.max(0, Integer.parseInt(marker));
        } catch (NumberFormatException e) {
            throw IamFaults.validation("Invalid Marker.");
        }
    }
}
