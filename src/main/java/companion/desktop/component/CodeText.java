package companion.desktop.component;

import companion.desktop.fx.FxThread;
import companion.desktop.text.Command;
import companion.desktop.text.ShellLines;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Code in colours, as text that is read aloud whole. A command is broken between its options, to fit the width. */
public final class CodeText extends TextFlow {
    /** The advance of JetBrains Mono, in em. */
    private static final double ADVANCE = 0.6;
    private static final int USUAL_COLUMNS = 88;

    private String command = "";
    private int columns;

    public CodeText() {
        widthProperty().subscribe(this::fit);
        getStyleClass().add("code-text");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public void show(List<Command.Piece> pieces) {
        command = "";
        paint(pieces);
    }

    /** Shows commands of a shell, which are read aloud as they are given. */
    public void showCommand(String text) {
        command = text;
        columns = 0;
        fit();
        setAccessibleText(text);
    }

    private void fit() {
        if (command.isEmpty()) {
            return;
        }
        double size = getChildren().isEmpty() ? 12 : ((Text) getChildren().getFirst()).getFont().getSize();
        int room = getWidth() <= 0 ? USUAL_COLUMNS : (int) (getWidth() / (size * ADVANCE));
        if (room != columns) {
            columns = room;
            paint(Command.shell(ShellLines.wrap(command, room)));
            setAccessibleText(command);
            // It may be in the middle of a layout, which has measured how high it was before.
            FxThread.later(this::requestLayout);
        }
    }

    private void paint(List<Command.Piece> pieces) {
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
