package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a card shows in place of its contents: that it is empty, is being read, or cannot be read. */
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
        var note = new CardNote("error");
        var head = new HBox(new StatusGlyph(16, State.FAILED), Labels.of("Can’t read", "strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("note-head");
        note.getChildren().add(head);
        note.words(sentence);
        note.setAccessibleText("Can’t read. " + sentence);
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
