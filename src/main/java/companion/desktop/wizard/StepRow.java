package companion.desktop.wizard;

import companion.desktop.component.Buttons;
import companion.desktop.component.Icon;
import companion.desktop.component.RowButton;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.desktop.text.Format;
import java.time.Duration;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A step: one line, which opens what it calls, what came of it, and what can be done about it. */
final class StepRow extends VBox {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final StatusGlyph glyph = new StatusGlyph(16);
    private final Label word = new Label();
    private final Label title = new Label();
    private final Label note = new Label();
    private final Label service = new Label();
    private final Label operation = new Label();
    private final Label took = new Label();
    private final Button remedy;
    private final Icon chevron = new Icon("mdi2c-chevron-right", 18);
    private final HBox cells;
    private final HBox name;
    private final VBox middle;
    private final HBox tail;
    private final RowButton row;
    private final StepBody body;
    private @Nullable StepItem item;
    private boolean open;
    private boolean calls = true;

    /** @param mend what the row's button does: tries again, or repairs */
    StepRow(StepBody body, Runnable mend, Runnable toggled) {
        getStyleClass().add("step");
        this.body = body;
        word.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("step-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("small", "muted");
        name = new HBox(title, note);
        name.getStyleClass().add("step-name");
        middle = new VBox(name);
        middle.getStyleClass().add("step-middle");
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        service.getStyleClass().addAll("small", "muted", "step-service");
        operation.getStyleClass().addAll("small", "mono", "step-operation");
        cells = new HBox(service, operation);
        cells.getStyleClass().add("step-cells");
        operation.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(operation, Priority.ALWAYS);
        took.getStyleClass().addAll("small", "mono", "muted", "step-took");
        remedy = Buttons.small("Retry", "mdi2r-reload", mend);
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        tail = new HBox(cells, took, remedy);
        tail.getStyleClass().add("step-tail");
        tail.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(cells, Priority.ALWAYS);
        row = new RowButton(glyph, word, middle, tail, chevron);
        row.getStyleClass().add("step-row");
        row.onPress(toggled);
        getChildren().add(row);
    }

    RowButton row() {
        return row;
    }

    boolean isOpen() {
        return open;
    }

    /** Shows a step; nothing is rebuilt if it is the same as before. */
    void show(StepItem next, int number, int of, boolean opened, BiFunction<String, String, String> answers) {
        boolean same = next.equals(item) && opened == open;
        item = next;
        open = opened;
        if (same) {
            return;
        }
        boolean running = next.state() == State.RUNNING;
        glyph.setState(next.state());
        word.setText(next.word());
        word.getStyleClass().setAll("label", "small", "state-word", "step-word", next.state().tone().styleClass());
        title.setText(next.step().title());
        note.setText(next.note());
        service.setText(next.step().service());
        operation.setText(next.step().operation());
        took.setText(next.took().map(Format::seconds).orElse(""));
        remedy.setVisible(next.remedy() != StepItem.Remedy.NONE);
        remedy.setManaged(next.remedy() != StepItem.Remedy.NONE);
        boolean repair = next.remedy() == StepItem.Remedy.REPAIR;
        remedy.setText(repair ? "Repair" : "Retry");
        remedy.setAccessibleText(remedy.getText() + " " + next.step().title());
        remedy.setGraphic(new Icon(repair ? "mdi2w-wrench-outline" : "mdi2r-reload", 14));
        pseudoClassStateChanged(RUNNING, running);
        row.setAccessibleText(next.spoken(number, of));
        chevron.setCode(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
        getChildren().setAll(row);
        if (next.outcome() instanceof StepItem.Outcome.Broken broken && !open) {
            getChildren().add(StepBody.cause(broken.problem()));
        }
        if (open) {
            getChildren().add(body.of(next, calls, answers));
        }
    }

    /** Shows how long the running step has been running. */
    void tick(Duration running) {
        if (item != null && item.state() == State.RUNNING) {
            took.setText(Format.ticking(running));
        }
    }

    /** Turns the glyph of a running step, or lets it stand. */
    void turn(boolean on) {
        glyph.turn(on && item != null && item.state() == State.RUNNING);
    }

    /** Puts services and operations under the name, or beside it. */
    void tight(boolean now) {
        pseudoClassStateChanged(TIGHT, now);
        if (now) {
            tail.getChildren().setAll(took, remedy);
            middle.getChildren().setAll(name, cells);
        } else {
            middle.getChildren().setAll(name);
            tail.getChildren().setAll(cells, took, remedy);
        }
    }

    /** Shows services and operations, or leaves them out. */
    void showCalls(boolean shown) {
        calls = shown;
        cells.setVisible(shown);
        cells.setManaged(shown);
        item = null;
    }
}
