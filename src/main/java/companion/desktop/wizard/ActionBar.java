package companion.desktop.wizard;

import companion.desktop.component.Explained;
import companion.desktop.component.Icon;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The foot of the page: what stops, what runs a step or all, what is missing, and the one primary button. */
final class ActionBar {
    private final Button halt;
    private final Button nextStep;
    private final Button runAll;
    private final Label missing;
    private final Button primary;
    private final Explained whyNoStep;
    private final Explained whyNotAll;
    private final Explained whyNot;
    private final StageWishes wishes;
    private @Nullable Actions actions;

    ActionBar(HBox bar, StageWishes wishes) {
        this.wishes = wishes;
        halt = find(bar, "#halt");
        nextStep = find(bar, "#nextStep");
        runAll = find(bar, "#runAll");
        missing = find(bar, "#missing");
        primary = find(bar, "#primary");
        nextStep.setOnAction(event -> wishes.runNextStep());
        runAll.setOnAction(event -> wishes.runAll());
        runAll.setTooltip(new Tooltip("Runs all stages that are left, and stops where one fails"));
        primary.setTooltip(new Tooltip("Ctrl Enter"));
        primary.setOnAction(event -> press());
        halt.setOnAction(event -> halt());
        whyNoStep = Explained.inPlaceOf(nextStep);
        whyNotAll = Explained.inPlaceOf(runAll);
        whyNot = Explained.inPlaceOf(primary);
    }

    /** What is offered now; empty before the first state was shown. */
    Optional<Actions> actions() {
        return Optional.ofNullable(actions);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Node> T find(HBox bar, String id) {
        return (T) bar.getChildren().stream().filter(each -> id.equals("#" + each.getId())).findFirst().orElseThrow();
    }

    void show(Actions next) {
        actions = next;
        boolean runs = next.halt() != Actions.Halt.NOTHING_RUNS;
        boolean now = next.halt() == Actions.Halt.NOW;
        shown(halt, runs);
        halt.setText(now ? "Stop now" : "Stop after this step");
        halt.setAccessibleText(now ? "Stop now: interrupts the running step" : "Stop after this step");
        halt.setGraphic(new Icon(now ? "mdi2s-stop" : "mdi2s-square-outline", now ? 18 : 14));
        halt.getStyleClass().setAll("button");
        if (now) {
            halt.getStyleClass().addAll("danger", "button-outlined");
        }
        whyNoStep.show(next.nextStep());
        whyNotAll.show(next.runAll());
        shown(runAll, !runs);
        missing.setText(next.missing());
        primary.setText(next.primary().label());
        primary.setAccessibleText(next.primary().label());
        whyNot.show(next.blocked());
        primary.setGraphic(switch (next.primary()) {
            case Actions.Primary.RunStage run -> null;
            case Actions.Primary.GoOn on -> new Icon("mdi2a-arrow-right");
            case Actions.Primary.OpenCleanUp open -> new Icon("mdi2a-arrow-right");
        });
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Does what the primary button does. */
    void press() {
        var now = actions;
        if (now != null && now.enabled()) {
            wishes.primary(now.primary());
        }
    }

    private void halt() {
        if (actions != null) {
            wishes.halt(actions.halt());
        }
    }
}
