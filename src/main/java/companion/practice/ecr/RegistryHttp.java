package companion.practice.ecr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import companion.practice.fabric.Credentials;
import companion.practice.world.World;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The registry under {@code /v2/}, as the distribution specification has it and as {@code
 * <account>.dkr.ecr.<region>.amazonaws.com} answers: for Docker, Jib, crane, skopeo.
 *
 * <p>Names: {@code <repository>} in us-east-1, {@code <region>/<repository>} elsewhere, {@code public.ecr.aws/…} and
 * {@code docker.io/…} for the public images, which need no credentials.
 */
public final class RegistryHttp implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(RegistryHttp.class.getName());

    private static final String CHALLENGE = "Basic realm=\"https://ecr.amazonaws.com/\",service=\"ecr.amazonaws.com\"";

    private final Credentials credentials;
    private final Registries registries;
    private final RegistryPulls pulls;
    private final RegistryPushes pushes;

    /**
     * Registers what applies a push, so this is to be made before the world starts.
     *
     * @param regions the room of a region, null if there is no such region
     */
    public RegistryHttp(
            World world,
            Credentials credentials,
            PublicImages publicImages,
            Function<String, @Nullable PracticeEcr> regions) {
        this.credentials = credentials;
        this.registries = new Registries(publicImages, regions);
        this.pulls = new RegistryPulls(world, registries);
        this.pushes = new RegistryPushes(world, registries, new RegistryCommands(world, registries));
    }

    /** Whether a request's path is one of a container tool. */
    public static boolean takes(String path) {
        return path.equals("/v2") || path.startsWith("/v2/");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            RegistryAnswer answer;
            try {
                answer = answer(exchange);
            } catch (RegistryRefusal e) {
                answer = e.answer();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "A registry request failed", e);
                answer = new RegistryRefusal(500, "UNKNOWN", "The practice cloud could not handle this request.")
                        .answer();
            }
            answer.send(exchange);
        }
    }

    private RegistryAnswer answer(HttpExchange exchange) throws Exception {
        var uri = exchange.getRequestURI();
        var path = RegistryPath.parse(uri.getPath());
        var method = exchange.getRequestMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (!(reads && open(path, uri.getPath(), Objects.requireNonNullElse(uri.getQuery(), "")))) {
            var refused = refuseStranger(exchange.getRequestHeaders().getFirst("Authorization"));
            if (refused != null) {
                return refused;
            }
        }
        if (path == null) {
            throw new RegistryRefusal(404, "NAME_INVALID", "invalid repository name");
        }
        return reads ? read(path, query(uri.getRawQuery())) : write(method, path, exchange);
    }

    private RegistryAnswer read(RegistryPath path, Map<String, String> query) throws Exception {
        return switch (path) {
            case RegistryPath.Base() -> new RegistryAnswer(200, "{}".getBytes(StandardCharsets.UTF_8))
                    .with("Content-Type", "application/json");
            case RegistryPath.ManifestOf(var name, var reference) -> pulls.manifest(name, reference);
            case RegistryPath.BlobOf(var name, var digest) -> pulls.blob(name, digest);
            case RegistryPath.TagsOf(var name) -> pulls.tags(name, query);
            case RegistryPath.UploadOf(var name, var id) -> pushes.status(name, id);
            case RegistryPath.Uploads(var name) -> throw RegistryRefusal.unsupported();
        };
    }

    private RegistryAnswer write(String method, RegistryPath path, HttpExchange exchange) throws Exception {
        var query = query(exchange.getRequestURI().getRawQuery());
        var body = exchange.getRequestBody().readAllBytes();
        var contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        return switch (path) {
            case RegistryPath.Uploads(var name) when method.equals("POST") -> pushes.begin(name, query, body);
            case RegistryPath.UploadOf(var name, var id) when method.equals("PATCH") -> pushes.append(name, id, body);
            case RegistryPath.UploadOf(var name, var id) when method.equals("PUT") ->
                pushes.end(name, id, query.get("digest"), body);
            case RegistryPath.UploadOf(var name, var id) when method.equals("DELETE") -> pushes.cancel(name, id);
            case RegistryPath.ManifestOf(var name, var reference) when method.equals("PUT") ->
                pushes.manifest(name, reference, contentType, body);
            default -> throw RegistryRefusal.unsupported();
        };
    }

    /** Whether anybody may read this: the public images, and layers by a signed link. */
    private boolean open(@Nullable RegistryPath path, String text, String query) {
        return switch (path) {
            case RegistryPath.ManifestOf(var name, var reference) -> registries.publicImage(name) != null;
            case RegistryPath.BlobOf(var name, var digest) ->
                registries.publicImage(name) != null || BlobLinks.opens(credentials, text, query);
            case RegistryPath.TagsOf(var name) -> registries.publicImage(name) != null;
            case null, default -> false;
        };
    }

    /** Null if the credentials are good. A password of an earlier start is to ECR a token that has expired. */
    private @Nullable RegistryAnswer refuseStranger(@Nullable String authorization) {
        if (authorization == null) {
            return new RegistryRefusal(401, "UNAUTHORIZED", "Not Authorized")
                    .answer()
                    .with("Www-Authenticate", CHALLENGE);
        }
        var expected = "AWS:" + credentials.registryPassword();
        byte[] given;
        try {
            given = Base64.getDecoder().decode(authorization.replaceFirst("(?i)^Basic\\s+", ""));
        } catch (IllegalArgumentException e) {
            given = new byte[0];
        }
        return MessageDigest.isEqual(given, expected.getBytes(StandardCharsets.UTF_8))
                ? null
                : new RegistryRefusal(
                                403,
                                "DENIED",
                                "Your authorization token has expired. Reauthenticate and try again.")
                        .answer();
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new HashMap<String, String>();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                query.put(
                        URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8),
                        equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
