package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What a card shows in place of its contents: that it is empty, is being read, or cannot be read; or that it is
 * stale.
 */
public final class CardNote extends VBox {
    private CardNote(String style) {
        getStyleClass().addAll("card-note", style);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Says in one sentence what has to happen first. */
    public static CardNote empty(String sentence) {
        var note = new CardNote("empty");
        note.words(sentence);
        return note;
    }

    /** Two grey bars. */
    public static CardNote loading() {
        var note = new CardNote("loading");
        var longBar = new Region();
        longBar.getStyleClass().addAll("bar", "long");
        var shortBar = new Region();
        shortBar.getStyleClass().addAll("bar", "short");
        note.getChildren().addAll(longBar, shortBar);
        note.setAccessibleText("Loading");
        return note;
    }

    /** Says why it cannot be read. */
    public static CardNote error(String sentence) {
        return headed("error", State.FAILED, "Can’t read", sentence);
    }

    /** @param age {@code 48 s} */
    public static CardNote stale(String age, String sentence) {
        return headed("stale", State.STALE, "As of " + age + " ago", sentence);
    }

    private static CardNote headed(String style, State state, String head, String sentence) {
        var note = new CardNote(style);
        var label = new Label(head);
        label.getStyleClass().add("strong");
        var row = new HBox(new StatusGlyph(16, state), label);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("note-head");
        note.getChildren().add(row);
        note.words(sentence);
        note.setAccessibleText(head + ". " + sentence);
        return note;
    }

    private void words(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        getChildren().add(label);
        setAccessibleText(sentence);
    }
}
