package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.InvalidNextTokenException;

/**
 * One page of a list; CodeDeploy's pages hold a hundred items.
 *
 * @param nextToken asks for what follows; null at the end
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int SIZE = 100;

    static <T> Page<T> of(List<T> all, @Nullable String token) {
        int from = token == null || token.isEmpty() ? 0 : position(token, all.size());
        int to = Math.min(all.size(), from + SIZE);
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
        throw Fault.of(
                InvalidNextTokenException.builder(),
                "InvalidNextTokenException",
                "The next token was specified in an invalid format.");
    }
}
