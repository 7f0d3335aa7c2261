package companion.desktop.fx;

/** Work that might wait, taken off the JavaFX thread. */
public final class Background {
    private Background() {}

    /** Runs it on a virtual thread of its own. */
    public static void run(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(work);
    }
}
