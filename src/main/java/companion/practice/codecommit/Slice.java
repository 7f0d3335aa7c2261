package companion.practice.codecommit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.InvalidContinuationTokenException;
import software.amazon.awssdk.services.codecommit.model.InvalidMaxResultsException;

/**
 * One page of a list.
 *
 * @param next the token for the next page, null after the last one
 */
record Slice<T>(List<T> items, @Nullable String next) {

    /** @param size how many items make a page if the caller does not say */
    static <T> Slice<T> of(List<T> all, @Nullable String token, @Nullable Integer wanted, int size) {
        if (wanted != null && wanted < 1) {
            throw Refusals.fault(
                    InvalidMaxResultsException.builder(), "The specified number of maximum results is not valid.");
        }
        int from = token == null ? 0 : position(token, all.size());
        int to = Math.min(all.size(), from + (wanted == null ? size : Math.min(wanted, size)));
        return new Slice<>(List.copyOf(all.subList(from, to)), to < all.size() ? "from-" + to : null);
    }

    private static int position(String token, int bound) {
        if (token.matches("from-\\d{1,9}")) {
            int position = Integer.parseInt(token.substring("from-".length()));
            if (position < bound) {
                return position;
            }
        }
        throw Refusals.fault(
                InvalidContinuationTokenException.builder(), "The specified continuation token is not valid.");
    }
}
