package companion.desktop.component;

import javafx.scene.control.Label;

/** Labels with the style classes of their type and tone. */
public final class Labels {
    private Labels() {}

    /** @param classes such as {@code small}, {@code mono}, {@code muted} */
    public static Label of(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }
}
