package companion.practice.wire.signing;

import com.sun.net.httpserver.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body.
 *
 * @param path as it came, percent-encoded
 * @param query as it came, percent-encoded, without the question mark; empty if there is none
 */
public record Envelope(String method, String path, String query, Headers headers) {

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    /** The query's names and values, decoded, in their order; a name without a value has an empty one. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(
                        Percent.decode(name.replace('+', ' ')),
                        equals < 0 ? "" : Percent.decode(pair.substring(equals + 1).replace('+', ' ')));
            }
        }
        return parameters;
    }
}
