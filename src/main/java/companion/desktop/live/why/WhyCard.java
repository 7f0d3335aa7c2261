package companion.desktop.live.why;

import companion.desktop.component.Buttons;
import companion.desktop.component.CodeText;
import companion.desktop.component.CopyButton;
import companion.desktop.component.Icon;
import companion.desktop.component.Labels;
import companion.desktop.component.Prose;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.live.act.ActButton;
import companion.desktop.live.act.Pilot;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.desktop.status.StatusGlyph;
import companion.monitor.act.Act;
import companion.monitor.why.Why;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Why a release failed, or came through only by luck: the headline in plain words, then the evidence, the likely cause and what
 * to do, with the calls of its buttons to be read before one is pressed.
 */
public final class WhyCard extends VBox {
    private static final String NONE = "No known cause. What AWS says is below; Copy details takes all of it along.";
    private static final String NO_WORD = "No known cause, and AWS says no more about it.";
    private static final String NOTHING = "Nothing failed.";

    private final ZoneId zone;
    private final Pilot pilot;
    private final Repeated<Act, ActButton> buttons;
    private final HBox acts = new HBox();
    private final HBox foot = new HBox();
    private final Label note = Labels.of("", "small", "muted");
    private final VBox parts = new VBox();
    private final VBox calls = new VBox();
    private final RowButton showCalls;
    private final Button leave;
    private @Nullable Why shown;
    private String details = "";
    private List<Act> possible = List.of();

    /** @param left shows the release again */
    public WhyCard(Pilot pilot, ZoneId zone, Runnable left) {
        this.pilot = pilot;
        this.zone = zone;
        buttons = new Repeated<>(() -> new ActButton(pilot), ActButton::show);
        getStyleClass().addAll("card-box", "why-card");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(NOTHING);
        acts.getStyleClass().add("buttons");
        showCalls = new RowButton(new Icon("mdi2c-code-tags"), Labels.of("Show the calls", "strong"));
        showCalls.getStyleClass().add("why-show-calls");
        showCalls.setAccessibleText("Show the calls");
        showCalls.onPress(() -> open(!calls.isVisible()));
        leave = Buttons.small("Show the release", "", left);
        leave.getStyleClass().add("flat");
        leave.setTooltip(new Tooltip("Show the release, W"));
        leave.setMinWidth(USE_PREF_SIZE);
        note.setMinWidth(0);
        foot.getChildren().addAll(acts, showCalls, RowButton.gap(), note);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("why-foot");
        calls.getStyleClass().add("why-calls");
        getChildren().addAll(parts, calls, foot);
        open(false);
    }

    /**
     * @param offered the acts of the view, of which those that the next steps name get a button
     */
    public void show(Why why, List<Act> offered) {
        if (!why.equals(shown)) {
            shown = why;
            paint(WhyModel.of(why, zone));
        }
        var model = WhyModel.of(why, zone);
        possible = named(model, offered);
        if (buttons.show(possible)) {
            acts.getChildren().setAll(buttons.nodes());
            for (int i = 0; i < buttons.nodes().size(); i++) {
                buttons.nodes().get(i).primary(i == 0 && model.note().isEmpty());
            }
        }
        shown(foot, !possible.isEmpty());
        note.setText(model.note());
    }

