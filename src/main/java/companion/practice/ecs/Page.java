package companion.practice.ecs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextToken asks for what follows; null at the end
 */
record Page<T>(List<T> items, @Nullable String nextToken) {

    /**
     * Cuts a page out of a list.
     *
     * @param maxResults as asked for; null takes the limit
     * @param limit the most that the operation returns at once
     */
    static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer maxResults, int limit) {
        int from = token == null || token.isEmpty() ? 0 : position(token, all.size());
        int size = maxResults == null || maxResults <= 0 ? limit : Math.min(maxResults, limit);
        int to = Math.min(all.size(), from + size);
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? token(to) : null);
    }

    private static String token(int position) {
        return Base64.getUrlEncoder().encodeToString(("at:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String token, int size) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith("at:")) {
                return Math.clamp(Integer.parseInt(text.substring(3)), 0, size);
            }
        } catch (IllegalArgumentException e) {
            // The one refusal below covers every text that is no token.
        }
        throw EcsFaults.invalid("Invalid token: " + token);
    }
}
