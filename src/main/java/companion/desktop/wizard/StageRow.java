package companion.desktop.wizard;

import companion.desktop.component.Buttons;
import companion.desktop.component.Explained;
import companion.desktop.component.RowButton;
import companion.desktop.status.StatusGlyph;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A stage in the list: pressing it opens its page; a failed one offers to be tried again. */
final class StageRow {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** Beside a longer title there is no room for the button; the stage's page has it too. */
    private static final int LONG_TITLE = 12;

    private final StatusGlyph glyph = new StatusGlyph(16);
    private final Label title = new Label();
    private final Label word = new Label();
    private final Button again;
    private final Explained whyLater;
    private final RowButton row;
    private final StackPane node;
    private String id = "";
    private boolean open;

    StageRow(Consumer<String> opened, Consumer<String> retry) {
        word.setMinWidth(Region.USE_PREF_SIZE);
        again = Buttons.of("Retry", "mdi2r-reload", () -> retry.accept(id));
        again.getStyleClass().setAll("link-button", "small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        whyLater = new Explained(again);
        row = new RowButton(glyph, title, RowButton.gap(), word, whyLater);
        row.getStyleClass().add("list-row");
        row.onPress(() -> opened.accept(id));
        var bar = new Region();
        bar.getStyleClass().add("selection-bar");
        node = new StackPane(row, bar);
        node.getStyleClass().add("list-row-holder");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
    }

    Node node() {
        return node;
    }

    boolean isFocused() {
        return row.isFocused();
    }

    boolean isOpen() {
        return open;
    }

    void requestFocus() {
        row.requestFocus();
    }

    void show(WizardModel.StageItem item) {
        id = item.id();
        open = item.selected();
        title.setText(item.title());
        word.setText(item.word());
        glyph.setState(item.state());
        word.getStyleClass().setAll("label", "small", "state-word", item.state().tone().styleClass());
        boolean offers = item.retry() != WizardModel.Retry.NONE && item.title().length() <= LONG_TITLE;
        again.setVisible(offers);
        again.setManaged(offers);
        whyLater.show(item.retry() == WizardModel.Retry.LATER ? "Another stage is running." : "");
        again.setAccessibleText("Retry " + item.title());
        node.pseudoClassStateChanged(OPEN, open);
        row.setAccessibleText(item.title() + ", " + item.word() + (open ? ", open" : ""));
    }
}
