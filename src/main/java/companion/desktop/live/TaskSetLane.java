package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.live.LiveModel.LaneRow;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A task set, 52 px high: which one, what it runs, how it is, and the three values of its traffic. */
final class TaskSetLane extends HBox {
    private static final List<String> TITLES = List.of(
            "Task set", "Task definition, image", "Status, target group", "Tasks", "Requested", "Routed", "Healthy");
    private static final double[] SHARES = {11, 25, 23, 16, 10, 8, 7};
    private static final int FIRST_NUMBER = 4;

    private final Region swatch = new Region();
    private final Label name = Labels.of("", "lane-name");
    private final Label role = Labels.of("", "small", "muted");
    private final Label taskDefinition = Labels.of("", "small", "mono");
    private final Label image = Labels.of("", "micro", "mono", "muted");
    private final Label status = Labels.of("", "small", "mono");
    private final Label targetGroup = Labels.of("", "micro", "mono", "muted");
    private final TaskDots dots = new TaskDots();
    private final Label requested = Labels.of("", "mono", "strong");
    private final Label routed = Labels.of("", "mono", "strong");
    private final Label healthy = Labels.of("", "mono", "strong");

    TaskSetLane() {
        var cells = grid(
                "lane-cells", two(name, role), two(taskDefinition, image), two(status, targetGroup), dots, requested, routed,
                healthy);
        HBox.setHgrow(cells, Priority.ALWAYS);
        getChildren().addAll(swatch, cells);
        getStyleClass().add("lane");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(true);
    }

    void show(LaneRow row) {
        swatch.getStyleClass().setAll("lane-swatch", row.green() ? "fill-green" : "fill-blue");
        name.setText(row.green() ? "Green" : "Blue");
        role.setText(row.role());
        taskDefinition.setText(row.taskDefinition());
        image.setText(row.image());
        image.setTooltip(new Tooltip(row.image()));
        status.setText(row.status());
        targetGroup.setText(row.targetGroup());
        dots.show(row.dots(), row.more());
        requested.setText(row.requested());
        routed.setText(row.routed());
        healthy.setText(row.healthy());
        setAccessibleText(row.spoken());
    }

    /** The line above the lanes. */
    static Node head() {
        return grid("lane-head", TITLES.stream().map(title -> Labels.of(title, "small", "muted")).toArray(Node[]::new));
    }

    private static VBox two(Label first, Label second) {
        var box = new VBox(first, second);
        box.getStyleClass().add("lane-two");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** The columns of head and rows are the same, in percent, so that they line up without knowing of each other. */
    private static GridPane grid(String style, Node... cells) {
        var grid = new GridPane();
        grid.setMinWidth(0);
        grid.getStyleClass().add(style);
        for (int i = 0; i < cells.length; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(SHARES[i]);
            column.setMinWidth(0);
            column.setHalignment(i < FIRST_NUMBER ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            grid.add(cells[i], i, 0);
        }
        return grid;
    }
}
