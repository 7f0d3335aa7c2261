package companion.practice.ecr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A loopback port in front of an HTTP server that says at once to a client which begins with TLS that there is none.
 *
 * <p>Docker, Jib and their like try HTTPS first and fall back to HTTP when they are answered in plain text. The JDK's
 * HTTP server waits for the end of a line that never comes, and they give up with a timeout. Everything else is
 * passed through as it is, both ways.
 */
public final class RegistryPort implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RegistryPort.class.getName());
    private static final int TLS_HANDSHAKE = 0x16;
    private static final byte[] NO_TLS = """
            HTTP/1.0 400 Bad Request\r
            Content-Type: text/plain; charset=utf-8\r
            Connection: close\r
            \r
            Client sent an HTTPS request to an HTTP server.
            """
            .getBytes(StandardCharsets.UTF_8);
    private static final int PATIENCE_MILLIS = 1000;

    private final ServerSocket listening;
    private final Supplier<URI> server;

    private RegistryPort(ServerSocket listening, Supplier<URI> server) {
        this.listening = listening;
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @param port 0 for any that is free
     * @param server where to pass connections on, asked for each
     */
    public static RegistryPort open(int port, Supplier<URI> server) {
        try {
            var listening = new ServerSocket();
            listening.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 128);
            var opened = new RegistryPort(listening, server);
            Thread.ofVirtual().name("registry-port").start(opened::listen);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().name("registry-client").start(() -> serve(client));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "No longer listening", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            int first = client.getInputStream().read();
            if (first == TLS_HANDSHAKE) {
                refuseTls(client);
            } else if (first >= 0) {
                pass(client, first);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection ended", e);
        }
    }

    private static void refuseTls(Socket client) throws IOException {
        client.getOutputStream().write(NO_TLS);
        client.shutdownOutput();
        // To close with something unread would reset the connection, and the client would not see the answer.
        client.setSoTimeout(PATIENCE_MILLIS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void pass(Socket client, int first) throws IOException {
        var target = server.get();
        try (var upstream = new Socket(target.getHost(), target.getPort())) {
            upstream.setTcpNoDelay(true);
            upstream.getOutputStream().write(first);
            var answers = Thread.ofVirtual().start(() -> pump(upstream, client));
            pump(client, upstream);
            answers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes on what comes until there is no more, and says so to the other side. */
    private static void pump(Socket from, Socket to) {
        try {
            copy(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is gone; the other one has nobody to talk to.
            try (from;
                    to) {
                LOG.log(System.Logger.Level.DEBUG, "A connection ended", e);
            } catch (IOException closing) {
                LOG.log(System.Logger.Level.DEBUG, "A connection would not close", closing);
            }
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }
}
