package companion;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps the heap near what is alive. The serial collector lets its old generation grow up to {@code -Xmx}, garbage and all,
 * before it collects it for the first time; this asks for a collection when it has grown by more than is worth a short pause.
 */
final class OldGeneration {
    static final long WORTH = 20 << 20;

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LongSupplier size;
    private final Runnable collect;
    private long before;

    /**
     * @param size of the heap, in bytes
     * @param collect frees what is not alive, and gives back the room
     */
    OldGeneration(LongSupplier size, Runnable collect) {
        this.size = size;
        this.collect = collect;
        this.before = size.getAsLong();
    }

    /** Looks every second, from now on. */
    static void watch() {
        var watched = new OldGeneration(Runtime.getRuntime()::totalMemory, System::gc);
        Thread.ofVirtual().name("old-generation").start(() -> {
            try {
                while (true) {
                    Thread.sleep(EVERY);
                    watched.look();
                }
            } catch (InterruptedException e) {
                // The window is closed.
            }
        });
    }

    void look() {
        if (size.getAsLong() > before + WORTH) {
            collect.run();
            before = size.getAsLong();
        }
    }
}
