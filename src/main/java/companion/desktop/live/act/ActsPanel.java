package companion.desktop.live.act;

import companion.desktop.component.Buttons;
import companion.desktop.component.EscapeScope;
import companion.desktop.component.Explained;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.fx.Focus;
import companion.desktop.text.Format;
import companion.monitor.act.Act;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done to a release, each with the call that it would make written beside it. What has to be said with it,
 * a reason, a comment, the execution to go back to, is typed and chosen here.
 */
public final class ActsPanel extends VBox implements EscapeScope {
    private static final double TARGET_WIDTH = 240;
    private static final String DEFAULT_REASON = "Held from the live view";

    private final Pilot pilot;
    private final ZoneId zone;
    private final RollbackTargets rollback;
    private final ComboBox<String> stage = new ComboBox<>();
    private final ComboBox<String> target = new ComboBox<>();
    private final Explained noTarget = new Explained(target);
    private final TextField reason = new TextField(DEFAULT_REASON);
    private final TextField comment = new TextField();
    private final VBox body = new VBox();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Button close;
    private @Nullable ReleaseSnapshot shown;
    private ActsModel model = new ActsModel(List.of(), "", List.of(), List.of());
    private String wanted = "";
    private boolean filling;

    /** @param closed what its close button does */
    public ActsPanel(Pilot pilot, ZoneId zone, RollbackTargets rollback, Runnable closed) {
        this.pilot = pilot;
        this.rollback = rollback;
        this.zone = zone;
        getStyleClass().addAll("card-box", "acts-panel");
        close = Buttons.icon("Close, Esc", "mdi2c-close", closed);
        var head = new HBox(
                Labels.of("Act", "strong"), Labels.of("each call is shown before it is made", "small", "muted"),
                RowButton.gap(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        field(reason, "Reason, which others see");
        field(comment, "Comment, which others see");
        stage.setAccessibleText("Stage");
        target.setAccessibleText("Execution to roll back to");
        target.setPromptText("Execution to roll back to");
        // Its words are long; the reason beside it needs the room more.
        target.setMaxWidth(TARGET_WIDTH);
        target.setMinWidth(TARGET_WIDTH);
        stage.valueProperty().subscribe((before, now) -> chosen(now));
        target.valueProperty().subscribe((before, now) -> paint());
        body.getStyleClass().add("acts-body");
        getChildren().addAll(head, body);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                closed.run();
                event.consume();
            }
        });
    }

    private void field(TextField field, String prompt) {
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().subscribe((before, now) -> paint());
    }

    /** Shows what can be done to a release now. */
    public void show(ReleaseSnapshot snapshot) {
        shown = snapshot;
        paint();
    }

    /** Shows what can be done to a stage, ready to say why. */
    public void choose(String name) {
        wanted = name;
        paint();
        reason.requestFocus();
        reason.selectAll();
    }

    /** Puts the keyboard on it. */
    public void enter() {
        Focus.enter(body);
    }

    private void chosen(@Nullable String name) {
        if (!filling && name != null) {
            wanted = name;
            paint();
        }
    }

    private void paint() {
        if (shown == null || filling) {
            return;
        }
        int at = Math.max(0, target.getSelectionModel().getSelectedIndex());
        var wish = new ActsModel.Wish(wanted, reason.getText(), comment.getText(), "");
        var first = ActsModel.of(shown, wish, this::targets);
        var id = at < first.targets().size() ? first.targets().get(at).id() : "";
        model = ActsModel.of(shown, new ActsModel.Wish(wanted, reason.getText(), comment.getText(), id), this::targets);
        filling = true;
        fill(stage, model.stages(), model.stage());
        var labels = model.targets().stream().map(this::label).toList();
        fill(target, labels, at < labels.size() ? labels.get(at) : null);
        noTarget.show(labels.isEmpty() ? "No earlier execution succeeded in this stage." : "");
        filling = false;
        var nodes = new ArrayList<Node>();
        for (var group : model.groups()) {
            var section = sections.computeIfAbsent(group.title(), Section::new);
            section.rows.show(pilot.offered(group.acts()), section.list);
            nodes.add(section);
        }
        if (!nodes.equals(body.getChildren())) {
            body.getChildren().setAll(nodes);
        }
    }

    private List<ExecutionSnapshot> targets(PipelineSnapshot pipeline, StageSnapshot of) {
        return rollback.of(pipeline, of, this::paint);
    }

    private static void fill(ComboBox<String> box, List<String> items, @Nullable String value) {
        if (!items.equals(box.getItems())) {
            box.getItems().setAll(items);
        }
        if (!Objects.equals(value, box.getValue())) {
            box.setValue(value);
        }
    }

    private String label(ExecutionSnapshot execution) {
        var start = execution.span().start();
        var commit = execution.commitId();
        return execution.id().substring(0, Math.min(8, execution.id().length()))
                + (start == null ? "" : ", " + Format.time(start, zone))
                + (commit == null ? "" : ", " + commit.substring(0, Math.min(7, commit.length())))
                + (execution.commitMessage() == null ? "" : " " + execution.commitMessage());
    }

    /** A title with what is asked for, above the acts. */
    private final class Section extends VBox {
        private final VBox list = new VBox();
        private final Repeated<Act, ActRow> rows = new Repeated<>(() -> new ActRow(pilot), ActRow::show);

        Section(String title) {
            super();
            getStyleClass().add("acts-section");
            list.getStyleClass().add("acts-rows");
            var name = Labels.of(title, "small", "strong", "muted", "acts-title");
            name.setMinWidth(USE_PREF_SIZE);
            var asked = switch (title) {
                case "Stage" -> new Node[] {stage, reason, noTarget};
                case "Approval" -> new Node[] {comment};
                default -> new Node[0];
            };
            var head = new HBox(name);
            head.getChildren().addAll(asked);
            head.setAlignment(Pos.CENTER_LEFT);
            head.getStyleClass().add("buttons");
            for (var each : asked) {
                HBox.setHgrow(each, each instanceof TextField ? Priority.ALWAYS : Priority.NEVER);
            }
            getChildren().addAll(head, list);
        }
    }
}
