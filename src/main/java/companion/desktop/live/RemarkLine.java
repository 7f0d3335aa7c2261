package companion.desktop.live;

import companion.desktop.live.LiveModel.Remark;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A sentence about what could not be read or was refused; the data below it stays. */
final class RemarkLine extends HBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final StatusGlyph glyph = new StatusGlyph(14);
    private final Label words = new Label();

    RemarkLine() {
        super();
        getStyleClass().add("remark");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("small");
        getChildren().addAll(glyph, words);
    }

    void show(Remark remark) {
        glyph.setState(remark.state());
        words.setText(remark.words());
        pseudoClassStateChanged(FAILED, remark.state() == State.FAILED);
        setAccessibleText(remark.words());
    }
}
