package companion.desktop.live;

import companion.desktop.live.LiveModel.WeightRow;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The traffic three times over: as requested of CodeDeploy, as the listener routes it, as visitors see it. */
public final class WeightBars extends VBox {
    private List<WeightRow> shown = List.of();

    public WeightBars() {
        getStyleClass().add("weight-bars");
    }

    void show(List<WeightRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = List.copyOf(rows);
        getChildren().setAll(rows.stream().map(WeightBars::row).toList());
    }

    private static HBox row(WeightRow row) {
        var name = StageCards.styled(row.name(), "small", "muted", "weight-name");
        var bar = new Split(row.known() ? row.blue() : 0, row.known() ? row.green() : 0);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var box = new HBox(name, bar);
        if (row.known()) {
            box.getChildren().addAll(
                    swatch("blue"), number(row.blue()), swatch("green"), number(row.green()),
                    StageCards.styled(row.note(), "micro", "mono", "muted", "weight-note"));
        } else {
            box.getChildren().add(StageCards.styled("not routed", "small", "muted", "weight-none"));
        }
        box.getStyleClass().add("weight-row");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(
                row.known()
                        ? row.name() + ": Blue " + row.blue() + ", Green " + row.green() + " percent"
                        : row.name() + ": not routed");
        return box;
    }

    private static Region swatch(String colour) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("key", colour);
        return swatch;
    }

    private static javafx.scene.control.Label number(int percent) {
        return StageCards.styled(percent + " %", "mono", "small", "weight-number");
    }

    /** A bar in two colours; what is left is empty. */
    private static final class Split extends Region {
        private final Region blue = new Region();
        private final Region green = new Region();
        private final int bluePercent;
        private final int greenPercent;

        Split(int bluePercent, int greenPercent) {
            this.bluePercent = bluePercent;
            this.greenPercent = greenPercent;
            getStyleClass().add("weight-bar");
            blue.getStyleClass().add("blue");
            green.getStyleClass().add("green");
            getChildren().addAll(blue, green);
            setAccessibleRole(AccessibleRole.NODE);
        }

        @Override
        protected void layoutChildren() {
            double split = snapPositionX(getWidth() * bluePercent / 100);
            double end = snapPositionX(getWidth() * (bluePercent + greenPercent) / 100);
            blue.resizeRelocate(0, 0, split, getHeight());
            green.resizeRelocate(split, 0, end - split, getHeight());
        }
    }
}
