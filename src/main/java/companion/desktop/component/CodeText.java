package companion.desktop.component;

import companion.desktop.text.Command;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Code in colours, as text that is read aloud whole. */
public final class CodeText extends TextFlow {
    public CodeText() {
        getStyleClass().add("code-text");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public void show(List<Command.Piece> pieces) {
        getChildren().setAll(pieces.stream().map(CodeText::text).toList());
        var whole = new StringBuilder();
        pieces.forEach(piece -> whole.append(piece.text()));
        setAccessibleText(whole.toString());
    }

    private static Text text(Command.Piece piece) {
        var text = new Text(piece.text());
        text.getStyleClass().add("code-" + piece.kind().name().toLowerCase(Locale.ROOT));
        return text;
    }
}
