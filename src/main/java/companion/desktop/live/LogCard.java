package companion.desktop.live;

import companion.desktop.component.FilterField;
import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.component.TabRow;
import companion.monitor.read.BuildLog;
import companion.monitor.snapshot.ReleaseSnapshot.ServiceEvent;
import companion.monitor.watch.Release;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The build's log and the service's events, behind two tabs, with a filter. */
final class LogCard extends VBox {
    private static final String NO_LOG = "No log yet. The build is still being provisioned.";
    private static final String NO_BUILD = "No log yet. It starts when Source has succeeded.";
    private static final String NO_EVENTS = "No events yet. The service has not been asked for anything.";
    private static final String NO_MATCH = "No match. Esc clears the filter.";

    private final ZoneId zone;
    private final TabRow tabs = new TabRow();
    private final FilterField filter = new FilterField();
    private final LogList list = new LogList();
    private final Label placeholder = Labels.of(NO_BUILD, "muted", "log-none");
    private List<BuildLog.Line> log = List.of();
    private List<ServiceEvent> events = List.of();
    private boolean builds;

    LogCard(ZoneId zone) {
        this.zone = zone;
        getStyleClass().addAll("card-box", "live-log");
        var head = new HBox(tabs, RowButton.gap(), filter);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        getChildren().addAll(head, list);
        tabs.tabs(List.of("Build log", "ECS events"), index -> paint());
        filter.text().subscribe(this::paint);
    }

    /** Shows what was read; the rows are made only where it changed. */
    void show(Release release) {
        var snapshot = release.snapshot();
        boolean same = release.log().equals(log) && snapshot.serviceEvents().equals(events)
                && builds == (snapshot.build() != null);
        if (!same) {
            log = release.log();
            events = snapshot.serviceEvents();
            builds = snapshot.build() != null;
            paint();
        }
    }

    private void paint() {
        boolean service = tabs.opened() == 1;
        var rows = service ? LogRows.service(events, zone) : LogRows.build(log, zone);
        var wanted = filter.text().getValue().strip().toLowerCase(Locale.ROOT);
        var found = rows.stream().filter(row -> row.text().toLowerCase(Locale.ROOT).contains(wanted)).toList();
        placeholder.setText(
                !rows.isEmpty() ? NO_MATCH : service ? NO_EVENTS : builds ? NO_LOG : NO_BUILD);
        list.setAccessibleText(service ? "ECS events" : "Build log");
        list.show(found);
    }

    /** Puts the cursor into the filter. */
    void filter() {
        filter.enter();
    }

    void focusLog() {
        list.requestFocus();
    }
}
