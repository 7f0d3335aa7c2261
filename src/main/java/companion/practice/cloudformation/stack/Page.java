package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param nextToken null on the last page
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int SIZE = 100;

    static <T> Page<T> of(List<T> all, @Nullable String token) {
        int from = start(token);
        int to = Math.min(all.size(), from + SIZE);
        return new Page<>(
                from >= all.size() ? List.of() : List.copyOf(all.subList(from, to)),
                to < all.size() ? token(to) : null);
    }

    /** The newest first, of a list that grows at its end: a token stays right when there is more. */
    static <T> Page<T> newestFirst(List<T> all, @Nullable String token) {
        int end = token == null ? all.size() : Math.min(all.size(), start(token));
        int from = Math.max(0, end - SIZE);
        return new Page<>(List.copyOf(all.subList(from, end).reversed()), from > 0 ? token(from) : null);
    }

    private static String token(int position) {
        return Base64.getEncoder().encodeToString(("cfn:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int start(@Nullable String token) {
        if (token == null) {
            return 0;
        }
        try {
            var text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.matches("cfn:[0-9]{1,9}")) {
                return Integer.parseInt(text.substring(4));
            }
        } catch (IllegalArgumentException malformed) {
            // Told below.
        }
        throw ValidationError.of("Invalid NextToken");
    }
}
