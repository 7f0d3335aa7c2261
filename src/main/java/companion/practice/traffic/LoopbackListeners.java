package companion.practice.traffic;

import com.sun.net.httpserver.HttpServer;
import companion.practice.fabric.TaskNetwork;
import companion.practice.traffic.Routing.Entrance;
import companion.practice.world.World;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The listeners of a region's load balancers as real HTTP/1.1 servers on 127.0.0.1, whatever protocol AWS knows them
 * by: HTTPS and TCP listeners answer plain HTTP too. No socket is opened before the world is live.
 *
 * <p>A routing is published under the world's lock; requests run on virtual threads and never take it.
 */
public final class LoopbackListeners implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LoopbackListeners.class.getName());

    private final Map<Integer, HttpServer> servers = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Balancer balancer = new Balancer();
    private final TaskNetwork network;
    private volatile Routing routing = Routing.NONE;
    private boolean live;

    public LoopbackListeners(World world, TaskNetwork network) {
        this.network = network;
        this.live = world.isLive();
        if (!live) {
            world.whenLive(() -> {
                live = true;
                openAndClose();
            });
        }
    }

    /** Makes a routing the one in force; listeners open and close as it says. */
    public synchronized void publish(Routing next) {
        routing = next;
        balancer.keep(next);
        if (live) {
            openAndClose();
        }
    }

    /** Where the listeners are. Thread-safe. */
    public List<Route> routes() {
        return routing.entrances().stream()
                .map(e -> new Route(e.loadBalancer(), e.port(), e.loopbackPort()))
                .toList();
    }

    /** How many requests have gone to a target group since the start. Thread-safe. */
    public long requests(String targetGroupArn) {
        return balancer.requests(targetGroupArn);
    }

    private synchronized void openAndClose() {
        var wanted =
                routing.entrances().stream().map(Entrance::loopbackPort).collect(Collectors.toSet());
        servers.entrySet().removeIf(e -> {
            if (wanted.contains(e.getKey())) {
                return false;
            }
            e.getValue().stop(0);
            return true;
        });
        wanted.stream().filter(port -> !servers.containsKey(port)).forEach(this::open);
    }

    private void open(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(FreePort.LOOPBACK, port), 0);
            server.setExecutor(threads);
            server.createContext("/", new Forwarder(port, () -> routing, balancer, network));
            server.start();
            servers.put(port, server);
        } catch (IOException e) {
            // Another program took the port while this cloud was not running. The next change tries again.
            LOG.log(System.Logger.Level.WARNING, "A load balancer cannot listen on 127.0.0.1:" + port, e);
        }
    }

    @Override
    public synchronized void close() {
        live = false;
        servers.values().forEach(s -> s.stop(0));
        servers.clear();
        threads.shutdownNow();
    }
}
