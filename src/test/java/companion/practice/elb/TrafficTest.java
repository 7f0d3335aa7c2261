package companion.practice.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.TaskNetwork.Page;
import companion.practice.traffic.Route;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a visitor gets from a load balancer, over real HTTP. */
class TrafficTest extends ElbTestBase {
    private static final String BLUE = "10.0.0.20";
    private static final String GREEN = "10.0.1.20";

    private final HttpClient visitor = HttpClient.newHttpClient();
    private final String balancer = region.balancer("alb");
    private final String blue = region.group("blue");
    private final String green = region.group("green");
    private final String base = "http://"
            + elb.describeLoadBalancers(r -> r.loadBalancerArns(balancer)).loadBalancers().getFirst().dnsName();

    @AfterEach
    void leave() {
        visitor.close();
    }

    private HttpResponse<String> visit(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return visitor.send(request.build(), BodyHandlers.ofString());
    }

    private String listenerWithBothHealthy() {
        region.pass(150);
        region.site(BLUE, 200, "v1");
        region.site(GREEN, 200, "v2");
        region.register(blue, BLUE);
        region.register(green, GREEN);
        var listener = region.listener(balancer, 80, blue);
        weigh(listener, 100, 0);
        region.pass(30);
        return listener;
    }

    private void weigh(String listener, int toBlue, int toGreen) {
        elb.modifyListener(r -> r.listenerArn(listener)
                .defaultActions(a -> a.type("forward")
                        .forwardConfig(f -> f.targetGroups(
                                t -> t.targetGroupArn(blue).weight(toBlue),
                                t -> t.targetGroupArn(green).weight(toGreen)))));
    }

    @Test
    void aVisitorSeesTheShiftFromOneVersionToTheOther() throws Exception {
        var listener = listenerWithBothHealthy();
        var page = visit("/");
        assertThat(page.body()).isEqualTo("v1");
        assertThat(page.headers().firstValue("server")).hasValue("nginx/1.27.2");
        assertThat(page.headers().firstValue("cache-control")).isEmpty();
        weigh(listener, 0, 100);
        assertThat(visit("/").body()).isEqualTo("v2");
    }

    @Test
    void weightsGiveExactShares() throws Exception {
        var listener = listenerWithBothHealthy();
        weigh(listener, 90, 10);
        var pages = new HashMap<String, Integer>();
        for (int i = 0; i < 1_000; i++) {
            pages.merge(visit("/").body(), 1, Integer::sum);
        }
        assertThat(pages).isEqualTo(Map.of("v1", 900, "v2", 100));
        assertThat(region.front.requests(green)).isEqualTo(100);
    }

