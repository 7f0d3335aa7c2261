package companion.practice.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import companion.practice.fabric.TaskNetwork;
import companion.practice.fabric.TaskNetwork.Page;
import companion.practice.traffic.Answer.FixedResponse;
import companion.practice.traffic.Answer.Forward;
import companion.practice.traffic.Answer.Redirect;
import companion.practice.traffic.Routing.Entrance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Answers the requests that come in on one loopback port, by the routing that is in force at that moment. */
final class Forwarder implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(Forwarder.class.getName());

    /** What concerns one connection only (RFC 9110, 7.6.1), and what the server writes itself. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization", "te",
            "trailer", "transfer-encoding", "upgrade", "content-length", "date");

    private final int port;
    private final Supplier<Routing> routing;
    private final Balancer balancer;
    private final TaskNetwork network;

    Forwarder(int port, Supplier<Routing> routing, Balancer balancer, TaskNetwork network) {
        this.port = port;
        this.routing = routing;
        this.balancer = balancer;
        this.network = network;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            send(exchange, answer(exchange, Visit.of(exchange)));
        }
    }

    private Page answer(HttpExchange exchange, Visit visit) {
        if (!visit.isForLoopback()) {
            return OwnPages.forbidden();
        }
        var now = routing.get();
        var entrance = now.entrances().stream()
                .filter(e -> e.loopbackPort() == port)
                .findFirst()
                .orElse(null);
        if (entrance == null) {
            return OwnPages.serviceUnavailable();
        }
        return switch (entrance.answerTo(visit)) {
            case FixedResponse fixed -> OwnPages.fixed(fixed);
            case Redirect redirect -> OwnPages.redirect(redirect.status(), location(redirect, visit, entrance));
            case Forward forward -> {
                var choice = balancer.choose(port, forward, now.pools(), visit);
                if (choice == null) {
                    yield OwnPages.serviceUnavailable();
                }
                choice.cookies().forEach(c -> exchange.getResponseHeaders().add("Set-Cookie", c));
                yield fetch(choice.target(), visit);
            }
        };
    }

    private Page fetch(Address target, Visit visit) {
        var site = network.at(target.ip(), target.port());
        if (site == null) {
            return OwnPages.badGateway();
        }
        try {
            return site.get(visit.method(), visit.target());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "A site failed to answer", e);
            return OwnPages.badGateway();
        }
    }

    /** Where to go; a port at which the load balancer itself listens becomes the loopback port that stands for it. */
    private static String location(Redirect redirect, Visit visit, Entrance entrance) {
        var fill = new Redirection(visit, entrance);
        var host = fill.in(redirect.host());
        var asked = fill.in(redirect.port());
        var loopback = host.equals(visit.host()) && asked.matches("\\d{1,5}")
                ? entrance.siblings().get(Integer.valueOf(asked))
                : null;
        var query = fill.in(redirect.query());
        var path = fill.in(redirect.path());
        return (loopback == null ? fill.in(redirect.protocol()).toLowerCase(Locale.ROOT) : "http")
                + "://" + host + ":" + (loopback == null ? asked : loopback)
                + (path.startsWith("/") ? path : "/" + path) + (query.isEmpty() ? "" : "?" + query);
    }

    private record Redirection(Visit visit, Entrance entrance) {
        String in(String text) {
            return text.replace("#{protocol}", "HTTP")
                    .replace("#{host}", visit.host())
                    .replace("#{port}", Integer.toString(entrance.port()))
                    .replace("/#{path}", visit.path())
                    .replace("#{path}", visit.path().substring(1))
                    .replace("#{query}", visit.query());
        }
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        page.headers().forEach((name, value) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().add(name, value);
            }
        });
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(page.body().length));
        }
        if (head || page.body().length == 0) {
            exchange.sendResponseHeaders(page.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(page.status(), page.body().length);
        exchange.getResponseBody().write(page.body());
    }
}
