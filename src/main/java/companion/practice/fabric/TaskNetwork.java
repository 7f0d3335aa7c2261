package companion.practice.fabric;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The network on which tasks listen and load balancers reach them: a running task opens a site at its private address, and
 * health checks and forwarded requests go there. Requests may come from any thread; opening and closing happens under the
 * world's lock.
 */
public interface TaskNetwork {

    /** Makes a site reachable, replacing one at the same address. */
    void open(String ip, int port, Site site);

    void close(String ip, int port);

    /** The site at an address, or null if nothing listens there. */
    @Nullable Site at(String ip, int port);

    /** What answers HTTP in a container. Thread-safe. */
    @FunctionalInterface
    interface Site {
        /**
         * @param method for example GET
         * @param path the path of the request target, with its query
         */
        Page get(String method, String path);
    }

    /** @param headers names in any case; Content-Length is added by whoever sends it */
    record Page(int status, Map<String, String> headers, byte[] body) {}
}
