package companion.desktop.shell;

/**
 * Something the palette offers.
 *
 * @param title says the action: {@code Open the live view}
 * @param keys how it is done without the palette; may be empty
 * @param blocked why it cannot be done now; empty if it can
 */
public record Command(String title, String keys, String blocked, Runnable run) {

    /** One that can be done. */
    public Command(String title, String keys, Runnable run) {
        this(title, keys, "", run);
    }

    /** Whether it can be done now. */
    boolean isFree() {
        return blocked.isEmpty();
    }

    /** Whether all words typed occur in the title, in any order. */
    boolean matches(String typed) {
        var lower = title.toLowerCase(java.util.Locale.ROOT);
        for (var word : typed.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
