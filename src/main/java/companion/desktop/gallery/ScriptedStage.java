package companion.desktop.gallery;

import companion.workshop.Guide;
import companion.workshop.Input;
import companion.workshop.Stage;
import companion.workshop.Step;
import companion.workshop.Values;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A stage as the script tells it. */
record ScriptedStage(
        String id, String title, String explanation, Guide guide, List<Input> inputs, Duration usual, List<Step> steps)
        implements Stage {

    static ScriptedStage of(Script script) {
        return new ScriptedStage(
                script.text("id"),
                script.text("title"),
                script.text("explanation"),
                guide(script.child("guide")),
                script.children("inputs").stream().map(ScriptedStage::input).toList(),
                Duration.ofSeconds((long) script.number("usual")),
                script.children("steps").stream().<Step>map(ScriptedStep::of).toList());
    }

    private static Guide guide(Script script) {
        var terms = script.children("terms").stream()
                .map(term -> new Guide.Term(term.text("name"), term.text("meaning")))
                .toList();
        var corrections = script.children("corrections").stream()
                .map(each -> new Guide.Correction(each.text("old"), each.text("now"), each.text("because")))
                .toList();
        var asked = script.child("question");
        var question = asked.has("text")
                ? new Guide.Question(
                        asked.text("text"), asked.texts("answers"), (int) asked.number("right"),
                        asked.text("explanation"))
                : null;
        return new Guide(script.text("title"), script.text("why"), terms, corrections, question);
    }

    private static Input input(Script script) {
        Function<String, Optional<String>> problem = value ->
                script.has("pattern") && !value.matches(script.text("pattern"))
                ? Optional.of(script.text("label") + " must be: " + script.text("help"))
                : Optional.empty();
        return new Input(
                script.text("id"),
                script.text("label"),
                script.text("help"),
                Input.Kind.valueOf(script.text("kind")),
                script.text("suggestion"),
                script.texts("choices"),
                problem);
    }

    @Override
    public List<Step> steps(Values values) {
        return steps;
    }
}
