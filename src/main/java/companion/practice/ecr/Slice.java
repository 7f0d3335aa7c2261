package companion.practice.ecr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the token for the next page, null after the last one
 */
record Slice<T>(List<T> items, @Nullable String next) {
    private static final int DEFAULT = 100;
    private static final int MOST = 1000;

    static <T> Slice<T> of(List<T> all, @Nullable String token, @Nullable Integer wanted) {
        if (wanted != null && (wanted < 1 || wanted > MOST)) {
            throw Refusals.invalid("maxResults", "Member must have value between 1 and " + MOST);
        }
        int from = token == null ? 0 : position(token, all.size());
        int to = Math.min(all.size(), from + (wanted == null ? DEFAULT : wanted));
        return new Slice<>(List.copyOf(all.subList(from, to)), to < all.size() ? "from-" + to : null);
    }

    private static int position(String token, int bound) {
        if (token.matches("from-\\d{1,9}")) {
            int position = Integer.parseInt(token.substring("from-".length()));
            if (position < bound) {
                return position;
            }
        }
        throw Refusals.invalid("nextToken", "Invalid next token provided");
    }
}
