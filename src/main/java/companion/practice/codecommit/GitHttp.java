package companion.practice.codecommit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Credentials;
import companion.practice.world.Command;
import companion.practice.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Git's smart HTTP protocol, versions 0 and 2, over the repositories of all regions, as {@code
 * git-codecommit.<region>.amazonaws.com} speaks it.
 *
 * <p>Paths: {@code /v1/repos/<name>/…} in us-east-1, {@code /<region>/v1/repos/<name>/…} elsewhere. A fetch is a
 * read; a push is a command that holds the request as it came, so that a replay builds the same objects.
 */
public final class GitHttp implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(GitHttp.class.getName());
    private static final String COMMAND = "git";

    private final World world;
    private final Function<String, @Nullable PracticeCodeCommit> regions;
    private final GitCredentials credentials;

    /**
     * Registers what applies a push, so this is to be made before the world starts.
     *
     * @param clock the real one, by which clients sign
     * @param regions the room of a region, null if there is no such region
     */
    public GitHttp(
            World world,
            Credentials credentials,
            InstantSource clock,
            Function<String, @Nullable PracticeCodeCommit> regions) {
        this.world = world;
        this.regions = regions;
        this.credentials = new GitCredentials(credentials, clock);
        world.on(COMMAND, this::push);
    }

    /** Whether a request's path is one of a Git client. */
    public static boolean takes(String path) {
        return GitPath.parse(path) != null;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "Not a Git request", e);
                answer = Answer.plain(400, "Not a request of Git's smart HTTP protocol.\n");
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "A Git request failed", e);
                answer = Answer.plain(500, "The practice cloud could not handle this Git request.\n");
            }
            exchange.getResponseHeaders().putAll(answer.headers());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private record Answer(int status, Headers headers, byte[] body) {
        static Answer plain(int status, String text) {
            return new Answer(
                    status,
                    Headers.of("Content-Type", "text/plain; charset=utf-8"),
                    text.getBytes(StandardCharsets.UTF_8));
        }

        static Answer git(String type, byte[] body) {
            return new Answer(
                    200, Headers.of("Content-Type", "application/x-" + type, "Cache-Control", "no-cache"), body);
        }
    }

    private Answer answer(HttpExchange exchange) throws Exception {
        var path = GitPath.parse(exchange.getRequestURI().getPath());
        var room = path == null ? null : regions.apply(path.region());
        if (path == null || room == null) {
            return Answer.plain(404, "Not found\n");
        }
        var headers = exchange.getRequestHeaders();
        var authorization = headers.getFirst("Authorization");
        if (authorization == null) {
            return new Answer(401, Headers.of("WWW-Authenticate", "Basic realm=\"" + host(path) + "\""), new byte[0]);
        }
        var host = Objects.requireNonNullElse(headers.getFirst("Host"), "");
        var caller = credentials.caller(authorization, host, path, room.place().account());
        if (caller == null) {
            return Answer.plain(403, "The Git credentials or the signature are not valid.\n");
        }
        var protocol = protocol(headers);
        return switch (exchange.getRequestMethod() + " " + path.request()) {
            case "GET info/refs" -> advertise(room, path, exchange.getRequestURI().getQuery(), protocol);
            case "POST " + GitService.UPLOAD -> fetch(room, path, body(exchange), protocol);
            case "POST " + GitService.RECEIVE -> submit(path, caller, body(exchange));
            default -> Answer.plain(405, "Method not allowed\n");
        };
    }

    private Answer advertise(PracticeCodeCommit room, GitPath path, @Nullable String query, List<String> protocol)
            throws Exception {
        var service = query == null ? "" : query.replaceFirst("^service=", "");
        if (!service.equals(GitService.UPLOAD) && !service.equals(GitService.RECEIVE)) {
            return Answer.plain(403, "Please upgrade your Git client: only the smart HTTP protocol is spoken here.\n");
        }
        return world.read(() -> {
            var repository = room.repositories().find(path.repository());
            return repository == null
                    ? missing(path)
                    : Answer.git(
                            service + "-advertisement", new GitService(repository).advertise(service, protocol));
        });
    }

    private Answer fetch(PracticeCodeCommit room, GitPath path, byte[] request, List<String> protocol)
            throws Exception {
        return world.read(() -> {
            var repository = room.repositories().find(path.repository());
            return repository == null
                    ? missing(path)
                    : Answer.git(GitService.UPLOAD + "-result", new GitService(repository).upload(request, protocol));
        });
    }

    private Answer submit(GitPath path, Caller caller, byte[] request) throws Exception {
        var fields = Map.of(
                "region", path.region(),
                "repository", path.repository(),
                "callerArn", caller.arn(),
                "callerId", caller.userId());
        var response = (byte[]) world.submit(new Command(COMMAND, fields, request));
        return response == null ? missing(path) : Answer.git(GitService.RECEIVE + "-result", response);
    }

    /** Applies a push; null if the repository is gone. */
    private byte @Nullable [] push(Command command) throws Exception {
        var room = regions.apply(command.field("region"));
        var repository = room == null ? null : room.repositories().find(command.field("repository"));
        if (room == null || repository == null) {
            return null;
        }
        var caller = new Caller(command.field("callerArn"), command.field("callerId"), null);
        return ScopedValue.where(Caller.CURRENT, caller).call(() -> {
            var received = new GitService(repository).receive(command.body());
            received.changes().forEach(change -> room.changes().happened(repository, change));
            return received.response();
        });
    }

    private static Answer missing(GitPath path) {
        return Answer.plain(404, "Repository " + path.repository() + " not found\n");
    }

    private static String host(GitPath path) {
        return "git-codecommit." + path.region() + ".amazonaws.com";
    }

    private static List<String> protocol(Headers headers) {
        var header = headers.getFirst("Git-Protocol");
        return header == null ? List.of() : List.of(header.split(":"));
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (var in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return in.readAllBytes();
        }
    }
}