    @Test
    void nothingListensBeforeTheLoadBalancerIsActiveOrAfterItIsDeleted() throws Exception {
        region.listener(balancer, 80, blue);
        assertThatThrownBy(() -> visit("/")).isInstanceOf(ConnectException.class);
        region.pass(150);
        assertThat(visit("/").statusCode()).isEqualTo(503);
        elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer));
        assertThatThrownBy(() -> visit("/")).isInstanceOf(IOException.class);
    }

    @Test
    void aGroupWithoutTargetsAnswers503AsAnApplicationLoadBalancerDoes() throws Exception {
        region.pass(150);
        region.listener(balancer, 80, blue);
        var page = visit("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("server")).hasValue("awselb/2.0");
        assertThat(page.body())
                .isEqualTo("<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n"
                        + "<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n");
    }

    @Test
    void allWeightsZeroAnswer503() throws Exception {
        weigh(listenerWithBothHealthy(), 0, 0);
        assertThat(visit("/").statusCode()).isEqualTo(503);
    }

    @Test
    void aTargetThatDoesNotAnswerIsABadGateway() throws Exception {
        listenerWithBothHealthy();
        region.tasks.close(BLUE, 80);
        assertThat(visit("/").statusCode()).isEqualTo(502);
        region.tasks.open(BLUE, 80, (method, path) -> {
            throw new IllegalStateException("crashed");
        });
        assertThat(visit("/").statusCode()).isEqualTo(502);
    }

    @Test
    void healthyTargetsTakeTurnsAndUnhealthyOnesGetNothing() throws Exception {
        listenerWithBothHealthy();
        region.site("10.0.0.21", 200, "v1b");
        region.register(blue, "10.0.0.21");
        assertThat(visit("/").body()).isEqualTo("v1");
        assertThat(visit("/").body()).isEqualTo("v1");
        region.pass(20);
        assertThat(Set.of(visit("/").body(), visit("/").body())).isEqualTo(Set.of("v1", "v1b"));
        region.site(BLUE, 500, "broken");
        region.pass(100);
        assertThat(visit("/").body()).isEqualTo("v1b");
        assertThat(visit("/").body()).isEqualTo("v1b");
    }

    @Test
    void withNoHealthyTargetAllGetRequests() throws Exception {
        listenerWithBothHealthy();
        region.site(BLUE, 404, "not found here");
        region.pass(100);
        assertThat(region.told(blue, BLUE)).startsWith("unhealthy");
        var page = visit("/");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).isEqualTo("not found here");
    }

    @Test
    void aDrainingTargetGetsNoNewRequests() throws Exception {
        listenerWithBothHealthy();
        region.site("10.0.0.21", 200, "v1b");
        region.register(blue, "10.0.0.21");
        region.pass(20);
        region.deregister(blue, BLUE);
        assertThat(visit("/").body()).isEqualTo("v1b");
        assertThat(visit("/").body()).isEqualTo("v1b");
    }

    @Test
    void headPostAndQueriesReachTheSite() throws Exception {
        listenerWithBothHealthy();
        region.tasks.open(BLUE, 80, (method, path) -> new Page(
                200, Map.of("Content-Type", "text/plain"), (method + " " + path).getBytes(StandardCharsets.UTF_8)));
        assertThat(visit("/a%20b?x=1&y").body()).isEqualTo("GET /a%20b?x=1&y");
        var post = send(HttpRequest.newBuilder(URI.create(base + "/form"))
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000))));
        assertThat(post.body()).isEqualTo("POST /form");
        var head = send(HttpRequest.newBuilder(URI.create(base + "/")).HEAD());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length")).hasValue("6");
    }

    @Test
    void rulesAreTriedInOrder() throws Exception {
        var listener = listenerWithBothHealthy();
        elb.createRule(r -> r.listenerArn(listener)
                .priority(2)
                .conditions(c -> c.field("path-pattern").values("/new/*"))
                .actions(a -> a.type("forward").targetGroupArn(green)));
        elb.createRule(r -> r.listenerArn(listener)
                .priority(1)
                .conditions(
                        c -> c.field("http-header")
                                .httpHeaderConfig(h -> h.httpHeaderName("X-Canary").values("yes*")),
                        c -> c.field("query-string")
                                .queryStringConfig(q -> q.values(v -> v.key("beta").value("1"))))
                .actions(a -> a.type("fixed-response")
                        .fixedResponseConfig(f ->
                                f.statusCode("200").contentType("text/plain").messageBody("canary"))));
        elb.createRule(r -> r.listenerArn(listener)
                .priority(3)
                .conditions(c -> c.field("host-header").values("GREEN.*"))
                .actions(a -> a.type("forward").targetGroupArn(green)));
        assertThat(visit("/").body()).isEqualTo("v1");
        assertThat(visit("/new/x").body()).isEqualTo("v2");
        assertThat(visit("/New/x").body()).isEqualTo("v1");
        assertThat(send(HttpRequest.newBuilder(URI.create(base + "/new/x?beta=1")).header("x-canary", "YES!")).body())
                .isEqualTo("canary");
        assertThat(asHost("green.localhost")).endsWith("v2");
    }

    @Test
    void aRedirectToAnotherListenerLeadsToItsLoopbackPort() throws Exception {
        listenerWithBothHealthy();
        region.listener(balancer, 8080, blue);
        var other = elb.createListener(r -> r.loadBalancerArn(balancer)
                .port(9090)
                .defaultActions(a -> a.type("redirect").redirectConfig(c -> c.statusCode("HTTP_301").port("8080"))));
        assertThat(other.listeners()).hasSize(1);
        var ports = new HashMap<Integer, Integer>();
        region.room.routes().forEach(r -> ports.put(r.listenerPort(), r.loopbackPort()));
        var page = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(9090) + "/a?b=c")));
        assertThat(page.statusCode()).isEqualTo(301);
        assertThat(page.headers().firstValue("location"))
                .hasValue("http://127.0.0.1:" + ports.get(8080) + "/a?b=c");
        var out = elb.describeListeners(r -> r.loadBalancerArn(balancer)).listeners().getLast().listenerArn();
        elb.modifyListener(r -> r.listenerArn(out)
                .defaultActions(a -> a.type("redirect")
                        .redirectConfig(
                                c -> c.statusCode("HTTP_302").protocol("HTTPS").port("443").host("example.com"))));
        assertThat(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(9090) + "/a")))
                        .headers()
                        .firstValue("location"))
                .hasValue("https://example.com:443/a");
    }

    @Test
    void theDnsNameStandsForTheListenerWithTheLowestPortInWhateverOrderTheyCome() throws Exception {
        region.pass(150);
        region.site(BLUE, 200, "v1");
        region.site(GREEN, 200, "v2");
        region.register(blue, BLUE);
        region.register(green, GREEN);
        var test = region.listener(balancer, 8080, green);
        assertThat(visit("/").body()).isEqualTo("v2");
        region.listener(balancer, 80, blue);
        assertThat(visit("/").body()).isEqualTo("v1");
        assertThat(region.room.routes()).extracting(Route::listenerPort).containsExactly(8080, 80);
        var own = region.room.routes().getFirst().loopbackPort();
        assertThat(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + own + "/"))).body()).isEqualTo("v2");
        elb.deleteListener(r -> r.listenerArn(test));
        assertThat(visit("/").body()).isEqualTo("v1");
    }

    @Test
    void aNameThatIsNotThisMachineIsRefused() throws Exception {
        listenerWithBothHealthy();
        assertThat(asHost("evil.example")).startsWith("HTTP/1.1 403 ");
    }

    private String asHost(String name) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(base).getPort())) {
            var request = "GET / HTTP/1.1\r\nHost: " + name + ":80\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void aClientWithACookieStaysWithItsTargetAndItsGroup() throws Exception {
        var listener = listenerWithBothHealthy();
        region.site("10.0.0.21", 200, "v1b");
        region.register(blue, "10.0.0.21");
        region.pass(20);
        elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(blue)
                .attributes(a -> a.key("stickiness.enabled").value("true")));
        elb.modifyListener(r -> r.listenerArn(listener)
                .defaultActions(a -> a.type("forward")
                        .forwardConfig(f -> f.targetGroups(
                                        t -> t.targetGroupArn(blue).weight(1), t -> t.targetGroupArn(green).weight(1))
                                .targetGroupStickinessConfig(s -> s.enabled(true).durationSeconds(60)))));
        var first = visit("/");
        var cookies = first.headers().allValues("set-cookie").stream()
                .map(c -> c.substring(0, c.indexOf(';')))
                .collect(Collectors.joining("; "));
        assertThat(cookies).contains("AWSALB=", "AWSALBTG=");
        for (int i = 0; i < 6; i++) {
            assertThat(send(HttpRequest.newBuilder(URI.create(base)).header("Cookie", cookies)).body())
                    .isEqualTo(first.body());
        }
    }
}
