package companion.practice.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryPortTest {
    private final TestRegistry registry = new TestRegistry();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aClientThatTriesHttpsIsToldAtOnceThatThereIsNone() {
        var uri = URI.create(registry.endpoint().toString().replace("http:", "https:") + "/v2/");
        try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            assertThatThrownBy(() -> client.send(
                            HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aLargeBodyPassesBothWays() throws Exception {
        var text = "x".repeat(2_000_000);
        registry.ecr.createRepository(r -> r.repositoryName("app"));
        var digest = registry.layer("app", text);
        var url = registry.ecr.getDownloadUrlForLayer(r -> r.repositoryName("app").layerDigest(digest)).downloadUrl();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo(text);
        }
    }

    @Test
    void aConnectionThatClosesIsClosedOnTheOtherSide() throws Exception {
        try (var socket = new Socket("127.0.0.1", registry.endpoint().getPort())) {
            socket.getOutputStream().write(
                    "GET /v2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            var answer = socket.getInputStream().readAllBytes();
            assertThat(new String(Arrays.copyOf(answer, 12), StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 401");
        }
    }
}
