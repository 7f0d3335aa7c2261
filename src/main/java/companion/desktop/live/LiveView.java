package companion.desktop.live;

import companion.desktop.component.Announcer;
import companion.desktop.component.Clip;
import companion.desktop.component.Repeated;
import companion.desktop.context.AppContext;
import companion.desktop.fx.Background;
import companion.desktop.fx.Focus;
import companion.desktop.fx.FxThread;
import companion.desktop.fx.Fxml;
import companion.desktop.fx.Pulse;
import companion.desktop.fx.UsualWidth;
import companion.desktop.live.LiveModel.Target;
import companion.desktop.live.act.ActButton;
import companion.desktop.live.act.Pilot;
import companion.desktop.live.history.HistoryPage;
import companion.desktop.shell.View;
import companion.desktop.status.StatusBadge;
import companion.desktop.text.Format;
import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.act.PipelineActs;
import companion.monitor.act.Steering;
import companion.monitor.watch.Release;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    private static final Set<Kind> IN_THE_HEAD = Set.of(Kind.RELEASE_CHANGE, Kind.RETRY_STAGE, Kind.STOP_EXECUTION);
    /** From here on what moves would only flicker: at this speed a second is five minutes. */
    private static final double FAST = 300;
    /** In px at the usual size of type. */
    private static final double ROOM_FOR_TWO = 1128;
    private static final double USUAL_TITLE = 20;

    private final LiveFeed feed;
    private LiveModels models;
    private final AppContext context;
    private final BooleanSupplier still;
    private final Pulse pulse = Pulse.every(Duration.ofMillis(100), this::tick);
    private final ScrollPane node;
    private final Pilot pilot;
    private final Repeated<Act, ActButton> actButtons;
    private final LivePages pageStack;
    private final StagesPane stages;
    private final LiveHead head;
    private final LiveKeys keys;
    private final Travels travels;
    private final Rewind rewind;
    private final Announcer announcer = new Announcer();
    private final Runnable unlisten;
    private final Runnable unswitch;
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
    private HBox tools;

    @FXML
    private FlowPane about;

    @FXML
    private VBox remarks;

    @FXML
    private StackPane stagesPlace;

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
        this.models = models();
        this.rewind = new Rewind(feed::past);
        this.pilot = new Pilot(context.connection(), context.readOnly(), this::perform, feed::commands);
        this.actButtons = new Repeated<>(() -> new ActButton(pilot), ActButton::show);
        this.pilot.hold(() -> rewind.viewing()
                .map(at -> "You look at " + Format.time(at, context.zone()) + ". Go back to live to act."));
        this.node = Fxml.load(this, "live.fxml");
        this.travels = new Travels(rewind, context.time(), this::travelled);
        this.pageStack = new LivePages(body, pages, pilot, context, feed, rewind, travels, this::jump, this::paint);
        this.stages = new StagesPane(this::transition, this::follow, this::choose);
        stagesPlace.getChildren().setAll(stages);
        this.head = new LiveHead(title, badge, asOf, about, remarks, nothing);
        this.keys = new LiveKeys(pageStack, stages, travels, this::openConsole, this::toggleGraph, this::readingCommand);
        LiveTools.fill(tools, keys, context.connection().isPractice());
        ((VBox) node.getContent()).getChildren().add(announcer);
        UsualWidth.of(node, title, USUAL_TITLE, width -> pageStack.arrange(width >= ROOM_FOR_TWO));
        unswitch = context.readOnly().listen(() -> FxThread.run(this::paint));
        unlisten = feed.listen(FxThread.latest(this::show));
        paint();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        // Before its first frame the page is not in the window yet, and could not take the keyboard.
        node.applyCss();
        if (!Focus.enter(acts)) {
            node.requestFocus();
        }
    }

    @Override
    public void filter() {
        pageStack.log().filter();
    }

    @Override
    public boolean key(String typed) {
        if (release == null) {
            return false;
        }
        return keys.typed(typed, node.getScene().getFocusOwner());
    }

    @Override
    public boolean key(KeyCode code) {
        return keys.pressed(code);
    }

    private void travelled() {
        pageStack.travelled();
    }

    private void toggleGraph() {
        stages.toggle();
        paint();
        // The picture has keys of its own; and what it took the place of cannot keep the keyboard.
        stages.enter();
    }

    /** The pipeline's page there; a practice cloud has none. */
    private void openConsole() {
        var pipeline = release == null ? null : release.snapshot().pipeline();
        if (pipeline != null && !context.connection().isPractice()) {
            context.open(ConsoleAddress.pipeline(context.connection().region(), pipeline.name()));
        }
    }

    private String readingCommand() {
        var pipeline = release == null ? null : release.snapshot().pipeline();
        return pipeline == null
                ? ""
                : "aws codepipeline get-pipeline-state --name " + pipeline.name() + " --region "
                        + context.connection().region();
    }

    @Override
    public void refresh() {
        feed.wake();
    }

    @Override
    public void primary() {
        pageStack.primary();
    }

    @Override
    public String blocked() {
        return release == null ? "No release was read yet." : pageStack.blocked();
    }

    /** Opens the calls behind what can be done now. */
    public void showCall() {
        pageStack.showCall();
    }

    /** The executions before this one. */
    public HistoryPage history() {
        return pageStack.history();
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
        unswitch.run();
    }

    /** What is learned of a pipeline, such as which version is Blue, says nothing of another one. */
    private LiveModels models() {
        return new LiveModels(context.zone(), context.connection().isPractice(), feed::usual);
    }

    private void show(Release next) {
        if (isOther(next)) {
            models = models();
            rewind.live();
            refusal = null;
            pageStack.anew();
        }
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

    private boolean isOther(Release next) {
        var before = release == null ? null : release.snapshot().pipeline();
        var now = next.snapshot().pipeline();
        return before != null && now != null && !before.name().equals(now.name());
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
        tools.setVisible(there);
        if (now == null || !there) {
            head.showNothing(now, refusal);
            return;
        }
        var age = feed.age();
        shownAge = age.toSeconds();
        var then = rewind.release().filter(each -> each.snapshot().pipeline() != null);
        var time = rewind.viewing().filter(at -> then.isPresent()).orElseGet(context.time()::instant);
        var model = then.isPresent()
                ? models.of(then.get(), time, now, context.time().instant())
                : models.of(now, time, age);
        head.show(model.head(), then.isPresent(), model.remarks(), refusal);
        var shown = then.orElse(now);
        var possible = pilot.offered(Stream.concat(
                        feed.remedy(shown).stream(), Steering.acts(shown.snapshot()).stream())
                .toList());
        actButtons.show(possible.stream().filter(act -> IN_THE_HEAD.contains(act.kind())).toList(), acts);
        stages.show(Objects.requireNonNull(shown.snapshot().pipeline()), model.stages(), time);
        pageStack.show(shown, time, model, possible, isStill());
        if (then.isEmpty()) {
            announcer.say(LiveNews.of(model));
        }
        turn(inFront && !isStill());
        keepFocus();
    }

    /** A button that cannot be pressed any more would give the keyboard to whatever comes first in the window. */
    private void keepFocus() {
        var focused = node.getScene() == null ? null : node.getScene().getFocusOwner();
        if (focused != null && focused.isDisabled() && Focus.isWithin(node)) {
            Focus.enter(tools);
        }
    }

    /** Whether nothing may move, because the user or the speed of the clock says so. */
    private boolean isStill() {
        return still.getAsBoolean()
                || context.clock().map(clock -> clock.speed().factor() >= FAST).orElse(false);
    }

    private void turn(boolean on) {
        head.turn(on);
        stages.turn(on);
        pageStack.turn(on);
    }

    private static void shown(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void transition(int index) {
        var pipeline = release == null ? null : release.snapshot().pipeline();
        if (pipeline == null || index >= pipeline.stages().size()) {
            return;
        }
        var stage = pipeline.stages().get(index);
        if (stage.inbound().enabled()) {
            pageStack.actOn(stage.name());
        } else {
            pilot.perform(PipelineActs.transition(pipeline, stage, ""));
        }
    }

    private void choose(int index) {
        var pipeline = release == null ? null : release.snapshot().pipeline();
        if (pipeline != null && index < pipeline.stages().size()) {
            pageStack.actOn(pipeline.stages().get(index).name());
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
