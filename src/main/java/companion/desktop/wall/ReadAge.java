package companion.desktop.wall;

import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import java.time.Duration;
import javafx.scene.control.Label;

/** How long ago the wall was read: words beside the title, a badge once that is long. */
final class ReadAge {
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Label words;
    private final StatusBadge badge;

    ReadAge(Label words, StatusBadge badge) {
        this.words = words;
        this.badge = badge;
    }

    /** @param known whether anything was read */
    void show(boolean known, Duration age) {
        boolean old = known && age.compareTo(STALE) >= 0;
        var text = !known ? "" : age.compareTo(FRESH) < 0 ? "as of now" : "as of " + Age.of(age) + " ago";
        if (!text.equals(words.getText())) {
            words.setText(text);
            badge.show(State.STALE, "As of " + Age.of(age) + " ago");
        }
        words.setVisible(!old);
        words.setManaged(!old);
        badge.setVisible(old);
        badge.setManaged(old);
    }

    String text() {
        return words.getText();
    }
}
