package companion.workshop;

/** How a running step tells what it is doing. Thread-safe; cheap to call often. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (message, fraction) -> {};

    /**
     * @param message a few words: {@code writing objects, 4 of 4}
     * @param fraction from 0 to 1, or negative if it cannot be told
     */
    void report(String message, double fraction);

    default void report(String message) {
        report(message, -1);
    }
}
