package companion.desktop.live;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

/** Lines of a log with their times; follows its end until it is scrolled. */
public final class LogList extends ListView<LogList.Row> {
    /** @param muted whether it is the service's own line rather than a command's output */
    record Row(String time, String text, boolean muted, boolean failed) {}

    private boolean following = true;

    public LogList() {
        getStyleClass().add("log-list");
        setAccessibleText("Log");
        setCellFactory(list -> new Cell());
        addEventFilter(javafx.scene.input.ScrollEvent.SCROLL, event -> following = event.getDeltaY() <= 0 && isAtEnd());
    }

    /** Adds the lines that are new; starts over where they are another log's. */
    void show(List<Row> rows) {
        var items = getItems();
        boolean same = items.size() <= rows.size()
                && (items.isEmpty() || items.getFirst().equals(rows.getFirst()))
                && (items.isEmpty() || items.getLast().equals(rows.get(items.size() - 1)));
        if (same) {
            if (rows.size() == items.size()) {
                return;
            }
            items.addAll(rows.subList(items.size(), rows.size()));
        } else {
            items.setAll(rows);
            following = true;
        }
        if (following && !items.isEmpty()) {
            scrollTo(items.size() - 1);
        }
    }

    private boolean isAtEnd() {
        return lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof javafx.scene.control.ScrollBar bar
                        && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .map(node -> (javafx.scene.control.ScrollBar) node)
                .allMatch(bar -> bar.getValue() >= bar.getMax() - 0.02);
    }

    private static final class Cell extends ListCell<Row> {
        private final Label time = StageCards.styled("", "mono", "micro", "muted", "log-time");
        private final Label text = StageCards.styled("", "mono", "micro");
        private final HBox line = new HBox(time, text);

        Cell() {
            line.getStyleClass().add("log-line");
            time.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            time.setText(row.time());
            text.setText(row.text());
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("muted"), row.muted());
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("failed"), row.failed());
            setGraphic(line);
        }
    }
}
