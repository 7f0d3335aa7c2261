package companion.desktop.live;

import companion.desktop.component.CardNote;
import companion.desktop.component.Clip;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.context.AppContext;
import companion.desktop.fx.Background;
import companion.desktop.fx.Focus;
import companion.desktop.fx.FxThread;
import companion.desktop.fx.Fxml;
import companion.desktop.fx.Pulse;
import companion.desktop.live.LiveModel.Head;
import companion.desktop.live.LiveModel.Piece;
import companion.desktop.live.LiveModel.Remark;
import companion.desktop.live.LiveModel.Target;
import companion.desktop.shell.View;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.act.Steering;
import companion.monitor.watch.Release;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The live view's controller: shows what a release tells, and hands presses to whoever acts. Nothing here waits. */
public final class LiveView implements View {
    private static final String NO_RELEASE = "No release yet. Push a commit to start one.";
    private static final Set<Kind> IN_THE_HEAD = Set.of(Kind.RELEASE_CHANGE, Kind.RETRY_STAGE, Kind.STOP_EXECUTION);
    /** From here on what moves would only flicker: at this speed a second is five minutes. */
    private static final double FAST = 300;

    private final LiveFeed feed;
    private final LiveModels models;
    private final AppContext context;
    private final BooleanSupplier still;
    private final Pulse pulse = Pulse.every(Duration.ofMillis(100), this::tick);
    private final ScrollPane node;
    private final Pilot pilot;
    private final Repeated<Act, ActButton> actButtons;
    private final Repeated<Piece, Label> pieces = new Repeated<>(Label::new, LiveView::paint);
    private final Repeated<Remark, RemarkLine> remarkLines = new Repeated<>(RemarkLine::new, RemarkLine::show);
    private final DeploymentCard deployment = new DeploymentCard();
    private final WaitPanel wait;
    private final TroubleCard trouble;
    private final VisitorsCard visitors;
    private final TimelineCard timeline = new TimelineCard();
    private final LogCard log;
    private final Runnable unlisten;
    private Consumer<Boolean> activity = active -> {};
    private @Nullable Release release;
    private @Nullable String refusal;
    private boolean inFront;
    private boolean active;
    private long shownAge = -1;
    private long shownSecond;

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
    private VBox remarks;

    @FXML
    private StageStrip stages;

    @FXML
    private StackPane nothing;

    @FXML
    private VBox body;

    @FXML
    private VBox upper;

    @FXML
    private VBox lower;

