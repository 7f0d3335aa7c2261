package companion.practice.codepipeline;

import companion.practice.fabric.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.InvalidNextTokenException;

/** One page of a listing. */
record Page<T>(List<T> items, @Nullable String nextToken) {

    static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer maxResults, int otherwise) {
        int from = token == null ? 0 : offset(token);
        int to = Math.min(all.size(), from + (maxResults == null ? otherwise : maxResults));
        return new Page<>(all.subList(Math.min(from, to), to), to < all.size() ? Integer.toString(to) : null);
    }

    private static int offset(String token) {
        try {
            return Math.max(0, Integer.parseInt(token));
        } catch (NumberFormatException e) {
            throw Fault.of(InvalidNextTokenException.builder(), "InvalidNextTokenException", "The next token is not valid.");
        }
    }
}
