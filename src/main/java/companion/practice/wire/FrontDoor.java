package companion.practice.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import companion.practice.fabric.Credentials;
import companion.practice.wire.shape.JsonReader;
import companion.practice.wire.shape.JsonWriter;
import companion.practice.wire.signing.Envelope;
import companion.practice.wire.signing.Verifier;
import companion.practice.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The practice cloud's one HTTP/1.1 server, on 127.0.0.1: the AWS APIs, what other routes there are, and {@code
 * /_practice/health}. Make it before the world starts, open it afterwards.
 */
public final class FrontDoor implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());
    private static final String HEALTH = "/_practice/health";

    /**
     * The practice cloud's time of an answer, ISO 8601. The header {@code Date} tells real time, by which clients sign: some of
     * them set their clocks by it.
     */
    private static final String TIME = "X-Practice-Time";

    private static final int LIMIT = 16 << 20;
    private static final int S3_LIMIT = 300 << 20;
    private static final int BACKLOG = 128;

    private final World world;
    private final ApiDesk desk;
    private final List<Route> routes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Hosts hosts = new Hosts();
    private @Nullable HttpServer server;

    /**
     * @param realTime by which clients sign
     * @param routes what is asked before the AWS APIs are
     */
    public FrontDoor(
            World world, Directory directory, Credentials credentials, InstantSource realTime, List<Route> routes) {
        this.world = world;
        this.routes = List.copyOf(routes);
        var reader = new JsonReader();
        var writer = new JsonWriter();
        var operations = new Operations(directory);
        var form = new JournalForm(operations, world.blobs(), reader, writer);
        this.desk = new ApiDesk(
                new Verifier(credentials, realTime),
                operations,
                new Dispatcher(world, directory, form),
                Map.of(
                        Dialect.JSON, new JsonProtocol(reader, writer),
                        Dialect.QUERY, new QueryProtocol(),
                        Dialect.SQS_QUERY, new SqsQueryProtocol(),
                        Dialect.EC2, new Ec2Protocol(),
                        Dialect.S3, new S3Protocol()));
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for any that is free
     * @return where, for example {@code http://127.0.0.1:4566}
     * @throws IOException if the port is taken
     */
    public URI open(int port) throws IOException {
        // Read once, when the server's classes are loaded: without it small answers wait for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var opened = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port), BACKLOG);
        opened.setExecutor(threads);
        hosts.add(opened.getAddress().getPort());
        opened.createContext("/", this::handle);
        opened.start();
        server = opened;
        return URI.create("http://127.0.0.1:" + opened.getAddress().getPort());
    }

    /** Also lets requests through that came by another port of this machine. */
    public void allowPort(int port) {
        hosts.add(port);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (!hosts.allow(exchange.getRequestHeaders().getFirst("Host"))) {
            send(exchange, plain(403, "text/plain; charset=utf-8",
                    "The practice cloud answers only under 127.0.0.1, localhost, and names below localhost.\n"));
            return;
        }
        var path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "/");
        for (var route : routes) {
            if (route.takes().test(path)) {
                route.handler().handle(exchange);
                return;
            }
        }
        var answer = path.equals(HEALTH) ? health() : api(exchange);
        exchange.getResponseHeaders().set(TIME, world.now().toString());
        send(exchange, answer);
    }

    private WireResponse api(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var envelope = new Envelope(
                exchange.getRequestMethod(),
                Objects.requireNonNullElse(uri.getRawPath(), "/"),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                exchange.getRequestHeaders());
        int limit = isS3(envelope) ? S3_LIMIT : LIMIT;
        var body = exchange.getRequestBody().readNBytes(limit + 1);
        if (body.length > limit) {
            drain(exchange.getRequestBody());
            return desk.tooLarge(new WireRequest(envelope, new byte[0]), limit);
        }
        return desk.answer(new WireRequest(envelope, body));
    }

    private static boolean isS3(Envelope envelope) {
        var authorization = envelope.header("Authorization");
        return authorization != null && authorization.contains("/s3/aws4_request")
                || envelope.query().contains("%2Fs3%2Faws4_request");
    }

    /** A client that is still sending would not read the answer. */
    private static void drain(InputStream body) throws IOException {
        body.skip(S3_LIMIT);
    }

    private WireResponse health() {
        return plain(200, "application/json", """
                {"status":"ok","time":"%s","speed":"%s"}
                """.formatted(world.now(), world.speed()));
    }

    private static WireResponse plain(int status, String type, String text) {
        return new WireResponse(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, WireResponse response) throws IOException {
        try (exchange) {
            response.headers().forEach(exchange.getResponseHeaders()::set);
            int length = response.body().length;
            exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
            if (length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(response.body());
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A client went away before its answer", e);
            throw e;
        }
    }
}
