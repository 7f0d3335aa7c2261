package companion.desktop.component;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A field that narrows a list as one types. Esc clears it; the key that reaches it is shown in it. */
public final class FilterField extends HBox {
    private final TextField field = new TextField();
    private final Label key = new Label("/");
    private Runnable down = () -> {};

    public FilterField() {
        this("Filter");
    }

    /** @param prompt what can be typed */
    public FilterField(String prompt) {
        this(prompt, "mdi2f-filter-variant");
    }

    /** @param icon of Material Design Icons */
    public FilterField(String prompt, String icon) {
        getStyleClass().add("filter-field");
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        key.getStyleClass().add("key");
        setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(new Icon(icon), field, key);
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                down.run();
                event.consume();
            }
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        field.focusedProperty().subscribe(focused ->
                pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focused-inside"), focused));
    }

    public ObservableValue<String> text() {
        return field.textProperty();
    }

    /** Goes to what is filtered. */
    public void onDown(Runnable next) {
        down = next;
    }

    public void clear() {
        field.clear();
    }

    /** Puts the cursor into it. */
    public void enter() {
        field.requestFocus();
        field.selectAll();
    }
}
