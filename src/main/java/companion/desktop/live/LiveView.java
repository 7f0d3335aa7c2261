package companion.desktop.live;

import companion.desktop.component.CardNote;
import companion.desktop.component.TabRow;
import companion.desktop.context.AppContext;
import companion.desktop.fx.Focus;
import companion.desktop.fx.FxThread;
import companion.desktop.fx.Fxml;
import companion.desktop.fx.Pulse;
import companion.desktop.shell.View;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.monitor.Act;
import companion.monitor.Release;
import companion.monitor.Steering;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The live view's controller: shows what a release tells, and hands presses to whoever acts. Nothing here waits.
 */
public final class LiveView implements View {
    private static final String NO_RELEASE = "No release yet. Push a commit to start one.";
    private static final String NO_DEPLOYMENT = "No deployment yet. It starts when Build has succeeded.";
    private static final String NO_LISTENER = "No listener yet, so nobody can visit.";
    private static final String NO_LOG = "No log yet. The build is still being provisioned.";

    private final LiveFeed feed;
    private final LiveModels models;
    private final AppContext context;
    private final BooleanSupplier still;
    private final Pulse pulse = Pulse.every(Duration.ofSeconds(1), this::tick);
    private final Node node;
    private final Runnable unlisten;
    private @Nullable Release release;

    @FXML
    private Label title;

    @FXML
    private StatusBadge badge;

    @FXML
    private Label asOf;

    @FXML
    private HBox acts;

    @FXML
    private FlowPane about;

    @FXML
    private StageCards stages;

    @FXML
    private StackPane nothing;

    @FXML
    private VBox body;

    @FXML
    private Label deploymentId;

    @FXML
    private StatusBadge deploymentBadge;

    @FXML
    private Label deploymentAbout;

    @FXML
    private LifecycleTrack track;

    @FXML
    private StackPane noDeployment;

    @FXML
    private Lanes lanes;

    @FXML
    private WeightBars weights;

    @FXML
    private VBox waitCard;

    @FXML
    private Label waitTitle;

    @FXML
    private Label waitLeft;

    @FXML
    private Label waitWhole;

    @FXML
    private Bar waitBar;

    @FXML
    private Label waitWords;

    @FXML
    private Label waitCost;

    @FXML
    private VBox waitActs;

    @FXML
    private Hyperlink url;

    @FXML
    private VisitorStrip visitors;

    @FXML
    private StackPane noVisitors;

    @FXML
    private TimelineChart timeline;

    @FXML
    private Label timelineTime;

    @FXML
    private HBox why;

    @FXML
    private TabRow logTabs;

    @FXML
    private LogList log;

    @FXML
    private StackPane noLog;

    /** @param still whether nothing may move */
    public LiveView(AppContext context, LiveFeed feed, BooleanSupplier still) {
        this.context = context;
        this.feed = feed;
        this.still = still;
        this.models = new LiveModels(context.zone(), feed.usual());
        this.node = Fxml.load(this, "live.fxml");
        nothing.getChildren().add(CardNote.empty(NO_RELEASE));
        noDeployment.getChildren().add(CardNote.empty(NO_DEPLOYMENT));
        noVisitors.getChildren().add(CardNote.empty(NO_LISTENER));
        noLog.getChildren().add(CardNote.empty(NO_LOG));
        logTabs.tabs(List.of("Build log", "ECS events"), index -> showLog());
        stages.onTransition(this::transition);
        url.setOnAction(event -> {
            if (release != null && release.snapshot().url() != null) {
                context.open(URI.create(release.snapshot().url()));
            }
        });
        unlisten = feed.listen(FxThread.latest(this::show));
        paint();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        Focus.enter(acts);
    }

    @Override
    public void refresh() {
        feed.wake();
    }

    @Override
    public void primary() {
        if (!waitCard.isVisible()) {
            return;
        }
        act(Act.Kind.END_WAIT);
    }

    @Override
    public void shown(boolean inFront) {
        pulse.run(inFront);
        if (inFront) {
            feed.wake();
            tick();
        }
    }

    @Override
    public void close() {
        pulse.run(false);
        unlisten.run();
    }

    private void show(Release next) {
        release = next;
        paint();
    }

    /** Running times go on between reads. */
    private void tick() {
        if (release != null) {
            paint();
        }
    }

