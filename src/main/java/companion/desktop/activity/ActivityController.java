package companion.desktop.activity;

import companion.desktop.component.Buttons;
import companion.desktop.component.FilterField;
import companion.desktop.component.Icon;
import companion.desktop.component.TabRow;
import companion.desktop.fx.Fxml;
import java.time.ZoneId;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/** The drawer: three lists, newest first, a filter, and a fold. */
public final class ActivityController {
    private static final int CALLS = 0;
    private static final int EVENTS = 1;

    private final ActivityModel model;
    private final Node node;
    private ActivityModel.Snapshot now = new ActivityModel.Snapshot(List.of(), List.of(), List.of());

    @FXML
    private TabRow tabs;

    @FXML
    private FilterField filter;

    @FXML
    private Button fold;

    @FXML
    private StackPane body;

    @FXML
    private ListView<CallItem> calls;

    @FXML
    private ListView<ActivityLine> lines;

    public ActivityController(ActivityModel model, ZoneId zone) {
        this.model = model;
        this.node = Fxml.load(this, "activity.fxml");
        calls.setCellFactory(list -> new CallCell(zone));
        lines.setCellFactory(list -> new LineCell(zone));
        tabs.tabs(List.of("Calls", "Events", "Log"), index -> show());
        filter.text().subscribe(this::refresh);
        fold.setOnAction(event -> fold(body.isVisible()));
        fold(false);
        refresh();
    }

    public Node node() {
        return node;
    }

    /** Reads the model again. */
    public void refresh() {
        now = model.matching(filter.text().getValue());
        show();
    }

    private void show() {
        tabs.count(CALLS, now.calls().size());
        tabs.count(EVENTS, now.events().size());
        boolean showsCalls = tabs.opened() == CALLS;
        calls.setVisible(showsCalls);
        lines.setVisible(!showsCalls);
        if (showsCalls) {
            calls.setPlaceholder(placeholder("No calls yet."));
            calls.getItems().setAll(now.calls());
        } else {
            boolean events = tabs.opened() == EVENTS;
            lines.setAccessibleText(events ? "Events" : "Log");
            lines.setPlaceholder(placeholder(events ? "No events yet." : "Nothing logged yet."));
            lines.getItems().setAll(events ? now.events() : now.log());
        }
    }

    private Label placeholder(String words) {
        var label = new Label(filter.text().getValue().isBlank() ? words : "No match. Esc clears the filter.");
        label.getStyleClass().add("muted");
        return label;
    }

    /** Leaves only the head of the drawer, or shows all of it. */
    public void fold(boolean folded) {
        body.setVisible(!folded);
        body.setManaged(!folded);
        fold.setGraphic(new Icon(folded ? "mdi2c-chevron-up" : "mdi2c-chevron-down", 18));
        Buttons.name(fold, folded ? "Unfold the activity" : "Fold the activity");
    }

    public boolean isFolded() {
        return !body.isVisible();
    }

    /** Puts the cursor into the filter, and unfolds what it filters. */
    public void filter() {
        fold(false);
        filter.enter();
    }

    public void focus() {
        (calls.isVisible() ? calls : lines).requestFocus();
    }
}
