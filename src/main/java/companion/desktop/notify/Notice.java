package companion.desktop.notify;

import companion.desktop.status.State;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told once.
 *
 * @param title in a few words: {@code checkout-api: Build failed}
 * @param text a line or two more; may be empty
 * @param important whether it is worth telling somebody who works in another window
 * @param open shows what it is about, on the JavaFX thread; null if there is nothing to show
 */
public record Notice(State state, String title, String text, boolean important, @Nullable Runnable open) {

    /** One that answers what somebody just did, and soon goes. */
    public static Notice passing(String title, String text) {
        return new Notice(State.OK, title, text, false, null);
    }
}
