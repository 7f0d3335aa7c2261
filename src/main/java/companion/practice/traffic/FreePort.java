package companion.practice.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a loopback port that nobody uses, below the range from which operating systems take ports for outgoing
 * connections: so it is still free when the listener is opened later, or again after a restart.
 */
public final class FreePort {
    private static final int FROM = 18_000;
    private static final int TO = 32_000;
    private static final int TRIES = 200;

    /** The literal, and not what the system prefers: it is what DNS names of load balancers say. */
    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private FreePort() {}

    /** A free port, as text for {@link companion.practice.world.World#input}. */
    public static String find() {
        var random = ThreadLocalRandom.current();
        for (int i = 0; i < TRIES; i++) {
            int port = random.nextInt(FROM, TO);
            if (isFree(port)) {
                return Integer.toString(port);
            }
        }
        throw new UncheckedIOException(
                new IOException("No free port between " + FROM + " and " + TO + " on the loopback interface"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
