package companion.practice.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;

class RegistryHttpTest {
    private static final String LAYER = Digests.of("layer".getBytes(StandardCharsets.UTF_8));
    private static final String CONFIG = Digests.of("{}".getBytes(StandardCharsets.UTF_8));

    private final TestRegistry registry = new TestRegistry();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void create() {
        registry.ecr.createRepository(r -> r.repositoryName("app"));
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    @Test
    void strangersAreAskedForCredentialsAndOldOnesHaveExpired() throws Exception {
        var stranger = client.send(
                HttpRequest.newBuilder(registry.endpoint().resolve("/v2/")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("Www-Authenticate").orElseThrow()).startsWith("Basic realm=");
        assertThat(stranger.body()).contains("UNAUTHORIZED");

        var old = send("GET", "/v2/", "", "AWS:of an earlier start");
        assertThat(old.statusCode()).isEqualTo(403);
        assertThat(old.body()).contains("Your authorization token has expired. Reauthenticate and try again.");
        assertThat(send("GET", "/v2/", "").statusCode()).isEqualTo(200);
    }

    @Test
    void anImageIsPushedInChunksAndPulledByTagAndDigest() throws Exception {
        var begun = send("POST", "/v2/app/blobs/uploads/", "");
        assertThat(begun.statusCode()).isEqualTo(202);
        var location = header(begun, "Location");
        assertThat(send("PATCH", location, "lay").statusCode()).isEqualTo(202);
        assertThat(header(send("GET", location, ""), "Range")).isEqualTo("0-2");
        var ended = send("PUT", location + "?digest=" + LAYER, "er");
        assertThat(ended.statusCode()).isEqualTo(201);
        assertThat(header(ended, "Docker-Content-Digest")).isEqualTo(LAYER);
        assertThat(send("POST", "/v2/app/blobs/uploads/?digest=" + CONFIG, "{}").statusCode()).isEqualTo(201);
        assertThat(send("HEAD", "/v2/app/blobs/" + LAYER, "").headers().firstValue("Content-Length")).hasValue("5");

        var manifest = TestRegistry.manifest(CONFIG, LAYER);
        var put = send("PUT", "/v2/app/manifests/latest", manifest);
        assertThat(put.statusCode()).isEqualTo(201);
        var digest = header(put, "Docker-Content-Digest");
        assertThat(send("GET", "/v2/app/manifests/latest", "").body()).isEqualTo(manifest);
        assertThat(header(send("HEAD", "/v2/app/manifests/" + digest, ""), "Content-Type"))
                .isEqualTo(Manifest.DOCKER_MANIFEST);
        assertThat(send("GET", "/v2/app/tags/list", "").body()).isEqualTo("{\"name\":\"app\",\"tags\":[\"latest\"]}");
        assertThat(registry.ecr.describeImages(r -> r.repositoryName("app")).imageDetails())
                .singleElement()
                .matches(each -> each.imageDigest().equals(digest));
        assertThat(registry.events.getLast().path("action-type").asText()).isEqualTo("PUSH");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        var repository = send("GET", "/v2/other/manifests/latest", "");
        assertThat(repository.statusCode()).isEqualTo(404);
        assertThat(repository.body())
                .contains("NAME_UNKNOWN")
                .contains("The repository with name 'other' does not exist in the registry with id '123456789012'");
        assertThat(send("POST", "/v2/other/blobs/uploads/", "").body()).contains("NAME_UNKNOWN");
        assertThat(send("GET", "/v2/app/manifests/latest", "").body()).contains("MANIFEST_UNKNOWN");
        assertThat(send("GET", "/v2/app/blobs/" + LAYER, "").body()).contains("BLOB_UNKNOWN");
        assertThat(send("PATCH", "/v2/app/blobs/uploads/none", "x").body()).contains("BLOB_UPLOAD_UNKNOWN");
        assertThat(send("PUT", "/v2/app/manifests/latest", TestRegistry.manifest(CONFIG, LAYER)).body())
                .contains("MANIFEST_BLOB_UNKNOWN");
        assertThat(send("DELETE", "/v2/app/manifests/latest", "").statusCode()).isEqualTo(405);
    }

    @Test
    void contentMustFitItsDigest() throws Exception {
        var location = header(send("POST", "/v2/app/blobs/uploads/", ""), "Location");
        var answer = send("PUT", location + "?digest=" + LAYER, "other");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("DIGEST_INVALID");
    }

    @Test
    void anImmutableTagIsNotMovedByAPush() throws Exception {
        send("POST", "/v2/app/blobs/uploads/?digest=" + CONFIG, "{}");
        send("POST", "/v2/app/blobs/uploads/?digest=" + LAYER, "layer");
        send("PUT", "/v2/app/manifests/v1", TestRegistry.manifest(CONFIG, LAYER));
        registry.ecr.putImageTagMutability(
                r -> r.repositoryName("app").imageTagMutability(ImageTagMutability.IMMUTABLE));
        var again = send("PUT", "/v2/app/manifests/v1", TestRegistry.manifest(CONFIG, LAYER));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("TAG_INVALID").contains("because the repository is immutable");
    }

    @Test
    void aLayerOfAnotherRepositoryIsMounted() throws Exception {
        registry.ecr.createRepository(r -> r.repositoryName("base/app"));
        send("POST", "/v2/base/app/blobs/uploads/?digest=" + LAYER, "layer");
        var mounted = send("POST", "/v2/app/blobs/uploads/?mount=" + LAYER + "&from=base/app", "");
        assertThat(mounted.statusCode()).isEqualTo(201);
        assertThat(send("GET", "/v2/app/blobs/" + LAYER, "").body()).isEqualTo("layer");
        assertThat(send("POST", "/v2/app/blobs/uploads/?mount=" + CONFIG + "&from=base/app", "").statusCode())
                .isEqualTo(202);
    }

    @Test
    void anotherRegionGoesByItsName() throws Exception {
        registry.ireland.createRepository(r -> r.repositoryName("app"));
        send("POST", "/v2/eu-west-1/app/blobs/uploads/?digest=" + LAYER, "layer");
        assertThat(send("GET", "/v2/eu-west-1/app/blobs/" + LAYER, "").body()).isEqualTo("layer");
        assertThat(send("GET", "/v2/app/blobs/" + LAYER, "").statusCode()).isEqualTo(404);
    }

    @Test
    void anybodyPullsThePublicImagesAndNobodyPushesThem() throws Exception {
        var uri = registry.endpoint().resolve("/v2/public.ecr.aws/nginx/nginx/manifests/latest");
        var index = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(index.statusCode()).isEqualTo(200);
        assertThat(header(index, "Content-Type")).isEqualTo(Manifest.OCI_INDEX);
        // The same at every start and on every machine: what people write down stays right.
        assertThat(header(index, "Docker-Content-Digest"))
                .isEqualTo("sha256:e6c36b41c4d98dc177a06a9af9321e4c90a3447085bf847ddcae7b4eed8bd1fa");
        var refused = send("POST", "/v2/public.ecr.aws/nginx/nginx/blobs/uploads/", "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("DENIED");
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body, "AWS:" + TestRegistry.PASSWORD);
    }

    private HttpResponse<String> send(String method, String path, String body, String credentials) throws Exception {
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var uri = URI.create(registry.endpoint() + path);
        var publisher = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, publisher)
                        .header("Authorization", "Basic " + basic)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
