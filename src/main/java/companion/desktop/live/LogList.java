package companion.desktop.live;

import companion.desktop.component.Clip;
import companion.desktop.fx.FxThread;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Lines of a log with their times; follows its end unless it was scrolled away from it. c copies all of it. */
final class LogList extends ListView<LogRow> {
    private static final double NEARLY = 0.98;

    private boolean following = true;

    LogList() {
        getStyleClass().add("log-list");
        setAccessibleText("Log");
        setCellFactory(list -> new Cell());
        // Where its end is depends on its height, which changes with the window and when it is first laid out.
        heightProperty().subscribe(() -> FxThread.later(this::follow));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.C && !event.isShortcutDown()) {
                copy();
                event.consume();
            }
        });
    }

    /** Adds the lines that are new; starts over where they are another log's. */
    void show(List<LogRow> rows) {
        var items = getItems();
        int known = items.size();
        boolean more = known > 0
                && known <= rows.size()
                && items.getFirst().equals(rows.getFirst())
                && items.getLast().equals(rows.get(known - 1));
        if (more && known == rows.size()) {
            return;
        }
        following = !more || isAtEnd();
        if (more) {
            items.addAll(rows.subList(known, rows.size()));
        } else {
            items.setAll(rows);
        }
        follow();
    }

    private void follow() {
        if (following && !getItems().isEmpty()) {
            scrollTo(getItems().size() - 1);
        }
    }

    private boolean isAtEnd() {
        return lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
                .allMatch(bar -> bar.getValue() >= bar.getMax() * NEARLY);
    }

    private void copy() {
        var text = new StringBuilder();
        getItems().forEach(row -> text.append(row.time()).append(' ').append(row.text()).append('\n'));
        Clip.copy(text.toString());
    }

    private static final class Cell extends ListCell<LogRow> {
        private final LogLine line = new LogLine();

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable LogRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            line.show(row);
            setGraphic(line);
            setAccessibleText(row.time() + " " + row.text());
        }
    }
}
