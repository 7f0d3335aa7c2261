package companion.desktop.live;

import companion.desktop.live.LiveModel.Lane;
import companion.desktop.status.StatusGlyph;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The task sets as rows of one table: which one, what it runs, how it is, and the three values of its traffic. */
public final class Lanes extends VBox {
    private List<Lane> shown = List.of();

    public Lanes() {
        getStyleClass().add("lanes");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Task sets");
    }

    void show(List<Lane> lanes) {
        if (lanes.equals(shown)) {
            return;
        }
        shown = List.copyOf(lanes);
        getChildren().setAll(head());
        lanes.forEach(lane -> getChildren().add(row(lane)));
    }

    private static GridPane head() {
        var grid = grid("lane-head");
        var titles = List.of("Task set", "Task definition, image", "Status, target group", "Tasks", "Requested", "Routed", "Healthy");
        for (int i = 0; i < titles.size(); i++) {
            grid.add(StageCards.styled(titles.get(i), "small", "muted"), i, 0);
        }
        return grid;
    }

    private static HBox row(Lane lane) {
        var grid = grid("lane-cells");
        grid.add(two(StageCards.styled(lane.green() ? "Green" : "Blue", "heading", "strong"), lane.role(), false), 0, 0);
        grid.add(two(StageCards.styled(lane.taskDefinition(), "mono", "small"), lane.image(), true), 1, 0);
        grid.add(two(StageCards.styled(lane.status(), "mono", "small"), lane.targetGroup(), true), 2, 0);
        grid.add(dots(lane), 3, 0);
        grid.add(StageCards.styled(lane.requested(), "mono"), 4, 0);
        grid.add(StageCards.styled(lane.routed(), "mono"), 5, 0);
        grid.add(StageCards.styled(lane.healthy(), "mono"), 6, 0);
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", lane.green() ? "green" : "blue");
        var row = new HBox(swatch, grid);
        HBox.setHgrow(grid, Priority.ALWAYS);
        row.getStyleClass().add("lane");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(lane.spoken());
        row.setFocusTraversable(true);
        return row;
    }

    private static VBox two(Label first, String second, boolean mono) {
        var below = StageCards.styled(second, "micro", "muted");
        if (mono) {
            below.getStyleClass().add("mono");
        }
        var box = new VBox(first, below);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static HBox dots(Lane lane) {
        var box = new HBox();
        box.getStyleClass().add("task-dots");
        box.setAlignment(Pos.CENTER_LEFT);
        for (var dot : lane.dots()) {
            var label = StageCards.styled(dot.label(), "micro", "mono", "muted");
            label.setGraphic(new StatusGlyph(14, dot.state()));
            label.setAccessibleText(dot.spoken());
            label.setTooltip(new Tooltip(dot.spoken()));
            label.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        if (!lane.more().isEmpty()) {
            box.getChildren().add(StageCards.styled(lane.more(), "micro", "mono", "muted"));
        }
        return box;
    }

    /** The columns of head and rows are the same, in percent, so that they line up without knowing of each other. */
    private static GridPane grid(String style) {
        var grid = new GridPane();
        grid.setMinWidth(0);
        grid.getStyleClass().add(style);
        for (double share : new double[] {11, 25, 23, 17, 9, 7, 8}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setMinWidth(0);
            column.setHalignment(share < 10 ? HPos.RIGHT : HPos.LEFT);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }
}
