package companion.desktop.component;

import companion.desktop.text.Command;
import companion.workshop.Call;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The calls of a step in three languages, how they were answered, and below them what was found. */
public final class CallPreview extends VBox {
    private final Label answer = new Label();
    private final CopyButton copy = new CopyButton("Copy the command", "Copy");
    private final CodeText code = new CodeText();
    private final CodeText template = new CodeText();
    private final ScrollPane scroll = new ScrollPane(template);
    private final VBox body = new VBox();
    private final Segmented<Language> languages;
    private List<Call> calls = List.of();
    private Language language = Language.CLI;

    /** The languages a call can be read in. */
    private enum Language {
        CLI("AWS CLI", Call::cli),
        SDK("SDK for Java", Call::sdk),
        CLOUD_FORMATION("CloudFormation", Call::cloudFormation);

        final String label;
        final Function<Call, @Nullable String> of;

        Language(String label, Function<Call, @Nullable String> of) {
            this.label = label;
            this.of = of;
        }
    }

    public CallPreview() {
        getStyleClass().add("call-preview");
        languages = new Segmented<>(
                List.of(Language.values()).stream()
                        .map(each -> new Segmented.Choice<>(each, each.label, each.label))
                        .toList(),
                this::open);
        languages.getStyleClass().add("small");
        answer.getStyleClass().addAll("small", "muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(languages, gap, answer, copy);
        head.getStyleClass().add("call-head");
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("call-body");
        scroll.getStyleClass().addAll("template-scroll", "edge-to-edge");
        scroll.setAccessibleText("CloudFormation template");
        getChildren().addAll(head, body);
        copy.copies(this::text);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.C && !event.isShortcutDown()) {
                copy.fire();
                event.consume();
            }
        });
    }

    /**
     * @param answered {@code answered 200 in 0.41 s} or {@code would call}
     * @param below what was found; may be empty
     */
    public void show(List<Call> next, String answered, List<? extends Node> below) {
        calls = next;
        answer.setText(answered);
        for (var each : Language.values()) {
            languages.offer(
                    each,
                    calls.stream().anyMatch(call -> each.of.apply(call) != null)
                            ? ""
                            : "This call has no form in " + each.label + ".");
        }
        languages.show(language);
        getChildren().remove(2, getChildren().size());
        getChildren().addAll(below);
        paint();
    }

    private void open(Language next) {
        language = next;
        paint();
    }

    private String text() {
        return calls.stream().map(language.of).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private void paint() {
        switch (language) {
            case CLI -> code.showCommand(text());
            case SDK -> code.show(Command.java(text()));
            case CLOUD_FORMATION -> template.show(Command.yaml(text()));
        }
        // A whole template is long: it scrolls in its place, and its lines are not broken.
        body.getChildren().setAll(language == Language.CLOUD_FORMATION ? scroll : code);
    }
}