    private void paint() {
        boolean there = release != null && release.snapshot().pipeline() != null;
        nothing.setVisible(!there);
        nothing.setManaged(!there);
        body.setVisible(there);
        body.setManaged(there);
        acts.setVisible(there);
        if (!there || release == null) {
            title.setText("Live view");
            badge.show(State.NOT_STARTED, "Not started");
            asOf.setText("");
            about.getChildren().clear();
            return;
        }
        var model = models.of(release, context.time().instant());
        title.setText(model.pipeline());
        badge.show(model.state(), model.word());
        badge.glyph().turn(model.state() == State.RUNNING && !still.getAsBoolean());
        asOf.setText(model.asOf());
        about.getChildren().setAll(model.about().stream()
                .map(piece -> StageCards.styled(piece.text(), "small", piece.code() ? "mono" : "words"))
                .toList());
        stages.show(model.stages(), still.getAsBoolean());
        showActs();
        showDeployment(model);
        showWait(model.waiting());
        showVisitors(model.visitors());
        timeline.show(model.timeline());
        timelineTime.setText(model.timeline().time());
        showWhy(model.timeline().why());
        showLog();
    }

    private void showActs() {
        var all = Steering.acts(release.snapshot());
        var buttons = all.stream()
                .filter(act -> switch (act.kind()) {
                    case RELEASE_CHANGE, RETRY_STAGE, STOP_EXECUTION -> true;
                    default -> false;
                })
                .map(act -> ActButtons.of(act, feed))
                .toList();
        ActButtons.replace(acts, buttons);
    }

    private void showDeployment(LiveModel model) {
        var head = model.deployment();
        boolean there = !head.id().isEmpty();
        deploymentId.setText(head.id());
        deploymentAbout.setText(head.about());
        deploymentBadge.setVisible(there);
        deploymentBadge.show(head.state(), head.word());
        track.setVisible(there);
        track.setManaged(there);
        track.show(model.track());
        noDeployment.setVisible(!there);
        noDeployment.setManaged(!there);
        lanes.setVisible(!model.lanes().isEmpty());
        lanes.setManaged(!model.lanes().isEmpty());
        lanes.show(model.lanes());
        weights.show(model.weights());
    }

    private void showWait(LiveModel.@Nullable WaitNote note) {
        waitCard.setVisible(note != null);
        waitCard.setManaged(note != null);
        if (note == null) {
            return;
        }
        waitTitle.setText(note.title());
        waitLeft.setText(note.left());
        waitWhole.setText(note.whole());
        waitBar.show(note.gone());
        waitWords.setText(note.explanation());
        waitCost.setText(note.cost());
        ActButtons.replace(
                waitActs,
                Steering.acts(release.snapshot()).stream()
                        .filter(act -> act.kind() == Act.Kind.END_WAIT || act.kind() == Act.Kind.STOP_AND_ROLL_BACK)
                        .map(act -> ActButtons.of(act, feed))
                        .toList());
    }

    private void showVisitors(LiveModel.Visitors model) {
        boolean there = model.url() != null;
        url.setText(there ? model.url() : "");
        url.setVisible(there);
        visitors.setVisible(there);
        visitors.setManaged(there);
        noVisitors.setVisible(!there);
        noVisitors.setManaged(!there);
        visitors.show(model.tiles(), model.spoken());
    }

    private void showWhy(List<String> causes) {
        var nodes = new ArrayList<Node>();
        for (var cause : causes) {
            nodes.add(StageCards.styled(nodes.isEmpty() ? "Why" : "←", "small", "muted"));
            nodes.add(StageCards.styled(cause, "small", nodes.size() == 1 ? "strong" : "words"));
        }
        why.getChildren().setAll(nodes);
    }

    private void showLog() {
        if (release == null) {
            return;
        }
        var rows = logTabs.opened() == 1
                ? LogRows.service(release.snapshot().serviceEvents(), context.zone())
                : LogRows.build(release.log(), context.zone());
        log.show(rows);
        log.setVisible(!rows.isEmpty());
        noLog.setVisible(rows.isEmpty());
    }

    private void transition(int index) {
        var pipeline = release == null ? null : release.snapshot().pipeline();
        if (pipeline != null && index < pipeline.stages().size()) {
            feed.perform(Steering.transition(pipeline, pipeline.stages().get(index)));
        }
    }

    private void act(Act.Kind kind) {
        Steering.acts(release.snapshot()).stream()
                .filter(act -> act.kind() == kind && act.blocked().isEmpty())
                .findFirst()
                .ifPresent(feed::perform);
    }
}
