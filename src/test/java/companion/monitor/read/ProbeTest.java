package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import companion.monitor.snapshot.Visit;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private final Probe probe = new Probe(() -> Instant.EPOCH, () -> 0L);
    private HttpServer server;
    private int status = 200;
    private String page = "";

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        probe.close();
    }

    @Test
    void aVisitSaysWhichVersionAnswered() throws Exception {
        page = "<h1><strong>Executing v2 on AWS Fargate. Courtesy of Code Suite!</strong></h1>";
        assertThat(probe.visit(url())).extracting(Visit::version, Visit::status).containsExactly("v2", 200);
    }

    @Test
    void anErrorIsADroppedVisitor() throws Exception {
        status = 503;
        assertThat(probe.visit(url()).isDropped()).isTrue();
    }

    @Test
    void nothingListeningIsADroppedVisitorToo() throws Exception {
        var url = url();
        server.stop(0);
        assertThat(probe.visit(url)).extracting(Visit::status, Visit::isDropped).containsExactly(0, true);
    }

    @Test
    void anotherPageIsNoVersionButNoDropEither() throws Exception {
        page = "<h1>Welcome to nginx!</h1>";
        assertThat(probe.visit(url())).extracting(Visit::version, Visit::isDropped).containsExactly("?", false);
    }

    @Test
    void aPageOfAnotherNameThanTheLoadBalancersIsStillVisited() throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var file = ProbeTest.class.getResourceAsStream("app.example.com.p12")) {
            keys.load(file, "example".toCharArray());
        }
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, "example".toCharArray());
        var tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        secure.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 12);
            exchange.getResponseBody().write("Executing v3".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        secure.start();
        var trusting = KeyStore.getInstance("PKCS12");
        trusting.load(null, null);
        trusting.setCertificateEntry("page", keys.getCertificate("page"));
        try (var visitor = new Probe(() -> Instant.EPOCH, () -> 0L, trusting)) {
            assertThat(visitor.visit("https://127.0.0.1:" + secure.getAddress().getPort() + "/"))
                    .extracting(Visit::version, Visit::status)
                    .containsExactly("v3", 200);
            assertThat(probe.visit("https://127.0.0.1:" + secure.getAddress().getPort() + "/").isDropped())
                    .as("by whom nobody trusts")
                    .isTrue();
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void onlyTheStartOfAHugePageIsRead() throws Exception {
        page = "<h1>Executing v2</h1>" + "x".repeat(3_000_000);
        assertThat(probe.visit(url())).extracting(Visit::version, Visit::status).containsExactly("v2", 200);
        page = "x".repeat(3_000_000) + "<h1>Executing v2</h1>";
        assertThat(probe.visit(url())).extracting(Visit::version, Visit::status).containsExactly("?", 200);
    }

    @Test
    void aVisitorWhoIsInterruptedSaysSo() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> probe.visit(url())).isInstanceOf(InterruptedException.class);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}
