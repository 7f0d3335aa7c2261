package companion.desktop.cleanup;

import companion.desktop.component.Buttons;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.workshop.CleanUp.Proof;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The proof: each listing of the account that was asked for again, and what it answered. */
final class ProofCard extends VBox {

    /**
     * @param asked {@code asked AWS again at 12:41:07}
     * @param save keeps it as a text
     * @param again asks the account once more
     */
    ProofCard(List<Proof> proof, String asked, Runnable save, Runnable again) {
        boolean empty = proof.stream().allMatch(each -> each.remaining().isEmpty());
        getStyleClass().addAll("card-box", "proof", empty ? "proven" : "unproven");
        var title = new Label(empty ? "Nothing left" : "Something is left");
        title.getStyleClass().add("page-title");
        var when = new Label(asked);
        when.getStyleClass().addAll("small", "muted-on-tint");
        var words = new VBox(title, when);
        var head = new HBox(new StatusGlyph(28, empty ? State.OK : State.WARNING), words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("proof-head");
        var rows = new VBox();
        rows.getStyleClass().add("proof-rows");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText("Proof");
        proof.forEach(each -> rows.getChildren().add(row(each)));
        Button keep = Buttons.of("Save the proof", "mdi2t-tray-arrow-down", save);
        if (empty) {
            keep.getStyleClass().add("accent");
        }
        var foot = new HBox(keep, Buttons.of("Ask again", "mdi2r-refresh", again));
        foot.getStyleClass().addAll("buttons", "proof-foot");
        getChildren().addAll(head, rows, foot);
    }

    private static HBox row(Proof proof) {
        boolean none = proof.remaining().isEmpty();
        var what = new Label(proof.what());
        what.getStyleClass().add("proof-what");
        var operation = new Label(proof.operation());
        operation.getStyleClass().addAll("micro", "mono", "muted", "proof-operation");
        operation.setMinWidth(USE_PREF_SIZE);
        var answer = new Label(none ? "none" : String.join(", ", proof.remaining()));
        answer.getStyleClass().addAll("small", none ? "muted" : "strong");
        if (none) {
            answer.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(
                new StatusGlyph(14, none ? State.OK : State.WARNING), what, operation, RowButton.gap(), answer);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("proof-row");
        Tooltip.install(row, new Tooltip(proof.operation()));
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(proof.what() + ", " + proof.operation() + ", " + answer.getText());
        return row;
    }

    /** The proof as a text to keep. */
    static String text(List<Proof> proof, String head) {
        var text = new StringBuilder(head).append("\n\n");
        for (var each : proof) {
            var answer = each.remaining().isEmpty() ? "none" : String.join(", ", each.remaining());
            text.append(String.format("%-20s %-26s %s%n", each.what(), each.operation(), answer));
        }
        return text.toString();
    }
}
