package companion.desktop.live.log;

import companion.desktop.component.Buttons;
import companion.desktop.component.IconToggle;
import companion.desktop.component.Labels;
import companion.desktop.component.RowButton;
import companion.desktop.component.TabRow;
import companion.desktop.fx.Background;
import companion.desktop.fx.Focus;
import companion.desktop.fx.FxThread;
import companion.monitor.snapshot.Log;
import companion.monitor.watch.Release;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The build's log and the service's events, behind two tabs: found, wrapped, followed and folded as one likes. */
public final class LogCard extends VBox {
    private static final String NO_LOG = "No log yet. The build is still being provisioned.";
    private static final String NO_BUILD = "No log yet. It starts when Source has succeeded.";
    private static final String NEVER = "This pipeline has no build.";
    private static final String CODE_BUILD = "CodeBuild";
    private static final String NO_EVENTS = "No events yet. The service has not been asked for anything.";

    private final TabRow tabs = new TabRow();
    private final LogItems build;
    private final LogItems service;
    private final LogList list;
    private final FindBar find = new FindBar(this::look, this::step, this::shut);
    private final IconToggle wrap;
    private final IconToggle follow;
    private final IconToggle fold;
    private final Label placeholder = Labels.of(NO_BUILD, "muted", "log-none");
    private LogFind finding = new LogFind("");
    private int[] hits = {};
    private boolean builds;
    private boolean mayBuild = true;

    public LogCard(ZoneId zone) {
        build = new LogItems(new LogModel(line -> LogRows.build(line, zone), true));
        service = new LogItems(new LogModel(line -> LogRows.service(line, zone), false));
        list = new LogList(build, this::moved);
        getStyleClass().addAll("card-box", "live-log");
        wrap = new IconToggle("Wrap long lines", "mdi2w-wrap", false, this::wrapped);
        follow = new IconToggle("Follow the end", "mdi2a-arrow-collapse-down", true, list::setFollowing);
        fold = new IconToggle("Fold the phases", "mdi2u-unfold-less-horizontal", false, this::folded);
        var search = Buttons.icon("Find, /", "mdi2m-magnify", this::filter);
        search.getStyleClass().add("small");
        var head = new HBox(tabs, RowButton.gap(), fold, wrap, follow, search);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("card-head", "log-tools");
        VBox.setVgrow(list, Priority.ALWAYS);
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        getChildren().addAll(head, find, list);
        tabs.tabs(List.of("Build log", "ECS events"), index -> turned());
        ((Labeled) tabs.getChildren().getFirst()).fontProperty().subscribe(font -> list.setLine(font.getSize()));
        shut();
    }

    private LogItems opened() {
        return tabs.opened() == 1 ? service : build;
    }

    private void turned() {
        list.show(opened());
        list.setAccessibleText(opened() == service ? "ECS events" : "Build log");
        place();
        look(find.wanted());
    }

    /** Shows what was read; of a longer log only what was added. */
    public void show(Release release) {
        var snapshot = release.snapshot();
        builds = snapshot.build() != null;
        var pipeline = snapshot.pipeline();
        mayBuild = pipeline == null
                || pipeline.stages().stream()
                        .anyMatch(stage -> stage.actions().stream().anyMatch(action -> action.provider().equals(CODE_BUILD)));
        var log = Log.of(release.log());
        var events = LogRows.service(snapshot.serviceEvents());
        if (opened() == build) {
            list.show(log);
            service.show(events);
        } else {
            list.show(events);
            build.show(log);
        }
        place();
        if (!finding.wanted().isEmpty()) {
            seek(finding);
        }
    }

    private void place() {
        placeholder.setText(opened() == service ? NO_EVENTS : builds ? NO_LOG : mayBuild ? NO_BUILD : NEVER);
        boolean phases = opened().model().hasPhases();
        fold.setVisible(phases);
        fold.setManaged(phases);
    }

    /** Opens the search. */
    public void filter() {
        find.setVisible(true);
        find.setManaged(true);
        find.enter();
    }

    private void shut() {
        find.clear();
        find.setVisible(false);
        find.setManaged(false);
        if (getScene() != null) {
            list.requestFocus();
        }
    }

    private void look(String wanted) {
        finding = new LogFind(wanted.strip());
        hits = new int[0];
        list.mark(line -> false);
        find.count(0, 0);
        if (!finding.wanted().isEmpty()) {
            seek(finding);
        }
    }

    /** A long log takes a while to look through, so it is done elsewhere; what is typed meanwhile overtakes it. */
    private void seek(LogFind sought) {
        var log = opened().model().log();
        Background.run("log-find", () -> {
            int[] found;
            synchronized (sought) {
                found = sought.in(log);
            }
            FxThread.run(() -> {
                if (sought == finding && found.length >= hits.length) {
                    show(found);
                }
            });
        });
    }

    private void show(int[] found) {
        boolean first = hits.length == 0;
        hits = found;
        list.mark(line -> Arrays.binarySearch(hits, line) >= 0);
        if (first && hits.length > 0 && Arrays.binarySearch(hits, list.selectedLine()) < 0) {
            step(false);
        } else {
            count();
        }
    }

    private void step(boolean back) {
        if (hits.length > 0) {
            list.reveal(hits[LogFind.step(hits, list.selectedLine(), back)]);
            count();
        }
    }

    private void count() {
        int at = Arrays.binarySearch(hits, list.selectedLine());
        find.count(at < 0 ? 0 : at + 1, hits.length);
    }

    private void wrapped(boolean on) {
        list.setWrapping(on);
        wrap.show(on);
    }

    private void folded(boolean on) {
        list.fold(on);
        fold.show(on);
    }

    private void moved() {
        follow.show(list.isFollowing());
    }

    /** Puts the keyboard on the log. */
    public void focusLog() {
        list.requestFocus();
    }

    /** Whether the keyboard is on it, so that c copies the log. */
    public boolean isFocusedWithin() {
        return Focus.isWithin(this);
    }
}
