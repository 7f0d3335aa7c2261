package companion.desktop.component;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** An icon that is on or off. What reads it aloud says which. */
public final class IconToggle extends Button {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final String words;
    private boolean on;

    /**
     * @param words what is on or off: {@code Wrap long lines}
     * @param toggled gets whether it is on after a press; the button itself shows what {@link #show} says
     */
    public IconToggle(String words, String icon, boolean on, Consumer<Boolean> toggled) {
        this.words = words;
        setGraphic(new Icon(icon));
        setTooltip(new Tooltip(words));
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        getStyleClass().addAll("flat", "icon-only", "small", "icon-toggle");
        setOnAction(event -> toggled.accept(!this.on));
        show(on);
    }

    public boolean isOn() {
        return on;
    }

    public void show(boolean now) {
        on = now;
        pseudoClassStateChanged(ON, now);
        setAccessibleText(words + (now ? ", on" : ", off"));
    }
}
