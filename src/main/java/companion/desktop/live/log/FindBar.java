package companion.desktop.live.log;

import companion.desktop.component.Buttons;
import companion.desktop.component.Explained;
import companion.desktop.component.Icon;
import companion.desktop.component.Labels;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Looks for a text in a log: how often it is there, and the way from one to the next. Enter goes on, Shift Enter back. */
final class FindBar extends HBox {
    private final TextField field = new TextField();
    private final Label count = Labels.of("", "small", "muted");
    private final Explained noBack;
    private final Explained noOn;

    /**
     * @param typed gets what is looked for
     * @param step goes to the next one, or back if true
     * @param close what Esc does
     */
    FindBar(Consumer<String> typed, Consumer<Boolean> step, Runnable close) {
        getStyleClass().addAll("filter-field", "find-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText("Find in the log");
        field.setAccessibleText("Find in the log");
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setMinWidth(USE_PREF_SIZE);
        var back = Buttons.icon("Previous match, Shift Enter", "mdi2c-chevron-up", () -> step.accept(true));
        var on = Buttons.icon("Next match, Enter", "mdi2c-chevron-down", () -> step.accept(false));
        var shut = Buttons.icon("Close, Esc", "mdi2c-close", close);
        for (var button : new Button[] {back, on, shut}) {
            button.getStyleClass().add("small");
        }
        noBack = new Explained(back);
        noOn = new Explained(on);
        count(0, 0);
        getChildren().addAll(new Icon("mdi2m-magnify"), field, count, noBack, noOn, shut);
        field.textProperty().subscribe((before, now) -> typed.accept(now));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step.accept(event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    void enter() {
        field.requestFocus();
        field.selectAll();
    }

    String wanted() {
        return field.getText();
    }

    void clear() {
        field.clear();
    }

    /** @param at which of them is shown, from 1; 0 while none is */
    void count(int at, int hits) {
        boolean any = !wanted().isEmpty();
        count.setText(!any ? "" : hits == 0 ? "No match" : (at == 0 ? "" : at + " of ") + hits);
        var why = hits > 0 ? "" : any ? "No line has this text." : "Type what to look for first.";
        noBack.show(why);
        noOn.show(why);
    }
}
