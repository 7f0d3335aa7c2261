package companion.practice.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the front door may be called. A page on the web can make a browser send requests here under a
 * name of its own that leads to 127.0.0.1 (DNS rebinding); those carry that name, and are refused.
 */
final class Hosts {
    // Names below 127.0.0.1 are safe as well: no registry has a top-level domain that is a number.
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:(?:[A-Za-z0-9_-]+\\.)*(?:localhost|127\\.0\\.0\\.1)|\\[::1])(?::(\\d{1,5}))?");
    private static final int HTTP = 80;

    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();

    /** Lets requests through that were sent to this port. */
    void add(int port) {
        ports.add(port);
    }

    boolean allow(@Nullable String host) {
        if (host == null) {
            return false;
        }
        var match = LOOPBACK.matcher(host);
        return match.matches() && ports.contains(match.group(1) == null ? HTTP : Integer.parseInt(match.group(1)));
    }
}
