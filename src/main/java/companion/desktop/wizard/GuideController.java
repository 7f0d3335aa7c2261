package companion.desktop.wizard;

import companion.desktop.component.Prose;
import companion.desktop.component.TabRow;
import companion.desktop.context.AppContext.Notes;
import companion.desktop.fx.Fxml;
import companion.workshop.Guide;
import companion.workshop.Stage;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stands beside a stage: why it is there, its terms, the learner's notes, and a question. */
public final class GuideController {
    private final Node node;
    private final Notes kept;
    private final Consumer<URI> open;
    private @Nullable Stage stage;

    @FXML
    private TabRow tabs;

    @FXML
    private ScrollPane reading;

    @FXML
    private VBox text;

    @FXML
    private VBox writing;

    @FXML
    private TextArea notes;

    @FXML
    private VBox question;

    public GuideController(Notes kept, Consumer<URI> open) {
        this.kept = kept;
        this.open = open;
        this.node = Fxml.load(this, "guide.fxml");
        tabs.tabs(List.of("Why", "Terms", "Your notes"), this::openTab);
        notes.setPromptText("What you want to remember of this stage");
        notes.textProperty().subscribe((before, now) -> keep(now));
        openTab(0);
    }

    public Node node() {
        return node;
    }

    private void keep(String now) {
        if (stage != null && !now.equals(kept.read(stage.id()))) {
            kept.write(stage.id(), now);
        }
    }

    void show(Stage next) {
        if (stage != null && stage.id().equals(next.id())) {
            return;
        }
        stage = next;
        notes.setText(kept.read(next.id()));
        question.getChildren().clear();
        var asked = next.guide().question();
        if (asked != null) {
            question.getChildren().setAll(new QuestionCard(asked));
        }
        openTab(tabs.opened());
    }

    private void openTab(int index) {
        boolean write = index == 2;
        writing.setVisible(write);
        reading.setVisible(!write);
        boolean asks = index == 0 && !question.getChildren().isEmpty();
        question.setVisible(asks);
        question.setManaged(asks);
        if (stage != null) {
            text.getChildren().setAll(index == 0 ? why(stage.guide()) : terms(stage.guide()));
            reading.setVvalue(0);
        }
    }

    private List<Node> why(Guide guide) {
        var title = new Label(guide.title());
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        var body = new VBox(title, Prose.text(guide.why(), open));
        body.getStyleClass().add("guide-text");
        if (guide.corrections().isEmpty()) {
            return List.of(body);
        }
        return List.of(body, corrections(guide.corrections()));
    }

    private static Node corrections(List<Guide.Correction> corrections) {
        var head = new Label("Corrected in this workshop");
        head.getStyleClass().addAll("muted", "small");
        var card = new VBox(head);
        card.getStyleClass().addAll("card-box", "corrections");
        for (var each : corrections) {
            var now = Prose.line(each.now());
            var old = Prose.line("Before: " + each.old());
            old.getStyleClass().addAll("small", "muted");
            var because = Prose.line(each.because());
            because.getStyleClass().addAll("small", "muted");
            var block = new VBox(now, old, because);
            block.getStyleClass().add("correction");
            card.getChildren().add(block);
        }
        return card;
    }

    private static List<Node> terms(Guide guide) {
        return guide.terms().stream().<Node>map(GuideController::term).toList();
    }

    private static Node term(Guide.Term term) {
        var name = new Label(term.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        var box = new VBox(name, Prose.line(term.meaning()));
        box.getStyleClass().add("term");
        return box;
    }
}
