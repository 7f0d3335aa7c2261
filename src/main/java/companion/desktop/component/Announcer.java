package companion.desktop.component;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Says a change of state once: a line that nobody sees, whose words a screen reader is told of whenever they become others.
 * JavaFX has no live regions, but tells assistive technology when a text changes.
 */
public final class Announcer extends Region {
    /** By which it is found; it has no look. */
    public static final String STYLE = "announcer";

    private String said = "";

    public Announcer() {
        getStyleClass().add(STYLE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("");
        setManaged(false);
        setMouseTransparent(true);
        resize(1, 1);
    }

    /** @param words of the state as it is; what was said last is not said again */
    public void say(String words) {
        if (words.equals(said)) {
            return;
        }
        said = words;
        setAccessibleText(words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? said : super.queryAccessibleAttribute(attribute, parameters);
    }
}
