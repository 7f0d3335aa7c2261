package companion.practice.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing of queues.
 *
 * @param nextToken asks for what follows; null at the end, and where no size of a page was asked for
 */
record Page(List<Queue> items, @Nullable String nextToken) {
    private static final int MOST = 1000;

    /** @param all by name */
    static Page of(List<Queue> all, @Nullable String token, @Nullable Integer size) {
        if (size != null && (size < 1 || size > MOST)) {
            throw SqsFaults.parameter(size, "MaxResults", "MaxResults must be an integer between 1 and " + MOST + ".");
        }
        var after = token == null ? "" : nameIn(token);
        var rest = all.stream().filter(queue -> queue.name.compareTo(after) > 0).toList();
        var items = rest.subList(0, Math.min(rest.size(), size == null ? MOST : size));
        return new Page(items, size == null || items.size() == rest.size() ? null : token(items.getLast()));
    }

    private static String token(Queue last) {
        return Base64.getUrlEncoder().encodeToString(("after:" + last.name).getBytes(StandardCharsets.UTF_8));
    }

    private static String nameIn(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith("after:")) {
                return text.substring("after:".length());
            }
        } catch (IllegalArgumentException e) {
            // The one refusal below covers every text that is no token.
        }
        throw SqsFaults.parameter("Invalid or expired next token.");
    }
}
