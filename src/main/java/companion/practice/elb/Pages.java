package companion.practice.elb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextMarker null on the last page
 */
record Pages<T>(List<T> items, @Nullable String nextMarker) {
    private static final int LARGEST = 400;

    static <T> Pages<T> of(List<T> all, @Nullable String marker, @Nullable Integer pageSize) {
        ElbFault.range(pageSize, "pageSize", 1, LARGEST);
        int from = marker == null || marker.isEmpty() ? 0 : offset(marker);
        int to = Math.min(all.size(), from + (pageSize == null ? LARGEST : pageSize));
        return new Pages<>(
                List.copyOf(all.subList(Math.min(from, to), to)), to < all.size() ? Integer.toHexString(to) : null);
    }

    private static int offset(String marker) {
        try {
            return Integer.parseUnsignedInt(marker, 16);
        } catch (NumberFormatException e) {
            throw ElbFault.validation("Invalid marker '" + marker + "'");
        }
    }
}
