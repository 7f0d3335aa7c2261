package companion.desktop.component;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;

/** Buttons as the screens use them: a word that says the action, an icon before it. */
public final class Buttons {
    private Buttons() {}

    /** A button of the usual height. */
    public static Button of(String text, String icon, Runnable action) {
        var button = new Button(text);
        if (!icon.isEmpty()) {
            button.setGraphic(new Icon(icon));
        }
        button.setAccessibleText(text);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** One of 24 px. */
    public static Button small(String text, String icon, Runnable action) {
        var button = of(text, icon, action);
        button.getStyleClass().add("small");
        return button;
    }

    /** Only an icon; the words are its tooltip and what is read aloud. */
    public static Button icon(String words, String icon, Runnable action) {
        var button = of("", icon, action);
        button.getStyleClass().addAll("flat", "icon-only");
        name(button, words);
        return button;
    }

    /** Names a button that shows no words. */
    public static void name(ButtonBase button, String words) {
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }
}
