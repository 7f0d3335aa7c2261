package companion.desktop.component;

import companion.workshop.Check;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What is there but not as it should be, field by field. */
public final class DifferenceTable extends VBox {
    private static final double[] SHARES = {34, 33, 33};

    public DifferenceTable(Check.Differs differs) {
        getStyleClass().addAll("difference", "trouble", "warn");
        var what = new Label(differs.what());
        what.getStyleClass().add("strong");
        what.setWrapText(true);
        var grid = new GridPane();
        grid.getStyleClass().add("difference-grid");
        for (double share : SHARES) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, head("Field"), head("Expected"), head("Found"));
        int row = 1;
        for (var each : differs.differences()) {
            grid.addRow(
                    row++,
                    cell(each.field(), "field"),
                    cell(each.expected(), "expected"),
                    cell(each.found(), "found"));
        }
        grid.setAccessibleRole(AccessibleRole.TABLE_VIEW);
        grid.setAccessibleText(spoken(differs));
        getChildren().addAll(what, grid);
    }

    private static String spoken(Check.Differs differs) {
        var text = new StringBuilder(differs.what());
        for (var each : differs.differences()) {
            text.append("; ").append(each.field()).append(" expected ").append(each.expected())
                    .append(", found ").append(each.found());
        }
        return text.toString();
    }

    private static Label head(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }

    private static Label cell(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("small", "mono", "difference-" + style);
        label.setWrapText(true);
        return label;
    }
}
