package companion.desktop.live.history;

import companion.desktop.component.CardNote;
import companion.desktop.component.Labels;
import companion.desktop.live.history.ComparisonModel.Value;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import companion.desktop.text.Format;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.Span;
import java.time.Instant;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What became of one execution, action by action; or what changed from one to another. */
final class HistoryDetail extends VBox {
    private static final int CONTEXT = 3;

    HistoryDetail() {
        getStyleClass().add("history-detail");
    }

    /** @param sentence says what to do, or why there is nothing */
    void say(String sentence) {
        getChildren().setAll(CardNote.empty(sentence));
    }

    void run(ExecutionRun run, Instant now) {
        var nodes = new ArrayList<Node>();
        nodes.add(Labels.of("Execution " + run.execution().id(), "small", "mono", "muted"));
        for (var stage : run.stages()) {
            nodes.add(line(HistoryModel.state(stage.status()), stage.name(), "", took(stage.span(), now), "strong"));
            for (var action : stage.actions()) {
                var about = action.failure() == null
                        ? action.provider() + (action.externalId() == null ? "" : ", " + action.externalId())
                        : action.failure().code() + ", " + action.failure().message();
                var line = line(HistoryModel.state(action.status()), action.name(), about, took(action.span(), now), "words");
                line.getStyleClass().add("history-action");
                nodes.add(line);
            }
        }
        getChildren().setAll(nodes);
    }

    private static String took(Span span, Instant now) {
        return span.length(now).map(Format::minutes).orElse("");
    }

    private static HBox line(State state, String name, String about, String took, String style) {
        var title = Labels.of(name, style);
        title.setMinWidth(USE_PREF_SIZE);
        var words = Labels.of(about, "small", "muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var length = Labels.of(took, "small", "mono");
        length.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(new StatusGlyph(14, state), title, words, length);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("history-line");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(name + ", " + state.spoken() + ", " + took + (about.isEmpty() ? "" : ", " + about));
        return line;
    }

    void comparison(Comparison comparison) {
        var nodes = new ArrayList<Node>();
        nodes.add(Labels.of("What changed", "strong"));
        if (comparison.changes().isEmpty()) {
            nodes.add(Labels.of("Nothing: same commit, same image, same task definition.", "muted"));
        } else {
            nodes.add(changes(comparison));
        }
        if (!comparison.taskDefinition().isEmpty()) {
            nodes.add(Labels.of("Task definition", "strong"));
            nodes.add(lines(comparison));
        }
        getChildren().setAll(nodes);
    }

    private static Node changes(Comparison comparison) {
        var grid = new GridPane();
        grid.getStyleClass().add("history-changes");
        for (double share : new double[] {26, 37, 37}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        var model = ComparisonModel.of(comparison);
        grid.addRow(0, cell("Execution", "muted"), cell("from " + model.before(), "mono"), cell("to " + model.after(), "mono"));
        int row = 1;
        for (var each : model.rows()) {
            grid.addRow(row++, cell(each.field(), "muted"), cell(each.before()), cell(each.after()));
        }
        return grid;
    }

    private static Label cell(Value value) {
        var label = cell(value.shown(), "mono");
        if (value.isCut()) {
            label.setTooltip(new Tooltip(value.full()));
            label.setAccessibleText(value.full());
        }
        return label;
    }

    private static Label cell(String text, String style) {
        var label = Labels.of(text, "small", style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    /** Lines that stayed the same are left out, but for a few around those that changed. */
    private static Node lines(Comparison comparison) {
        var box = new VBox();
        box.getStyleClass().add("history-diff");
        var lines = comparison.taskDefinition();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            int at = i;
            boolean near = java.util.stream.IntStream.rangeClosed(at - CONTEXT, at + CONTEXT)
                    .anyMatch(each -> each >= 0 && each < lines.size() && lines.get(each).kind() != Comparison.Line.Kind.SAME);
            if (near) {
                box.getChildren().add(line(lines.get(i)));
            } else if (!gap) {
                box.getChildren().add(Labels.of("⋯", "micro", "mono", "muted"));
            }
            gap = !near;
        }
        return box;
    }

    private static Label line(Comparison.Line line) {
        var label = Labels.of(
                switch (line.kind()) {
                    case SAME -> "  ";
                    case REMOVED -> "− ";
                    case ADDED -> "+ ";
                } + line.text(),
                "micro", "mono", "diff-" + line.kind().name().toLowerCase(java.util.Locale.ROOT));
        label.setMaxWidth(Double.MAX_VALUE);
        // What differs often stands at the end of a long line.
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
