package companion.desktop.live;

import companion.desktop.component.CardNote;
import companion.desktop.component.Clip;
import companion.desktop.component.Keys;
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
import companion.desktop.live.act.ActButton;
import companion.desktop.live.act.Pilot;
import companion.desktop.shell.View;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.desktop.text.Format;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.act.Steering;
import companion.monitor.watch.Release;
import companion.monitor.why.Why;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    /** In px at the usual size of type. */
    private static final double ROOM_FOR_TWO = 1128;
    private static final double USUAL_TITLE = 20;

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
    private final ReleasePage page;
    private final WhyPage whyPage;
    private final WhyNotice notice;
    private final Rewind rewind;
    private final Runnable unlisten;
    private Consumer<Boolean> activity = active -> {};
    private @Nullable Release release;
    private @Nullable String refusal;
    private Optional<Why> why = Optional.empty();
    /** The failure that was shown by itself, so that it is not shown again after somebody has left it. */
    private Optional<String> told = Optional.empty();
    private boolean explained;
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
    private StackPane pages;

    /** @param still whether nothing may move */
    public LiveView(AppContext context, LiveFeed feed, BooleanSupplier still) {
        this.context = context;
        this.feed = feed;
        this.still = still;
        boolean practice = context.connection().isPractice();
        this.models = new LiveModels(context.zone(), practice, feed.usual());
        this.rewind = new Rewind(feed::past);
        this.pilot = new Pilot(context.connection(), this::perform, feed::command);
        this.actButtons = new Repeated<>(() -> new ActButton(pilot), ActButton::show);
        this.pilot.hold(() -> rewind.viewing()
                .map(at -> "You look at " + Format.time(at, context.zone()) + ". Go back to live to act."));
        this.page = new ReleasePage(pilot, context, this::jump, new TimeTravel());
        this.whyPage = new WhyPage(pilot, context.zone());
        this.notice = new WhyNotice(() -> explain(true));
        this.node = Fxml.load(this, "live.fxml");
        body.getChildren().add(body.getChildren().indexOf(pages), notice);
        stages.on(this::transition, this::follow);
        // The page's scroll pane would take Home and End for itself.
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        node.widthProperty().subscribe(this::arrange);
        title.fontProperty().subscribe(this::arrange);
        unlisten = feed.listen(FxThread.latest(this::show));
        paint();
    }

    /** Side by side where there is room for two; the title's size tells the zoom. */
    private void arrange() {
        boolean wide = node.getWidth() * USUAL_TITLE / title.getFont().getSize() >= ROOM_FOR_TWO;
        page.arrange(wide);
        whyPage.arrange(wide);
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
        explain(false);
        page.log().filter();
    }

    @Override
    public boolean key(String typed) {
        switch (typed) {
            case "w" -> explain(why.isPresent() && !explained);
            case "l" -> {
                explain(false);
                page.log().focusLog();
            }
            case "," -> travel(rewind::back);
            case "." -> travel(rewind::on);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void travel(Consumer<Instant> way) {
        way.accept(context.time().instant());
        explained &= rewind.viewing().isEmpty();
        paint();
    }

    private final class TimeTravel implements TimelineCard.Travel {
        @Override
        public void start() {
            travel(rewind::start);
        }

        @Override
        public void back() {
            travel(rewind::back);
        }

        @Override
        public void on() {
            travel(rewind::on);
        }

        @Override
        public void live() {
            travel(now -> rewind.live());
        }

        @Override
        public void to(Instant instant) {
            travel(now -> rewind.to(instant, now));
        }
    }

    private void pressed(KeyEvent event) {
        var code = event.getCode();
        var focused = node.getScene().getFocusOwner();
        if (event.isShortcutDown() || page.log().isFocusedWithin() || focused != null && Keys.isTyping(focused)) {
            return;
        }
        if (code == KeyCode.HOME) {
            travel(rewind::start);
        } else if (code == KeyCode.END) {
            travel(now -> rewind.live());
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public void refresh() {
        feed.wake();
    }

    @Override
    public void primary() {
        if (explained) {
            whyPage.primary();
        } else {
            page.primary();
        }
    }

    /** Opens the calls behind what can be done now. */
    public void showCall() {
        if (explained) {
            whyPage.showCalls();
        } else {
            page.showCall();
        }
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
        var then = rewind.release();
        var time = rewind.viewing().filter(at -> then.isPresent()).orElseGet(context.time()::instant);
        var model = then.isPresent()
                ? models.of(then.get(), time, now, context.time().instant())
                : models.of(now, time, age);
        paint(model.head());
        paintRemarks(model.remarks());
        var shown = then.orElse(now);
        var possible = pilot.offered(Steering.acts(shown.snapshot()));
        actButtons.show(possible.stream().filter(act -> IN_THE_HEAD.contains(act.kind())).toList(), acts);
        stages.show(model.stages());
        paintPages(shown, time, model, possible);
        turn(inFront && !isStill());
    }

    private void paintPages(Release now, Instant time, LiveModel model, List<Act> possible) {
        why = feed.why(now);
        var failed = why.filter(each -> each.kind() != Why.Kind.TRAP).map(each -> execution(now));
        boolean present = rewind.viewing().isEmpty();
        if (present && failed.isPresent() && !failed.equals(told)) {
            explained = true;
        }
        told = present && failed.isPresent() ? failed : told;
        explained &= why.isPresent();
        notice.show(explained ? Optional.empty() : why);
        if (explained) {
            whyPage.show(why.orElseThrow(), model, now, time, possible);
        } else {
            var viewing = rewind.viewing().map(at -> Format.time(at, context.zone())).orElse("");
            page.show(model, now, possible, isStill(), viewing, rewind.canGoBack());
        }
        Node open = explained ? whyPage : page;
        if (!pages.getChildren().contains(open)) {
            pages.getChildren().setAll(open);
        }
    }

    private static String execution(Release release) {
        var pipeline = release.snapshot().pipeline();
        return pipeline == null
                ? ""
                : pipeline.latest().map(latest -> latest.id() + latest.status()).orElse("");
    }

    /** Shows why the release failed in place of the release, or the release again. */
    private void explain(boolean on) {
        explained = on;
        paint();
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

    /** Whether nothing may move, because the user or the speed of the clock says so. */
    private boolean isStill() {
        return still.getAsBoolean()
                || context.clock().map(clock -> clock.speed().factor() >= FAST).orElse(false);
    }

    private void turn(boolean on) {
        badge.glyph().turn(on && badge.glyph().getState() == State.RUNNING);
        stages.turn(on);
        page.turn(on);
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
