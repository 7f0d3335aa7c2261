package companion.desktop.live;

import companion.desktop.component.Buttons;
import companion.desktop.component.CodeText;
import companion.desktop.component.CopyButton;
import companion.desktop.component.Icon;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.live.LiveModel.Jump;
import companion.desktop.live.LiveModel.WaitNote;
import companion.desktop.live.act.ActButton;
import companion.desktop.live.act.Pilot;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.monitor.act.Act;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a deployment waits for, how long still, what that costs, and what can be done about it, with the call behind it. */
final class WaitPanel extends StackPane {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    private final Pilot pilot;
    private final Repeated<Act, ActButton> buttons;
    private final StatusGlyph glyph = new StatusGlyph(16);
    private final Label title = Labels.of("", "strong");
    private final Label figure = Labels.of("", "mono", "countdown");
    private final Label beside = Labels.of("", "muted");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Label cost = Labels.of("", "small", "muted");
    private final Button jump;
    private final VBox acts = new VBox();
    private final Icon chevron = new Icon("mdi2c-chevron-right", 18);
    private final Label operation = Labels.of("", "small", "mono", "muted");
    private final Label reason = Labels.of("", "small", "muted");
    private final RowButton callRow;
    private final CodeText code = new CodeText();
    private final VBox call = new VBox(code);
    private final VBox tell;
    private final VBox explain;
    private final VBox act;
    private @Nullable WaitNote shown;

    /** @param jumpTo takes the practice clock there */
    WaitPanel(Pilot pilot, Consumer<Instant> jumpTo) {
        this.pilot = pilot;
        this.buttons = new Repeated<>(() -> new ActButton(pilot), ActButton::show);
        getStyleClass().addAll("card-box", "wait-panel");
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        cost.setWrapText(true);
        cost.setMinHeight(USE_PREF_SIZE);
        figure.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(glyph, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("note-head");
        var count = new HBox(figure, beside);
        count.setAlignment(Pos.BASELINE_LEFT);
        count.getStyleClass().add("figure-line");
        jump = Buttons.of("", "mdi2f-fast-forward-outline", () -> {
            if (shown != null && shown.jump() != null) {
                jumpTo.accept(shown.jump().to());
            }
        });
        jump.getStyleClass().add("accent");
        jump.setMaxWidth(Double.MAX_VALUE);
        jump.setTooltip(new Tooltip("The practice clock jumps; nothing is called on AWS"));
        acts.getStyleClass().add("buttons");
        call.getStyleClass().add("wait-call");
        var copy = new CopyButton("Copy the command", "Copy");
        copy.copies(code::getAccessibleText);
        call.getChildren().add(copy);
        var showCall = Labels.of("Show the call", "small", "muted");
        showCall.setMinWidth(USE_PREF_SIZE);
        operation.setMinWidth(USE_PREF_SIZE);
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        callRow = new RowButton(chevron, showCall, RowButton.gap(), operation);
        callRow.getStyleClass().add("show-call");
        callRow.setAccessibleText("Show the call");
        callRow.onPress(() -> open(!call.isVisible()));
        tell = new VBox(head, count, bar);
        explain = new VBox(words, cost);
        act = new VBox(acts, reason, callRow, call);
        List.of(tell, explain, act).forEach(part -> part.getStyleClass().add("wait-part"));
        act.getStyleClass().add("wait-acts");
        open(false);
        wide(false);
    }

    /** Shows the call, or hides it again. */
    void open(boolean opened) {
        chevron.setCode(opened ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
        call.setVisible(opened);
        call.setManaged(opened);
    }

    /** Lays it out side by side, where it stands above the deployment; otherwise it is a column beside it. */
    void wide(boolean on) {
        if (on) {
            var row = new HBox(tell, explain, act);
            HBox.setHgrow(explain, Priority.ALWAYS);
            row.getStyleClass().add("wait-row");
            getChildren().setAll(row);
        } else {
            var gap = new Region();
            VBox.setVgrow(gap, Priority.ALWAYS);
            var column = new VBox(tell, explain, gap, act);
            column.getStyleClass().add("wait-column");
            getChildren().setAll(column);
        }
        pseudoClassStateChanged(WIDE, on);
    }

    /** @param possible ending the wait and going back, as far as they make sense now */
    void show(WaitNote note, List<Act> possible) {
        shown = note;
        glyph.setState(note.state());
        title.setText(note.title());
        figure.setText(note.figure());
        beside.setText(note.beside());
        bar.setProgress(Math.clamp(note.gone(), 0, 1));
        bar.setAccessibleText(note.title());
        shown(bar, note.gone() >= 0);
        words.setText(note.explanation());
        cost.setText(note.cost());
        shown(cost, !note.cost().isEmpty());
        var to = note.jump();
        jump.setText(to == null ? "" : to.label());
        jump.setAccessibleText(jump.getText());
        if (buttons.show(possible) || (to != null) != acts.getChildren().contains(jump)) {
            acts.getChildren().setAll(buttons.nodes());
            if (to != null) {
                acts.getChildren().addFirst(jump);
            }
        }
        var first = possible.stream().filter(each -> each.blocked().isEmpty()).findFirst();
        shown(callRow, first.isPresent());
        if (first.isEmpty()) {
            open(false);
        }
        reason.setText(first.isPresent() ? "" : possible.stream().flatMap(each -> each.blocked().stream()).findFirst().orElse(""));
        shown(reason, !reason.getText().isEmpty());
        operation.setText(first.map(Act::operation).orElse(""));
        var command = first.map(pilot::command).orElse("");
        if (!command.equals(code.getAccessibleText())) {
            code.showCommand(command);
        }
    }

    /** Does what the accented button does, if there is one. */
    void primary() {
        if (shown != null && shown.jump() instanceof Jump) {
            jump.fire();
        } else if (buttons.nodes().size() > 1) {
            buttons.nodes().getFirst().fire();
        }
    }

    /** Turns the ring while something runs, or lets it stand. */
    void turn(boolean on) {
        glyph.turn(on && glyph.getState() == State.RUNNING);
    }

    private static void shown(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
