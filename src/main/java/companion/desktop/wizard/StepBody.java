package companion.desktop.wizard;

import companion.desktop.component.CallPreview;
import companion.desktop.component.DifferenceTable;
import companion.desktop.component.FoundLine;
import companion.desktop.component.ProblemCard;
import companion.desktop.component.Prose;
import companion.desktop.status.State;
import companion.workshop.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What an open row shows: the calls, how they were answered, and what came of the step. Keeps the language chosen. */
final class StepBody {
    private final CallPreview preview = new CallPreview();

    /**
     * @param calls whether calls are shown at all
     * @param answers how the newest call of a service and operation was answered; empty if none was made
     */
    Node of(StepItem item, boolean calls, BiFunction<String, String, String> answers) {
        var parts = new ArrayList<Node>();
        switch (item.outcome()) {
            case StepItem.Outcome.Broken broken -> parts.add(new ProblemCard(broken.problem()));
            case StepItem.Outcome.Different different -> parts.add(new DifferenceTable(different.differs()));
            case StepItem.Outcome.Found found -> {
                if (!calls) {
                    parts.add(new FoundLine(found.found()));
                }
            }
            case StepItem.Outcome.Planned planned -> {}
        }
        if (calls) {
            List<Node> below = item.outcome() instanceof StepItem.Outcome.Found found
                    ? List.of(new FoundLine(found.found()))
                    : List.of();
            preview.show(item.step().plan(), answer(item, answers), below);
            parts.add(preview);
        }
        var body = new VBox(parts.toArray(Node[]::new));
        body.getStyleClass().add("step-body");
        return body;
    }

    private static String answer(StepItem item, BiFunction<String, String, String> answers) {
        var made = answers.apply(item.step().service(), item.step().operation());
        if (item.outcome() instanceof StepItem.Outcome.Planned) {
            return item.state() == State.RUNNING ? "calling" : "would call";
        }
        return made;
    }

    /** The cause of a failure, under the name of its step. */
    static Node cause(Problem problem) {
        var cause = Prose.line(problem.what());
        cause.getStyleClass().add("step-cause");
        return cause;
    }
}
