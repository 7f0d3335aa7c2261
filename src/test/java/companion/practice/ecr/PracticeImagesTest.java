package companion.practice.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.Images.ImageNotFound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeImagesTest {
    private static final String PAGE = "/usr/share/nginx/html/index.html";
    private static final String APP = TestRegistry.ECR_HOST + "/app";

    private final TestRegistry registry = new TestRegistry();
    private final PracticeImages images = registry.images;

    @BeforeEach
    void create() {
        registry.ecr.createRepository(r -> r.repositoryName("app"));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public.ecr.aws/nginx/nginx:latest",
                "public.ecr.aws/nginx/nginx",
                "public.ecr.aws/docker/library/nginx:1.29",
                "nginx",
                "nginx:stable-alpine",
                "docker.io/library/nginx:latest",
                "library/nginx"
            })
    void theWebServerIsThereUnderItsUsualNames(String reference) throws Exception {
        var image = images.pull(reference);
        assertThat(image.architecture()).isEqualTo("amd64");
        assertThat(image.entrypoint()).containsExactly("/docker-entrypoint.sh");
        assertThat(image.command()).containsExactly("nginx", "-g", "daemon off;");
        assertThat(image.exposedPorts()).containsExactly(80);
        assertThat(image.environment()).containsKey("NGINX_VERSION");
        assertThat(text(image, PAGE)).contains("The web server is running");
    }

    @Test
    void otherBasesDoOrDoNotServe() throws Exception {
        assertThat(images.pull("httpd").exposedPorts()).containsExactly(80);
        assertThat(images.pull("public.ecr.aws/ubuntu/ubuntu:24.04").exposedPorts()).isEmpty();
    }

    @Test
    void aBuiltImageIsPushedAndPulled() throws Exception {
        var base = images.pull("public.ecr.aws/nginx/nginx:latest");
        var built = images.build(
                base,
                Map.of(PAGE, "v2".getBytes(StandardCharsets.UTF_8)),
                Map.of(
                        "Env", List.of("STAGE=dev", "NGINX_VERSION=mine"),
                        "ExposedPorts", List.of("8080/tcp"),
                        "WorkingDir", List.of("/app"),
                        "Labels", List.of("a=b=c")),
                List.of("MAINTAINER learner", "COPY index.html AWS_logo.png /usr/share/nginx/html/"));
        int size = images.push(built, APP + ":build-1");

        assertThat(size).isPositive();
        var pulled = images.pull(APP + ":build-1");
        assertThat(pulled).isEqualTo(built).isEqualTo(images.pull(APP + "@" + built.digest()));
        assertThat(text(pulled, PAGE)).isEqualTo("v2");
        assertThat(pulled.files()).containsKey("/etc/nginx/nginx.conf");
        assertThat(pulled.environment()).containsEntry("STAGE", "dev").containsEntry("NGINX_VERSION", "mine");
        assertThat(pulled.exposedPorts()).containsExactly(80, 8080);
        assertThat(pulled.workingDirectory()).isEqualTo("/app");
        assertThat(pulled.entrypoint()).isEqualTo(base.entrypoint());
        var described = registry.ecr.describeImages(r -> r.repositoryName("app")).imageDetails().getFirst();
        assertThat(described.imageTags()).containsExactly("build-1");
        assertThat(described.imageManifestMediaType()).isEqualTo(Manifest.DOCKER_MANIFEST);
        assertThat(registry.events.getLast().path("image-tag").asText()).isEqualTo("build-1");
    }

    @Test
    void anEntryPointOfItsOwnDoesAwayWithTheCommand() throws Exception {
        var built = images.build(
                images.pull("nginx"), Map.of(), Map.of("Entrypoint", List.of("/run")), List.of("ENTRYPOINT /run"));
        assertThat(built.entrypoint()).containsExactly("/run");
        assertThat(built.command()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusedPulls")
    void whatCannotBePulledIsSaidAsTheEngineSaysIt(String reference, String text) {
        assertThatThrownBy(() -> images.pull(reference)).isInstanceOf(ImageNotFound.class).hasMessage(text);
    }

    static List<Arguments> refusedPulls() {
        var other = "999999999999.dkr.ecr.us-east-1.amazonaws.com";
        return List.of(
                Arguments.of(APP + ":no", APP + ":no: not found"),
                Arguments.of(APP + "-2", APP + "-2:latest: not found"),
                Arguments.of(
                        other + "/app:v1",
                        "unexpected status from HEAD request to https://" + other
                                + "/v2/app/manifests/v1: 403 Forbidden"),
                Arguments.of("public.ecr.aws/nginx/nginx:0.1", "public.ecr.aws/nginx/nginx:0.1: not found"),
                Arguments.of(
                        "somebody/something",
                        "pull access denied, repository does not exist or may require authorization: server message:"
                                + " insufficient_scope: authorization failed"),
                Arguments.of(
                        "ghcr.io/some/thing:1",
                        "failed to do request: Head \"https://ghcr.io/v2/some/thing/manifests/1\": dial tcp: lookup"
                                + " ghcr.io: no such host"),
                Arguments.of(
                        "Nginx", "invalid reference format: repository name (library/Nginx) must be lowercase"),
                Arguments.of("<IMAGE1_NAME>", "invalid reference format"));
    }

    @Test
    void aPushNeedsARepository() throws Exception {
        var base = images.pull("nginx");
        assertThatThrownBy(() -> images.push(base, TestRegistry.ECR_HOST + "/other:latest"))
                .isInstanceOf(ImageNotFound.class)
                .hasMessage("name unknown: The repository with name 'other' does not exist in the registry with id"
                        + " '123456789012'");
        assertThatThrownBy(() -> images.push(base, "nginx:mine")).isInstanceOf(ImageNotFound.class);
    }

    @Test
    void anotherRegionsRepositoryIsReached() throws Exception {
        registry.ireland.createRepository(r -> r.repositoryName("app"));
        var reference = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:v1";
        images.push(images.pull("nginx"), reference);
        assertThat(images.pull(reference).files()).containsKey(PAGE);
        assertThatThrownBy(() -> images.pull(APP + ":v1")).isInstanceOf(ImageNotFound.class);
    }

    private String text(ContainerImage image, String path) {
        return new String(registry.world.blobs().get(image.files().get(path)), StandardCharsets.UTF_8);
    }
}
