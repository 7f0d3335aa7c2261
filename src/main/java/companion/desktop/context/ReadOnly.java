package companion.desktop.context;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whether what is looked at may also be acted on. On for a real account until somebody turns it off, which lasts for the session;
 * always off for a practice cloud, and always on where the connection itself can only read. Thread-safe.
 */
public final class ReadOnly {
    private final Connection connection;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final String whyNever;
    private volatile boolean on;

    public ReadOnly(Connection connection) {
        this(connection, "This connection is read-only.");
    }

    private ReadOnly(Connection connection, String whyNever) {
        this.connection = connection;
        this.whyNever = whyNever;
        this.on = !connection.isPractice();
    }

    /** Of an account that is only watched from a window that is connected to another one. */
    public static ReadOnly watching(Connection connection) {
        return new ReadOnly(
                connection,
                "Only watched from here. Go to " + connection.label() + ", " + connection.region()
                        + ", in the head of the window to act.");
    }

    public boolean isOn() {
        return on;
    }

    /** Whether it can be turned off. */
    public boolean canWrite() {
        return connection.kind() != Connection.Kind.REAL_READ_ONLY;
    }

    /** Why nothing can be done; empty if something can. */
    public Optional<String> reason() {
        return !on
                ? Optional.empty()
                : Optional.of(
                        canWrite()
                                ? "Read-only: turn it off in the head of the window to act on "
                                        + connection.named() + "."
                                : whyNever);
    }

    /** Turns it on or off; does nothing where that is not for anybody to say. */
    public void turn(boolean next) {
        if (canWrite() && !connection.isPractice() && on != next) {
            on = next;
            listeners.forEach(Runnable::run);
        }
    }

    /**
     * Tells the listener each turn.
     *
     * @return ends it
     */
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
