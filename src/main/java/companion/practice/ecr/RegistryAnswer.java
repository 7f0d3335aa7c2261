package companion.practice.ecr;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the registry answers to a request. */
record RegistryAnswer(int status, Map<String, String> headers, byte[] body) {

    RegistryAnswer(int status, byte[] body) {
        this(status, Map.of(), body);
    }

    static RegistryAnswer empty(int status) {
        return new RegistryAnswer(status, new byte[0]);
    }

    RegistryAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new RegistryAnswer(status, more, body);
    }

    /** To HEAD, only the headers go out, with the length that GET would have. */
    void send(HttpExchange exchange) throws IOException {
        var out = exchange.getResponseHeaders();
        out.set("Docker-Distribution-Api-Version", "registry/2.0");
        headers.forEach(out::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            out.set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
