package companion.desktop.live.log;

import companion.desktop.component.Clip;
import companion.desktop.fx.FxThread;
import companion.monitor.snapshot.Log;
import java.util.Set;
import java.util.function.IntPredicate;
import javafx.event.EventType;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a log; follows its end unless it was scrolled away from it. Enter or Space folds a phase, c copies all of it. Only the
 * rows in sight are made.
 */
final class LogList extends ListView<LogItem> {
    private static final double NEARLY = 0.999;
    private static final double LINE = 1.35;
    private static final Set<EventType<?>> MOVES = Set.of(
            ScrollEvent.SCROLL, MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED, KeyEvent.KEY_PRESSED);
    /** In px: lower than this it is not laid out yet, and has no end to go to. */
    private static final double LEAST = 40;

    private final Runnable moved;
    private LogItems rows;
    private double line = 18;
    private boolean wanted = true;
    private boolean away;
    private boolean wrap;
    private IntPredicate hit = line -> false;
    private @Nullable ScrollBar bar;

    /** @param moved told when it may follow, or not any more */
    LogList(LogItems first, Runnable moved) {
        this.moved = moved;
        rows = first;
        getStyleClass().add("log-list");
        setAccessibleText("Log");
        setCellFactory(list -> new Cell());
        setItems(first);
        // Where its end is depends on its height, which changes with the window and when it is first laid out.
        heightProperty().subscribe(() -> FxThread.later(() -> follow(isFollowing())));
        setOnKeyPressed(this::pressed);
        // Only who looks at it leaves the end: a line that is not in sight yet, or a new height, is no wish to stay.
        addEventFilter(InputEvent.ANY, event -> {
            if (MOVES.contains(event.getEventType())) {
                FxThread.later(this::look);
            }
        });
    }

    /** Shows another log, from its end. */
    void show(LogItems other) {
        rows = other;
        setItems(other);
        follow(isFollowing());
    }

    /** Shows what was added to the log. */
    void show(Log log) {
        boolean fresh = rows.isEmpty();
        boolean end = fresh || isFollowing();
        if (rows.show(log)) {
            follow(end);
        }
    }

    /** Whether it goes on to show the end. */
    boolean isFollowing() {
        return wanted && !away;
    }

    private void look() {
        // Where a key led to is only known once it is laid out.
        layout();
        if (away == isAtEnd()) {
            away = !away;
            moved.run();
        }
    }

    /** Goes to the end and stays there, or stays where it is. */
    void setFollowing(boolean on) {
        wanted = on;
        away = false;
        follow(on);
        moved.run();
    }

    /**
     * Sets how high a line is. A whole number of px, or the last line would not meet the lower edge, and JavaFX would look for
     * more lines below it in every frame.
     *
     * @param em size of type, in px
     */
    void setLine(double em) {
        line = Math.rint(em * LINE);
        setFixedCellSize(wrap ? USE_COMPUTED_SIZE : line);
    }

    void setWrapping(boolean on) {
        boolean end = isFollowing();
        wrap = on;
        if (on) {
            getStyleClass().add("wraps");
        } else {
            getStyleClass().remove("wraps");
        }
        setFixedCellSize(on ? USE_COMPUTED_SIZE : line);
        refresh();
        follow(end);
    }

    /** Marks the lines that were found. */
    void mark(IntPredicate found) {
        hit = found;
        refresh();
    }

    /** Shows a line, in the middle if it was out of sight. */
    void reveal(int line) {
        boolean folded = rows.model().isFolded();
        int row = rows.model().reveal(line);
        if (folded) {
            rows.refold();
        }
        wanted = false;
        scrollTo(Math.max(0, row - 5));
        getSelectionModel().select(row);
        getFocusModel().focus(row);
        moved.run();
    }

    /** The line that is selected; before the first if none is. */
    int selectedLine() {
        int row = getSelectionModel().getSelectedIndex();
        return row < 0 || row >= rows.size() ? -1 : rows.model().line(row);
    }

    /** Folds or unfolds all phases. */
    void fold(boolean all) {
        rows.model().foldAll(all);
        rows.refold();
    }

    private void follow(boolean on) {
        if (on && !rows.isEmpty() && getHeight() > LEAST) {
            scrollTo(rows.size() - 1);
        }
    }

    private boolean isAtEnd() {
        if (bar == null) {
            bar = lookupAll(".scroll-bar").stream()
                    .filter(ScrollBar.class::isInstance)
                    .map(ScrollBar.class::cast)
                    .filter(each -> each.getOrientation() == Orientation.VERTICAL)
                    .findFirst()
                    .orElse(null);
        }
        return bar == null || !bar.isVisible() || bar.getValue() >= bar.getMax() * NEARLY;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean done = switch (event.getCode()) {
            case C -> {
                copy();
                yield true;
            }
            case ENTER, SPACE -> toggle(getFocusModel().getFocusedIndex());
            case END -> {
                setFollowing(true);
                yield true;
            }
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean toggle(int row) {
        if (row >= 0 && row < rows.size() && rows.get(row) instanceof LogItem.Head head) {
            rows.model().fold(head.section(), !head.folded());
            rows.refold();
            getFocusModel().focus(row);
            return true;
        }
        return false;
    }

    private void copy() {
        var text = new StringBuilder();
        rows.model().log().forEach(line -> text.append(line.text()).append('\n'));
        Clip.copy(text.toString());
    }

    private final class Cell extends ListCell<LogItem> {
        private final LogLine line = new LogLine();
        private final LogHead head = new LogHead();

        Cell() {
            setPrefWidth(0);
            setOnMouseClicked(event -> toggle(getIndex()));
        }

        @Override
        protected void updateItem(@Nullable LogItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                clear();
                setAccessibleText(null);
                return;
            }
            switch (item) {
                case LogItem.Row row -> {
                    line.show(row, hit.test(rows.model().line(getIndex())), wrap);
                    put(line);
                    setAccessibleText(row.time() + " " + row.text());
                }
                case LogItem.Head phase -> {
                    head.show(phase);
                    put(head);
                    setAccessibleText(phase.text());
                }
            }
        }

        /**
         * JavaFX empties all cells whenever a line is added, and what is taken out and put back is styled anew; so it only hides,
         * unless the height of a row depends on it.
         */
        private void clear() {
            if (wrap) {
                setGraphic(null);
            } else if (getGraphic() != null) {
                getGraphic().setVisible(false);
            }
        }

        private void put(Node graphic) {
            graphic.setVisible(true);
            setGraphic(graphic);
        }
    }
}
