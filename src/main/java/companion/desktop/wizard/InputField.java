package companion.desktop.wizard;

import companion.desktop.component.Buttons;
import companion.desktop.component.Explained;
import companion.workshop.Input;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** A choice of the learner: label, control, and in words what is wrong with what was typed. */
final class InputField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Input input;
    private final BiConsumer<Input, String> chosen;
    private final Runnable judged;
    private final Label problem = new Label();
    private final List<Explained> explained = new ArrayList<>();
    private final Control control;
    private Optional<String> wrong = Optional.empty();
    private boolean telling = true;

    /** @param chosen told of each right value; {@code judged} after each that was looked at */
    InputField(Input input, BiConsumer<Input, String> chosen, Runnable judged) {
        this.input = input;
        this.chosen = chosen;
        this.judged = judged;
        getStyleClass().addAll("input-field", "input-" + input.kind().name().toLowerCase(java.util.Locale.ROOT));
        var label = new Label(input.label());
        label.getStyleClass().addAll("small", "muted");
        problem.getStyleClass().addAll("small", "input-problem");
        problem.setWrapText(true);
        control = input.choices().isEmpty() ? text() : choice();
        control.setId("input-" + input.id());
        control.setAccessibleText(input.label());
        control.setAccessibleHelp(input.help());
        control.setTooltip(new Tooltip(input.help()));
        label.setLabelFor(control);
        getChildren().addAll(label, input.kind() == Input.Kind.FOLDER ? withChooser() : explain(control));
    }

    private Explained explain(Control each) {
        var why = new Explained(each);
        explained.add(why);
        return why;
    }

    private TextField text() {
        var field = new TextField();
        field.setMaxWidth(Double.MAX_VALUE);
        field.textProperty().subscribe((before, value) -> judge(value));
        return field;
    }

    private ComboBox<String> choice() {
        var box = new ComboBox<String>();
        box.getItems().setAll(input.choices());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe((before, value) -> judge(value));
        return box;
    }

    private StackPane withChooser() {
        Button browse = Buttons.icon("Choose the folder", "mdi2f-folder-outline", this::browse);
        var chooser = explain(browse);
        chooser.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var holder = new StackPane(explain(control), chooser);
        holder.getStyleClass().add("with-chooser");
        StackPane.setAlignment(chooser, javafx.geometry.Pos.CENTER_RIGHT);
        return holder;
    }

    private void browse() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(input.label());
        var start = new File(((TextField) control).getText());
        chooser.setInitialDirectory(start.isDirectory() ? start : new File(System.getProperty("user.home")));
        var folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            ((TextField) control).setText(folder.getPath());
        }
    }

    private void judge(String value) {
        if (!telling || value == null) {
            return;
        }
        wrong = input.problem().apply(value);
        show();
        if (wrong.isEmpty()) {
            chosen.accept(input, value);
        }
        judged.run();
    }

    private void show() {
        problem.setText(wrong.orElse(""));
        control.pseudoClassStateChanged(WRONG, wrong.isPresent());
        control.setAccessibleHelp(wrong.orElse(input.help()));
        getChildren().remove(problem);
        if (wrong.isPresent()) {
            getChildren().add(problem);
        }
    }

    /** What is wrong with what stands in it. */
    Optional<String> wrong() {
        return wrong;
    }

    /**
     * Shows the session's value, unless something is being typed that is not right yet.
     *
     * @param locked why it cannot be changed now; empty if it can
     */
    void show(String value, String locked) {
        explained.forEach(each -> each.show(locked));
        if (wrong.isPresent() && locked.isEmpty()) {
            return;
        }
        telling = false;
        switch (control) {
            case TextField field when !field.getText().equals(value) -> field.setText(value);
            case ComboBox<?> box -> select(value);
            default -> {}
        }
        telling = true;
    }

    @SuppressWarnings("unchecked")
    private void select(String value) {
        ((ComboBox<String>) control).setValue(value);
    }

    /** A row of fields that share the width, a folder's the most. */
    static void grow(InputField field) {
        HBox.setHgrow(field, field.input.kind() == Input.Kind.FOLDER ? Priority.ALWAYS : Priority.SOMETIMES);
    }
}
