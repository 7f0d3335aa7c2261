package companion.desktop.status;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A state as a glyph and a word on its ground, 20 px high. */
public final class StatusBadge extends HBox {
    private final StatusGlyph glyph = new StatusGlyph(12);
    private final Label word = new Label();
    private State state = State.NOT_STARTED;

    public StatusBadge() {
        getStyleClass().add("status-badge");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        word.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(glyph, word);
        show(State.NOT_STARTED, "");
    }

    public StatusBadge(State state, String text) {
        this();
        show(state, text);
    }

    /** A badge with an icon of its own in place of a state's glyph. */
    public StatusBadge(State.Tone tone, Node icon, String text) {
        this();
        show(State.NOT_STARTED, text);
        getStyleClass().remove(State.NOT_STARTED.tone().styleClass());
        getStyleClass().add(tone.styleClass());
        getChildren().set(0, icon);
    }

    public void show(State next, String text) {
        getStyleClass().removeAll(state.tone().styleClass(), "stale");
        state = next;
        getStyleClass().add(next.tone().styleClass());
        if (next == State.STALE) {
            getStyleClass().add("stale");
        }
        glyph.setState(next);
        word.setText(text);
        setAccessibleText(text);
    }

    public StatusGlyph glyph() {
        return glyph;
    }
}
