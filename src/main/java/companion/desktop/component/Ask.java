package companion.desktop.component;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A button for something that cannot be undone: pressed once, it makes room for the question and for a button that
 * does it.
 * Esc or the other button takes it back.
 */
public final class Ask extends VBox {
    private final Button first;
    private final VBox asking = new VBox();
    private final Button yes;

    /**
     * @param action what it does, as on both buttons: {@code Remove everything}
     * @param question names the account: {@code Remove 16 resources from account 4417…2209?}
     */
    public Ask(String action, String icon, String question, Runnable doIt) {
        getStyleClass().add("ask");
        first = Buttons.of(action, icon, this::ask);
        first.getStyleClass().add("accent");
        var words = new Label(question);
        words.setWrapText(true);
        yes = Buttons.of(action, icon, () -> {
            close();
            doIt.run();
        });
        yes.setAccessibleText(question + " " + action);
        yes.getStyleClass().add("danger");
        var no = Buttons.of("Keep it all", "", this::close);
        var buttons = new HBox(yes, no);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        asking.getStyleClass().add("asking");
        asking.getChildren().addAll(words, buttons);
        getChildren().add(first);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && isAsking()) {
                close();
                event.consume();
            }
        });
    }

    public boolean isAsking() {
        return getChildren().contains(asking);
    }

    /** Asks; the second press is the one that does it. */
    public void ask() {
        getChildren().setAll(asking);
        yes.requestFocus();
    }

    private void close() {
        getChildren().setAll(first);
        first.requestFocus();
    }
}
