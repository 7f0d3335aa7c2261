package companion.desktop.live;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where the cards stand: side by side, or below each other where there is little room. */
final class LivePlaces {
    private final VBox upper;
    private final Region deployment;
    private final WaitPanel wait;
    private final VBox lower;
    private final Region timeline;
    private final Region log;
    private @Nullable Boolean beside;

    LivePlaces(VBox upper, Region deployment, WaitPanel wait, VBox lower, Region timeline, Region log) {
        this.upper = upper;
        this.deployment = deployment;
        this.wait = wait;
        this.lower = lower;
        this.timeline = timeline;
        this.log = log;
        HBox.setHgrow(deployment, Priority.ALWAYS);
        HBox.setHgrow(timeline, Priority.ALWAYS);
        VBox.setVgrow(timeline, Priority.ALWAYS);
    }

    /** @param now whether there is room for two beside each other */
    void arrange(boolean now) {
        if (beside != null && now == beside) {
            return;
        }
        beside = now;
        wait.wide(!now);
        upper.getChildren().clear();
        lower.getChildren().clear();
        if (now) {
            upper.getChildren().add(row(deployment, wait));
            var row = row(timeline, log);
            VBox.setVgrow(row, Priority.ALWAYS);
            lower.getChildren().add(row);
        } else {
            upper.getChildren().addAll(wait, deployment);
            lower.getChildren().addAll(timeline, log);
        }
    }

    private static HBox row(Region first, Region second) {
        var row = new HBox(first, second);
        row.getStyleClass().add("live-row");
        return row;
    }
}
