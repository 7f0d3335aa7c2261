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
import companion.desktop.status.StatusGlyph;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.why.Why;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Why a release failed, or came through only by luck: the headline in plain words, then the evidence, the likely cause and what
 * to do, with the calls of its buttons to be read before one is pressed.
 */
public final class WhyCard extends VBox {
    private static final String NOTHING = "Nothing failed.";

    private final ZoneId zone;
    private final Pilot pilot;
    private final SourceLink sources;
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
    private String idle = "";
    private List<Act> possible = List.of();

    /** @param left shows the release again */
    public WhyCard(Pilot pilot, ZoneId zone, SourceLink sources, Runnable left) {
        this.pilot = pilot;
        this.sources = sources;
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
        var before = possible;
        possible = named(model, offered);
        idle = possible.stream().anyMatch(act -> act.kind() == Kind.MEND) ? "" : model.note();
        if (calls.isVisible() && !possible.equals(before)) {
            open(true);
        }
        if (buttons.show(possible)) {
            acts.getChildren().setAll(buttons.nodes());
            for (int i = 0; i < buttons.nodes().size(); i++) {
                buttons.nodes().get(i).primary(i == 0 && idle.isEmpty());
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
        return found.stream().anyMatch(WhyCard::mendsAndRetries)
                ? found.stream().map(act -> act.kind() == Kind.RETRY_STAGE ? act.labelled(act.label() + " only") : act).toList()
                : found;
    }

    private static boolean mendsAndRetries(Act act) {
        return act.kind() == Kind.MEND && act.requests().size() > 1;
    }

    /** Does what the first button does, if that is of any use. */
    public void primary() {
        if (blocked().isEmpty()) {
            buttons.nodes().stream().findFirst().ifPresent(ActButton::fire);
        }
    }

    /** Why the first button is of no use by itself; empty if it is. */
    public String blocked() {
        return idle;
    }

    /** Shows the calls, or hides them again. */
    public void open(boolean opened) {
        calls.getChildren().clear();
        if (opened) {
            possible.stream()
                    .flatMap(act -> pilot.commands(act).stream())
                    .distinct()
                    .forEach(command -> calls.getChildren().add(call(command)));
        }
        shown(calls, opened);
    }

    private static Node call(String command) {
        var code = new CodeText();
        code.showCommand(command);
        HBox.setHgrow(code, Priority.ALWAYS);
        var row = new HBox(code, new CopyButton("Copy the command", () -> command));
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
        parts.getChildren().add(part("Likely cause", LikelyCause.of(model)));
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

    private Node failed(WhyModel model) {
        var what = Labels.of(model.what(), "mono", "why-what");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        var how = Labels.of(model.how(), "small", "muted");
        how.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(what, how);
        var source = model.source();
        if (source != null) {
            row.getChildren().addAll(RowButton.gap(), link(source));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("why-row");
        return row;
    }

    private Node link(Why.Source source) {
        var link = new Hyperlink(WhyModel.words(source));
        link.setMinWidth(USE_PREF_SIZE);
        link.getStyleClass().add("small");
        link.setOnAction(event -> {
            link.setVisited(false);
            sources.follow(source);
        });
        link.setTooltip(new Tooltip(sources.words(source)));
        link.setAccessibleText(sources.words(source));
        return link;
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