    /** In the order in which the steps name them, each operation once. */
    private static List<Act> named(WhyModel model, List<Act> offered) {
        var found = new ArrayList<Act>();
        for (var operation : model.operations()) {
            offered.stream()
                    .filter(act -> act.operation().equals(operation) && act.blocked().isEmpty())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Does what the first button does, if that is of any use. */
    public void primary() {
        if (blocked().isEmpty()) {
            buttons.nodes().stream().findFirst().ifPresent(ActButton::fire);
        }
    }

    /** Why the first button is of no use by itself; empty if it is. */
    public String blocked() {
        return note.getText();
    }

    /** Shows the calls, or hides them again. */
    public void open(boolean opened) {
        calls.getChildren().clear();
        if (opened) {
            possible.forEach(act -> calls.getChildren().add(call(act)));
        }
        shown(calls, opened);
    }

    private Node call(Act act) {
        var code = new CodeText();
        code.showCommand(pilot.command(act));
        HBox.setHgrow(code, Priority.ALWAYS);
        var row = new HBox(code, new CopyButton("Copy the command", () -> pilot.command(act)));
        row.getStyleClass().add("why-call");
        return row;
    }

    private void paint(WhyModel model) {
        details = model.details();
        getStyleClass().removeAll("trouble", "warn");
        getStyleClass().add("trouble");
        if (model.state() != State.FAILED) {
            getStyleClass().add("warn");
        }
        setAccessibleText(model.spoken());
        parts.getChildren().setAll(head(model));
        if (!model.what().isEmpty()) {
            parts.getChildren().add(part("What failed", failed(model)));
        }
        if (!model.log().isEmpty()) {
            parts.getChildren().add(part("In the log", WhyLines.log(model.log())));
        }
        parts.getChildren().add(part("Likely cause", cause(model)));
        if (!model.evidence().isEmpty()) {
            parts.getChildren().add(part("AWS says", WhyLines.evidence(model.evidence())));
        }
        if (!model.next().isEmpty()) {
            parts.getChildren().add(part("Do next", WhyLines.steps(model.next())));
        }
        open(false);
    }

    private Node head(WhyModel model) {
        var headline = Labels.of(model.headline(), "heading");
        headline.setWrapText(true);
        headline.setMinHeight(USE_PREF_SIZE);
        var about = Prose.line(model.about());
        about.getStyleClass().addAll("small", "muted", "why-about");
        var names = new VBox(headline, about);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        var copy = new CopyButton("Copy details", "Copy details");
        copy.getStyleClass().remove("flat");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.copies(() -> details);
        var head = new HBox(new StatusGlyph(18, model.state()), names, leave, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("why-head");
        return head;
    }

    private static Node failed(WhyModel model) {
        var what = Labels.of(model.what(), "mono", "why-what");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        var how = Labels.of(model.how(), "small", "muted");
        how.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(what, how);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("why-row");
        return row;
    }

    private static Node cause(WhyModel model) {
        var box = new VBox(Prose.line(
                !model.cause().isEmpty() ? model.cause() : model.evidence().isEmpty() ? NO_WORD : NONE));
        box.getStyleClass().add("why-cause");
        var field = model.field();
        if (field != null) {
            var expected = Labels.of(field.expected(), "small", "mono", "strong", "difference-expected");
            var found = Labels.of(field.found(), "small", "mono", "strong", "difference-found");
            var row = new Wrapped(
                    Labels.of(field.name(), "small", "mono"), pair("expected", expected), pair("found", found),
                    new StatusBadge(State.DIFFERS, "Differs"));
            row.setRowValignment(VPos.CENTER);
            row.getStyleClass().add("why-field");
            row.setAccessibleRole(AccessibleRole.TEXT);
            row.setAccessibleText(field.name() + ", expected " + field.expected() + ", found " + field.found());
            row.setMaxWidth(USE_PREF_SIZE);
            box.getChildren().add(row);
        }
        return box;
    }

    /** In one line where there is room for it: a value that is cut could not be compared. */
    private static final class Wrapped extends FlowPane {
        Wrapped(Node... parts) {
            super(parts);
            setMinHeight(USE_PREF_SIZE);
        }

        @Override
        protected double computePrefWidth(double height) {
            double parts = getManagedChildren().stream().mapToDouble(each -> snapSizeX(each.prefWidth(-1))).sum();
            return snappedLeftInset() + parts + snapSpaceX(getHgap()) * (getManagedChildren().size() - 1) + snappedRightInset();
        }
    }

    private static Node pair(String name, Label value) {
        var pair = new HBox(Labels.of(name, "small", "muted"), value);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.getStyleClass().add("why-pair");
        return pair;
    }

    private static Node part(String title, Node content) {
        var name = Labels.of(title, "small", "strong", "muted", "why-name");
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(content, Priority.ALWAYS);
        var part = new HBox(name, content);
        part.getStyleClass().add("why-part");
        return part;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
