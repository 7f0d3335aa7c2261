package companion.desktop.wizard;

import companion.desktop.component.Buttons;
import companion.desktop.component.Explained;
import companion.desktop.component.Icon;
import companion.desktop.component.Prose;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.workshop.Guide.Question;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A question to check oneself with: an answer is judged when asked for, and explained. */
final class QuestionCard extends VBox {
    private final Question question;
    private final ToggleGroup answers = new ToggleGroup();
    private final VBox verdict = new VBox();

    QuestionCard(Question question) {
        this.question = question;
        getStyleClass().add("question");
        var head = new Label("Check yourself", new Icon("mdi2f-forum-outline"));
        head.getStyleClass().addAll("strong", "question-head");
        getChildren().addAll(head, Prose.line(question.text()));
        var list = new VBox();
        list.getStyleClass().add("answers");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText("Answers");
        question.answers().forEach(answer -> list.getChildren().add(answer(answer)));
        Button check = Buttons.of("Check my answer", "", this::judge);
        var explained = new Explained(check);
        answers.selectedToggleProperty().subscribe(chosen -> {
            explained.show(chosen == null ? "Choose an answer first." : "");
            verdict.getChildren().clear();
        });
        getChildren().addAll(list, explained, verdict);
    }

    /** The words stand beside the button, since they may wrap and hold code; pressing them presses it. */
    private HBox answer(String markdown) {
        var line = Prose.line(markdown);
        var radio = new RadioButton();
        radio.setToggleGroup(answers);
        radio.setAccessibleText(line.getAccessibleText());
        radio.setUserData(question.answers().indexOf(markdown));
        radio.setMinWidth(USE_PREF_SIZE);
        line.setOnMouseClicked(event -> radio.fire());
        HBox.setHgrow(line, Priority.ALWAYS);
        var row = new HBox(radio, line);
        row.getStyleClass().add("answer");
        return row;
    }

    private void judge() {
        boolean right = Integer.valueOf(question.right()).equals(answers.getSelectedToggle().getUserData());
        var words = Prose.line((right ? "**Right.** " : "**Not quite.** ") + question.explanation());
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new StatusGlyph(16, right ? State.OK : State.NOTE), words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("verdict");
        verdict.getChildren().setAll(line);
    }
}
