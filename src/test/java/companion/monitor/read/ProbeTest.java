package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import companion.monitor.snapshot.Visit;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}
