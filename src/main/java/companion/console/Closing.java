package companion.console;

/**
 * Something that is closed once: at the end of its block, or when the process is interrupted, whichever comes first.
 *
 * @param <T> what
 */
final class Closing<T extends AutoCloseable> implements AutoCloseable {
    private final T resource;
    private final Thread hook;
    private boolean closed;

    private Closing(T resource) {
        this.resource = resource;
        this.hook = new Thread(this::closeOnce, "close on interrupt");
    }

    static <T extends AutoCloseable> Closing<T> onInterrupt(T resource) {
        var closing = new Closing<>(resource);
        Runtime.getRuntime().addShutdownHook(closing.hook);
        return closing;
    }

    T resource() {
        return resource;
    }

    private synchronized void closeOnce() {
        if (!closed) {
            closed = true;
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("Not closed cleanly", e);
            }
        }
    }

    @Override
    public void close() {
        closeOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has run or is running.
        }
    }
}
