package companion.monitor.read;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Answers operations with the JSON (or, for the query protocol, XML) that it was given, so that the SDK itself parses it; and
 * keeps what it was asked.
 */
public final class StubAws implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, UnaryOperator<String>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Connection connection;

    public StubAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        connection = new Connection(
                new Target.Practice(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"))),
                "us-east-1",
                false,
                new CallTrace(InstantSource.system(), System::nanoTime));
    }

    public Connection connection() {
        return connection;
    }

    /** Answers an operation with this from now on. */
    public StubAws on(String operation, String body) {
        return on(operation, _ -> body);
    }

    /** @param body from the request's */
    public StubAws on(String operation, UnaryOperator<String> body) {
        answers.put(operation, body);
        return this;
    }

    /** Answers an operation with an error of this code, which is not worth a retry, from now on. */
    public StubAws fails(String operation, String code, String message) {
        return on(operation, "!{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }

    /** The operations asked since the last time that this was looked at, in order. */
    public List<String> asked() {
        var all = new ArrayList<>(asked);
        asked.clear();
        return all;
    }

    @Override
    public void close() {
        connection.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            boolean query = target == null;
            var operation = query ? action(request) : target.substring(target.lastIndexOf('.') + 1);
            asked.add(operation);
            var answer = answers.getOrDefault(operation, _ -> "!{\"__type\":\"UnexpectedOperation\"}").apply(request);
            boolean failed = answer.startsWith("!");
            var body = query && failed
                    ? "<ErrorResponse>" + answer.substring(1) + "</ErrorResponse>"
                    : query
                    ? "<" + operation + "Response><" + operation + "Result>" + answer + "</" + operation + "Result></"
                            + operation + "Response>"
                    : answer.substring(failed ? 1 : 0);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", query ? "text/xml" : "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(failed ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String action(String form) {
        return Arrays.stream(form.split("&"))
                .filter(each -> each.startsWith("Action="))
                .map(each -> URLDecoder.decode(each.substring(7), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("?");
    }
}
