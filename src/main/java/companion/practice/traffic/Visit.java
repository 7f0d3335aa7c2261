package companion.practice.traffic;

import com.sun.net.httpserver.HttpExchange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A request as rules see it.
 *
 * @param host name in the Host header, without the port
 * @param path as it was sent
 * @param query as it was sent, or empty
 * @param headers names with a capital first letter, as the JDK's server keeps them
 */
record Visit(String method, String host, String path, String query, Map<String, List<String>> headers) {

    static Visit of(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "127.0.0.1");
        return new Visit(
                exchange.getRequestMethod(),
                host.replaceFirst(":\\d*$", ""),
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                exchange.getRequestHeaders());
    }

    /** The path with its query, as it goes to the target. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether the name means this machine, and not a site that had its name point here (DNS rebinding). */
    boolean isForLoopback() {
        return host.equals("127.0.0.1")
                || host.equals("[::1]")
                || host.equalsIgnoreCase("localhost")
                || host.toLowerCase(Locale.ROOT).endsWith(".localhost");
    }

    List<String> header(String name) {
        return headers.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    List<Map.Entry<String, String>> parameters() {
        return Arrays.stream(query.split("&"))
                .filter(p -> !p.isEmpty())
                .map(p -> {
                    int equals = p.indexOf('=');
                    return equals < 0 ? Map.entry(p, "") : Map.entry(p.substring(0, equals), p.substring(equals + 1));
                })
                .toList();
    }
}
