package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.component.RowButton;
import companion.desktop.live.LiveModel.LaneRow;
import companion.desktop.live.LiveModel.WeightRow;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The deployment: its lifecycle events, the task sets, and how traffic is shared between them. */
final class DeploymentCard extends VBox {
    private final Label id = Labels.of("", "small", "mono");
    private final StatusBadge badge = new StatusBadge();
    private final Label about = Labels.of("", "small", "muted");
    private final LifecycleTrack track = new LifecycleTrack();
    private final Label none = Labels.of("", "muted", "deployment-none");
    private final VBox lanes = new VBox();
    private final VBox rows = new VBox();
    private final VBox weights = new VBox();
    private final Repeated<LaneRow, TaskSetLane> laneNodes = new Repeated<>(TaskSetLane::new, TaskSetLane::show);
    private final Repeated<WeightRow, WeightBar> bars;
    private boolean still;

    DeploymentCard() {
        bars = new Repeated<>(WeightBar::new, (bar, row) -> bar.show(row, still));
        getStyleClass().addAll("card-box", "deployment");
        setMinWidth(0);
        id.setMinWidth(USE_PREF_SIZE);
        badge.setMinWidth(USE_PREF_SIZE);
        var name = Labels.of("Deployment", "strong");
        name.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(name, id, badge, RowButton.gap(), about);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        lanes.getStyleClass().add("lanes");
        lanes.getChildren().addAll(TaskSetLane.head(), rows);
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText("Task sets");
        weights.getStyleClass().add("weight-bars");
        getChildren().addAll(head, track, none, lanes, weights);
    }

    /** @param jumps whether bars jump in place of moving */
    void show(LiveModel model, boolean jumps) {
        still = jumps;
        var head = model.deployment();
        boolean there = !head.id().isEmpty();
        id.setText(head.id());
        about.setText(head.about());
        badge.show(head.state(), there ? head.word() : "");
        none.setText(there ? "" : head.word());
        shown(badge, there);
        shown(track, there);
        shown(none, !there);
        track.show(model.track());
        laneNodes.show(model.lanes(), rows);
        shown(lanes, !model.lanes().isEmpty());
        bars.show(model.weights(), weights);
    }

    /** Turns the glyphs of what runs, or lets them stand. */
    void turn(boolean on) {
        track.turn(on);
        badge.glyph().turn(on && badge.glyph().getState() == State.RUNNING);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
