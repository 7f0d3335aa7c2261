package companion.desktop.live.history;

import companion.desktop.component.Buttons;
import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.fx.FxThread;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The executions of a pipeline; one that is chosen is shown in full, two are compared. */
public final class HistoryPage extends VBox {
    private static final String CHOOSE = "Choose an execution to see its actions. Choose two, with Ctrl or Shift, to compare them.";
    private static final String READING = "It is still being read.";
    private static final String EMPTY = "No execution yet. Push a commit, or press Release change.";

    private final Supplier<HistoryFeed> feeds;
    private final InstantSource time;
    private final ZoneId zone;
    private final ListView<HistoryModel.Row> list = new ListView<>();
    private final HistoryDetail detail = new HistoryDetail();
    private final Label count = Labels.of("", "small", "muted");
    private final Label placeholder = Labels.of(READING, "muted");
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private HistoryFeed feed = HistoryFeed.NONE;
    private long asked;

    /**
     * @param feeds the history of the pipeline that is watched when it is read
     * @param close goes back to the release
     */
    public HistoryPage(Supplier<HistoryFeed> feeds, InstantSource time, ZoneId zone, Runnable close) {
        this.feeds = feeds;
        this.time = time;
        this.zone = zone;
        getStyleClass().add("live-body");
        list.setCellFactory(each -> new HistoryCell());
        list.setAccessibleText("Executions, newest first");
        list.getStyleClass().add("history-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedIndices().subscribe(this::chosen);
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        var again = Buttons.icon("Read again", "mdi2r-refresh", this::read);
        var shut = Buttons.icon("Back to the release, H", "mdi2c-close", close);
        left.getChildren().addAll(head("Executions", count, again, shut), list);
        left.getStyleClass().add("card-box");
        left.setMinWidth(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        var scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        right.getChildren().addAll(head("Details", Labels.of("")), scroll);
        detail.say(CHOOSE);
        arrange(true);
    }

    private static HBox head(String title, Node... more) {
        var name = Labels.of(title, "strong");
        name.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(name);
        head.getChildren().add(more[0]);
        head.getChildren().add(RowButton.gap());
        head.getChildren().addAll(List.of(more).subList(1, more.length));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        return head;
    }

    /** Side by side where there is room for it. */
    public void arrange(boolean wide) {
        right.getStyleClass().setAll("card-box", wide ? "history-side" : "history-below");
        if (wide) {
            var row = new HBox(left, right);
            row.getStyleClass().add("live-row");
            VBox.setVgrow(row, Priority.ALWAYS);
            getChildren().setAll(row);
        } else {
            getChildren().setAll(left, right);
        }
    }

    /** Reads the executions anew. */
    public void read() {
        placeholder.setText(READING);
        var asking = feeds.get();
        if (asking != feed) {
            list.getItems().clear();
        }
        feed = asking;
        asking.read(FxThread.latest(history -> {
            if (asking == feed) {
                show(history);
            }
        }));
    }

    private void show(HistoryFeed.History history) {
        placeholder.setText(history.problem().isEmpty() ? EMPTY : "Can’t read: " + history.problem());
        count.setText(Integer.toString(history.entries().size()));
        var chosen = List.copyOf(list.getSelectionModel().getSelectedIndices());
        var rows = HistoryModel.of(history.entries(), time.instant(), zone).rows();
        if (rows.size() == list.getItems().size()) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(list.getItems().get(i))) {
                    list.getItems().set(i, rows.get(i));
                }
            }
        } else {
            list.getItems().setAll(rows);
        }
        chosen.stream().filter(i -> i < rows.size()).forEach(i -> list.getSelectionModel().select(i));
        chosen();
    }

    /** Puts the keyboard on the list. */
    public void enter() {
        list.requestFocus();
    }

    private void chosen() {
        var rows = list.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
        asked++;
        if (rows.isEmpty()) {
            detail.say(CHOOSE);
        } else if (rows.size() == 1) {
            var run = rows.getFirst().entry().run();
            if (run == null) {
                detail.say(READING);
            } else {
                detail.run(run, time.instant());
            }
        } else {
            compare(rows.getLast().entry(), rows.getFirst().entry());
        }
    }

    /** The older one is what was before. */
    private void compare(HistoryFeed.Entry before, HistoryFeed.Entry after) {
        if (before.run() == null || after.run() == null) {
            detail.say(READING);
            return;
        }
        long question = asked;
        detail.say("Comparing…");
        feed.compare(
                before.run(),
                after.run(),
                comparison -> FxThread.run(() -> {
                    if (question == asked) {
                        detail.comparison(comparison);
                    }
                }),
                why -> FxThread.run(() -> {
                    if (question == asked) {
                        detail.say("Can’t compare: " + why);
                    }
                }));
    }

    /** Chooses executions by their place in the list. */
    public void choose(int... rows) {
        list.getSelectionModel().clearSelection();
        for (int row : rows) {
            list.getSelectionModel().select(row);
        }
    }
}
