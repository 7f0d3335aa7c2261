package companion.desktop.wizard;

import companion.desktop.activity.ActivityController;
import companion.desktop.activity.ActivityModel;
import companion.desktop.component.Announcer;
import companion.desktop.context.AppContext;
import companion.desktop.cost.CostNote;
import companion.desktop.fx.Fxml;
import companion.desktop.fx.Pulse;
import companion.desktop.theme.Appearance;
import companion.workshop.Input;
import companion.workshop.SessionState;
import java.time.Duration;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * The wizard: the page of the open stage, the guide beside it, the drawer below; and what its buttons ask of the
 * session.
 */
public final class WizardController implements StageWishes {
    private final AppContext context;
    private final ActivityModel activity;
    private final Appearance appearance;
    private final Runnable openCleanUp;
    private final Node node;
    private final StageListController list;
    private final StageController stage;
    private final GuideController guide;
    private final ActivityController drawer;
    private final Announcer announcer = new Announcer();
    private final Stopwatch watch;
    private final RunAll runAll;
    private final Pulse pulse = Pulse.every(Duration.ofMillis(100), this::tick);
    private SessionState session;
    private String selected;
    private boolean stopAsked;
    /** Whether the learner did anything yet; before that the page follows what is read of an earlier session. */
    private boolean steered;

    @FXML
    private StackPane page;

    @FXML
    private StackPane drawerHolder;

    @FXML
    private StackPane side;

    /** @param others the other screens, as the stage list offers them */
    public WizardController(
            AppContext context,
            ActivityModel activity,
            Appearance appearance,
            List<StageListController.Destination> others,
            Runnable openCleanUp,
            Runnable openLive) {
        this.context = context;
        this.activity = activity;
        this.appearance = appearance;
        this.openCleanUp = openCleanUp;
        this.session = context.session().state();
        this.selected = WizardModel.toOpen(session);
        this.watch = new Stopwatch(context.time());
        this.runAll = new RunAll(context.session());
        this.list = new StageListController(others, this::open, this::retry);
        this.guide = new GuideController(context.notes(), context::open);
        this.drawer = new ActivityController(activity, context.zone());
        this.stage = new StageController(this, this::answer, context::open, this::open, openLive);
        this.node = Fxml.load(this, "wizard.fxml");
        page.getChildren().add(stage.node());
        drawerHolder.getChildren().add(drawer.node());
        drawerHolder.getChildren().add(announcer);
        arrange(Room.WIDE);
    }

    public Node node() {
        return node;
    }

    /** The list of stages, which stands at the left of the window. */
    public StageListController list() {
        return list;
    }

    public ActivityController drawer() {
        return drawer;
    }

    /** Fits the page to the room there is. */
    public void arrange(Room room) {
        boolean beside = room == Room.WIDE;
        side.getChildren().setAll(beside ? List.of(guide.node()) : List.of());
        side.setVisible(beside);
        side.setManaged(beside);
        stage.narrow(beside ? null : guide.node(), room == Room.NARROW);
    }

    /** Shows a state of the session. */
    public void show(SessionState next) {
        session = next;
        if (!steered && next.running() == null) {
            selected = WizardModel.toOpen(next);
        }
        watch.told(next);
        steered |= next.running() != null;
        if (next.running() == null) {
            stopAsked = false;
        } else if (runAll.isGoing()) {
            selected = next.running();
        }
        show();
    }

    private void show() {
        var wish = new WizardModel.Wish(stopAsked, stage.problem(), !context.connection().isPractice());
        var model = WizardModel.of(session, selected, wish);
        list.show(model);
        list.show(CostNote.of(session.ledger(), context.connection().isPractice()));
        stage.show(model);
        var news = WizardNews.of(model);
        if (!news.isEmpty()) {
            announcer.say(news);
        }
        guide.show(model.page().stage());
        boolean runs = session.running() != null;
        stage.turn(runs && !appearance.still().get());
        pulse.run(runs);
        tick();
    }

    private void tick() {
        stage.tick(watch);
    }

    /** Opens the page of a stage. */
    public void open(String stageId) {
        steered = true;
        selected = stageId;
        show();
    }

    private void retry(String stageId) {
        open(stageId);
        context.session().runStage(stageId);
    }

    private String answer(String service, String operation) {
        return activity.newest(service, operation)
                .map(item -> item.took().isEmpty()
                        ? "calling"
                        : item.status().isEmpty()
                                ? "done in " + item.took()
                                : "answered " + item.status() + " in " + item.took())
                .orElse("");
    }

    @Override
    public void primary(Actions.Primary primary) {
        switch (primary) {
            case Actions.Primary.RunStage here -> context.session().runStage(here.stageId());
            case Actions.Primary.GoOn next -> {
                open(next.stageId());
                if (next.run()) {
                    context.session().runStage(next.stageId());
                }
            }
            case Actions.Primary.OpenCleanUp done -> openCleanUp.run();
        }
    }

    /** Presses the primary button. */
    public void primary() {
        stage.bar().press();
    }

    /** Why the primary button cannot be pressed; empty if it can. */
    public String blocked() {
        return stage.bar().actions().map(Actions::blocked).orElse("");
    }

    /** Why no step of the open stage can be run; empty if one can. */
    public String noStep() {
        return stage.bar().actions().map(Actions::nextStep).orElse("");
    }

    /** Why the stages that are left cannot be run; empty if they can. */
    public String notAll() {
        return stage.bar().actions().map(Actions::runAll).orElse("");
    }

    @Override
    public void runNextStep() {
        context.session().runNextStep(selected);
    }

    @Override
    public void runAll() {
        runAll.start();
    }

    @Override
    public void halt(Actions.Halt halt) {
        runAll.stop();
        if (halt == Actions.Halt.NOW) {
            context.session().cancel();
        } else {
            stopAsked = true;
            context.session().stopAfterStep();
            show();
        }
    }

    @Override
    public void mend() {
        context.session().runStage(selected);
    }

    @Override
    public void choose(Input input, String value) {
        steered = true;
        context.session().choose(input.id(), value);
    }

    @Override
    public void judged() {
        show();
    }

    /** Reads what of all stages is there. */
    public void refresh() {
        if (session.running() == null) {
            context.session().refresh();
        }
    }

    /** The page, without the guide and the drawer. */
    public Node page() {
        return page;
    }

    /** Where the guide stands; empty if it is a tab of the page. */
    public Node side() {
        return side;
    }

    /** The state that is shown. */
    public SessionState session() {
        return session;
    }

    /** Offers to watch the release that goes on, or no longer does. */
    public void watchable(boolean goesOn) {
        stage.watchable(goesOn);
    }

    /** Stops what the wizard itself keeps going. */
    public void close() {
        runAll.stop();
        pulse.run(false);
    }

    /** Puts the keyboard on the steps. */
    public void focus() {
        stage.focus();
    }
}