    /** @param still whether nothing may move */
    public LiveView(AppContext context, LiveFeed feed, BooleanSupplier still) {
        this.context = context;
        this.feed = feed;
        this.still = still;
        boolean practice = context.connection().isPractice();
        this.models = new LiveModels(context.zone(), practice, feed.usual());
        this.pilot = new Pilot(context.connection(), this::perform, feed::command);
        this.actButtons = new Repeated<>(() -> new ActButton(pilot), ActButton::show);
        this.wait = new WaitPanel(pilot, this::jump);
        this.trouble = new TroubleCard(pilot);
        this.visitors = new VisitorsCard(context::open);
        this.log = new LogCard(context.zone());
        this.node = Fxml.load(this, "live.fxml");
        body.getChildren().add(1, trouble);
        body.getChildren().add(body.getChildren().indexOf(lower), visitors);
        stages.on(this::transition, this::follow);
        var places = new LivePlaces(upper, deployment, wait, lower, timeline, log);
        node.widthProperty().subscribe(() -> arrange(places));
        title.fontProperty().subscribe(() -> arrange(places));
        node.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.L && !event.isShortcutDown()) {
                log.focusLog();
                event.consume();
            }
        });
        unlisten = feed.listen(FxThread.latest(this::show));
        paint();
    }

    private void arrange(LivePlaces places) {
        places.arrange(node.getWidth(), title.getFont().getSize());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        if (!Focus.enter(acts)) {
            node.requestFocus();
        }
    }

    @Override
    public void filter() {
        log.filter();
    }

    @Override
    public void refresh() {
        feed.wake();
    }

    @Override
    public void primary() {
        if (wait.isVisible()) {
            wait.primary();
        }
    }

    /** Opens the call behind what can be done about the wait. */
    public void showCall() {
        wait.open(true);
    }

    @Override
    public void shown(boolean front) {
        inFront = front;
        pulse.run(front);
        if (front) {
            feed.wake();
            paint();
        } else {
            turn(false);
        }
    }

    @Override
    public void onActivity(Consumer<Boolean> listener) {
        activity = listener;
        listener.accept(active);
    }

    @Override
    public void close() {
        pulse.run(false);
        unlisten.run();
    }

    private void show(Release next) {
        release = next;
        models.learn(next);
        boolean now = next.snapshot().isActive();
        if (now != active) {
            active = now;
            activity.accept(now);
        }
        if (inFront) {
            paint();
        }
    }

    /** Running times go on between reads; of what stands still only the age does. */
    private void tick() {
        long second = context.time().instant().getEpochSecond();
        if (active && second != shownSecond || feed.age().toSeconds() != shownAge) {
            shownSecond = second;
            paint();
        }
    }

    private void paint() {
        var now = release;
        boolean there = now != null && now.snapshot().pipeline() != null;
        shown(nothing, !there);
        shown(body, there);
        acts.setVisible(there);
        if (now == null || !there) {
            paintNothing(now);
            return;
        }
        var age = feed.age();
        shownAge = age.toSeconds();
        var model = models.of(now, context.time().instant(), age);
        paint(model.head());
        paintRemarks(model.remarks());
        var possible = Steering.acts(now.snapshot());
        actButtons.show(possible.stream().filter(act -> IN_THE_HEAD.contains(act.kind())).toList(), acts);
        stages.show(model.stages());
        deployment.show(model, isStill());
        shown(wait, model.waiting() != null);
        if (model.waiting() != null) {
            wait.show(model.waiting(), inTheWait(possible));
        }
        shown(trouble, model.trouble() != null);
        if (model.trouble() != null) {
            trouble.show(model.trouble(), possible.stream().filter(act -> act.kind() == Kind.RETRY_STAGE).toList());
        }
        visitors.show(model.visitors());
        timeline.show(model.timeline());
        log.show(now);
        turn(inFront && !isStill());
    }

    private void paintNothing(@Nullable Release now) {
        title.setText("Live view");
        badge.show(State.NOT_STARTED, "Not started");
        asOf.setText("");
        pieces.show(List.of(), about);
        paintRemarks(List.of());
        var note = now == null
                ? CardNote.loading()
                : now.snapshot().unread().stream()
                        .findFirst()
                        .map(unread -> CardNote.error(unread.code() + ", " + unread.message()))
                        .orElseGet(() -> CardNote.empty(NO_RELEASE));
        boolean same = !nothing.getChildren().isEmpty()
                && note.getAccessibleText().equals(nothing.getChildren().getFirst().getAccessibleText());
        if (!same) {
            nothing.getChildren().setAll(note);
        }
    }

    private void paint(Head head) {
        title.setText(head.pipeline());
        badge.show(head.state(), head.word());
        asOf.setText(head.asOf());
        pieces.show(head.about(), about);
    }

    private static void paint(Label label, Piece piece) {
        label.getStyleClass().setAll("label", "small", piece.code() ? "mono" : "words");
        label.setText(piece.text());
    }

    private void paintRemarks(List<Remark> read) {
        var all = new ArrayList<Remark>();
        if (refusal != null) {
            all.add(new Remark(State.FAILED, refusal));
        }
        all.addAll(read);
        remarkLines.show(all, remarks);
        shown(remarks, !all.isEmpty());
    }

    private static List<Act> inTheWait(List<Act> possible) {
        return possible.stream()
                .filter(act -> act.kind() == Kind.STOP_AND_ROLL_BACK
                        || act.kind() == Kind.END_WAIT && act.blocked().isEmpty())
                .toList();
    }

    /** Whether nothing may move, because the user or the speed of the clock says so. */
    private boolean isStill() {
        return still.getAsBoolean()
                || context.clock().map(clock -> clock.speed().factor() >= FAST).orElse(false);
    }

    private void turn(boolean on) {
        badge.glyph().turn(on && badge.glyph().getState() == State.RUNNING);
        stages.turn(on);
        deployment.turn(on);
        wait.turn(on);
    }

    private static void shown(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void transition(int index) {
        var pipeline = release == null ? null : release.snapshot().pipeline();
        if (pipeline != null && index < pipeline.stages().size()) {
            pilot.perform(Steering.transition(pipeline, pipeline.stages().get(index)));
        }
    }

    /** AWS's own page where there is one; otherwise the id is of use on the command line. */
    private void follow(Target target) {
        if (target.address() == null) {
            Clip.copy(target.id());
        } else {
            context.open(URI.create(target.address()));
        }
    }

    private void jump(Instant to) {
        context.clock().ifPresent(clock -> Background.run("jump", () -> {
            var ahead = Duration.between(clock.now(), to);
            if (ahead.isPositive()) {
                clock.step(ahead);
            }
            feed.wake();
        }));
    }

    private void perform(Act act) {
        refusal = null;
        feed.perform(act, why -> FxThread.run(() -> {
            refusal = act.label() + " was refused: " + why;
            paint();
        }));
    }
}
