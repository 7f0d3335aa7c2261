package companion.desktop.component;

import companion.workshop.Problem;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why something did not work: what happened, why it usually does, what to do next, and details to copy. */
public final class ProblemCard extends VBox {
    public ProblemCard(Problem problem) {
        getStyleClass().addAll("problem-card", "trouble");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(problem.what() + " " + problem.why() + " " + problem.next());
        var code = new Label(problem.code());
        code.getStyleClass().addAll("small", "mono", "muted");
        var copy = new CopyButton("Copy details of " + problem.code(), "Copy details");
        copy.copies(() -> problem.code() + "\n" + problem.what() + "\n" + problem.details());
        var foot = new FlowPane(code, copy);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("problem-foot");
        line("What", problem.what());
        line("Why", problem.why());
        line("Do next", problem.next());
        getChildren().add(foot);
    }

    private void line(String head, String words) {
        if (words.isEmpty()) {
            return;
        }
        var label = new Label(head);
        label.getStyleClass().addAll("problem-head", "small", "strong", "muted");
        label.setMinWidth(USE_PREF_SIZE);
        var text = Prose.line(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(label, text);
        row.getStyleClass().add("problem-line");
        getChildren().add(row);
    }
}
