package companion.desktop.wall;

import companion.desktop.component.FilterField;
import companion.desktop.component.Segmented;
import companion.desktop.context.AppContext;
import companion.desktop.fx.Background;
import companion.desktop.fx.FxThread;
import companion.desktop.fx.Fxml;
import companion.desktop.fx.Pulse;
import companion.desktop.notify.Notice;
import companion.desktop.shell.Command;
import companion.desktop.shell.Frame;
import companion.desktop.shell.Scope;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.desktop.status.StatusGlyph;
import companion.desktop.wall.places.PlacesDoor;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.wall.Notices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The monitor wall's controller: shows what a feed tells, and says which pipeline somebody wants to see. Nothing here waits. */
public final class WallView implements View {
    /** In em: in a narrower page the filter takes the title's line, and what belongs to it stands below. */
    private static final double ROOM_FOR_ONE_LINE = 96;

    private final AppContext context;
    private final WallFeed feed;
    private final Consumer<PipelineKey> watchIt;
    private final BooleanSupplier still;
    private final WallMemory memory;
    private final WallModel model;
    private final Notices notices = new Notices();
    private final VBox node;
    private final TileGrid grid;
    private final FilterField filter = new FilterField("Name, Region, commit, status", "mdi2m-magnify");
    private final Segmented<Optional<Standing>> standings;
    private final OrderMenu orders;
    private final WallCommands commands;
    private final Radiator radiator;
    private final PlacesDoor places;
    private final Pulse pulse = Pulse.every(Duration.ofMillis(250), this::tick);
    private final ReadAge age;
    private final WallNote note;
    private final Runnable unlisten;
    private Frame frame = Frame.NONE;
    private boolean inFront;
    private boolean alone;
    private Set<PipelineKey> looked = Set.of();

    @FXML
    private HBox head;

    @FXML
    private Label title;

    @FXML
    private Label asOf;

    @FXML
    private StatusBadge stale;

    @FXML
    private Region gap;

    @FXML
    private HBox tools;

    @FXML
    private Button place;

    @FXML
    private StackPane placesRoom;

    @FXML
    private MenuButton order;

    @FXML
    private Button watch;

    @FXML
    private StackPane below;

    @FXML
    private HBox unread;

    @FXML
    private Label unreadWords;

    @FXML
    private StackPane body;

    /**
     * @param watchIt makes the live view watch another pipeline
     * @param still whether nothing may move
     */
    public WallView(AppContext context, WallFeed feed, Consumer<PipelineKey> watchIt, BooleanSupplier still) {
        this.context = context;
        this.feed = feed;
        this.watchIt = watchIt;
        this.still = still;
        this.memory = new WallMemory(context.memory());
        this.model = new WallModel(feed::tag, memory.pinned(), memory.query());
        TileClock clock = pipeline -> feed.now(pipeline, context.time());
        this.grid = new TileGrid(clock);
        this.radiator = new Radiator(clock);
        this.node = Fxml.load(this, "wall.fxml");
        this.standings = new Segmented<>(StandingChoices.of(), only -> ask(model.query().only(only.orElse(null))));
        StandingChoices.sign(standings);
        standings.setAccessibleText("Which pipelines");
        standings.show(Optional.empty());
        this.orders = new OrderMenu(order, model.query(), this::ask, this::showAlone);
        HBox.setHgrow(filter, Priority.ALWAYS);
        tools.getChildren().addAll(0, List.of(filter, standings));
        unread.getChildren().addFirst(new StatusGlyph(14, State.WARNING));
        body.getChildren().add(grid);
        age = new ReadAge(asOf, stale);
        places = new PlacesDoor(feed.places(), place, placesRoom, this::scoped);
        note = new WallNote(body);
        var acts = new TileActs(context, feed, this::watch, this::pin, this::say);
        new GridKeys(grid, acts);
        grid.onPick(this::name);
        watch.setOnAction(event -> primary());
        name(Optional.empty());
        filter.text().subscribe(text -> ask(model.query().text(text)));
        filter.onDown(() -> {
            grid.requestFocus();
            grid.moveToEnd(false);
        });
        node.widthProperty().subscribe(this::arrange);
        title.fontProperty().subscribe(this::arrange);
        this.commands = new WallCommands(this, grid, acts);
        Consumer<WallSnapshot> show = FxThread.latest(this::show);
        unlisten = feed.listen(snapshot -> {
            tell(snapshot);
            show.accept(snapshot);
        });
        paint();
    }

    /** In a narrow page what narrows the wall stands in a line of its own. */
    private void arrange() {
        double unit = title.getFont().getSize() / 1.538;
        boolean oneLine = node.getWidth() >= unit * ROOM_FOR_ONE_LINE;
        shown(gap, !oneLine);
        var place = oneLine ? head : below;
        if (tools.getParent() != place) {
            ((Pane) tools.getParent()).getChildren().remove(tools);
            ((Pane) filter.getParent()).getChildren().remove(filter);
            if (oneLine) {
                head.getChildren().add(head.getChildren().size() - 1, tools);
                tools.getChildren().addFirst(filter);
            } else {
                below.getChildren().add(tools);
                head.getChildren().add(head.getChildren().size() - 1, filter);
            }
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        grid.requestFocus();
    }

    @Override
    public void filter() {
        filter.enter();
    }

    @Override
    public void refresh() {
        feed.wake();
    }

    /** Opens the live view of the pipeline that is picked, or of the first one. */
    @Override
    public void primary() {
        grid.picked().or(() -> grid.all().stream().findFirst()).ifPresent(item -> watch(item.key()));
    }

    private void watch(PipelineKey key) {
        watchIt.accept(key);
        frame.open(ViewId.LIVE);
    }

    @Override
    public void placed(Frame in) {
        frame = in;
    }

    @Override
    public Optional<Scope> scope() {
        int regions = feed.regions().size();
        var chosen = places.title();
        return Optional.of(new Scope(
                ViewId.PIPELINES, regions < 2 ? "" : chosen.isEmpty() ? regions + " Regions" : chosen));
    }

    @Override
    public List<Command> commands() {
        return commands.all();
    }

    @Override
    public void shown(boolean front) {
        inFront = front;
        pulse.run(front);
        look();
        if (front) {
            feed.wake();
            paint();
        }
        turn();
    }

    @Override
    public Optional<Node> alone() {
        alone = true;
        paint();
        look();
        turn();
        return Optional.of(radiator);
    }

    @Override
    public void together() {
        alone = false;
        paint();
        look();
        turn();
    }

    @Override
    public void close() {
        pulse.run(false);
        places.close();
        unlisten.run();
    }

    /** Asks for another part of the wall, or another order. */
    void ask(WallQuery next) {
        var before = model.query();
        model.ask(next);
        orders.show(next);
        if (before.sort() != next.sort() || before.grouping() != next.grouping()) {
            remember();
        }
        paint();
    }

    WallQuery query() {
        return model.query();
    }

    void pin(PipelineKey key) {
        model.pin(key, !model.pinned().contains(key));
        remember();
        paint();
    }

    private void remember() {
        var pinned = model.pinned();
        var query = model.query();
        Background.run("remember", () -> memory.keep(pinned, query));
    }

    /** On any thread: of the snapshots that no picture is made of, each may have news. */
    private void tell(WallSnapshot snapshot) {
        synchronized (notices) {
            for (var news : notices.add(snapshot)) {
                var notice = News.of(news, feed.tag(news.pipeline().account()), () -> watch(news.pipeline()));
                FxThread.run(() -> frame.tell(notice));
            }
        }
    }

    private void show(WallSnapshot snapshot) {
        model.show(snapshot);
        if (inFront) {
            paint();
        }
    }

    private void tick() {
        paintAge();
        look();
        if (alone) {
            radiator.tick(age.text());
        } else {
            grid.tick();
        }
    }

    private void paint() {
        paintAge();
        if (alone) {
            radiator.show(model.items(), age.text());
            return;
        }
        grid.show(model.sections());
        if (model.isKnown()) {
            StandingChoices.count(standings, model.counts());
        }
        boolean some = !model.isEmpty();
        watch.setDisable(!some);
        filter.setDisable(!some);
        var words = model.unread();
        unread.setVisible(!words.isEmpty());
        unread.setManaged(!words.isEmpty());
        if (!words.equals(unreadWords.getText())) {
            unreadWords.setText(words);
            unreadWords.setTooltip(words.isEmpty() ? null : new Tooltip(model.unreadAtLength()));
        }
    }

    private void paintAge() {
        age.show(model.isKnown(), feed.age());
        note.show(model, feed.regions());
    }

    private void name(Optional<TileItem> item) {
        watch.setAccessibleText(item.map(picked -> "Watch " + picked.key().name()).orElse("Watch a pipeline"));
    }

    /** What nobody sees need not be read as often. */
    private void look() {
        Set<PipelineKey> now = !inFront ? Set.of() : alone ? radiator.inView() : grid.inView();
        if (!now.equals(looked)) {
            looked = now;
            feed.watched(now);
        }
    }

    private void turn() {
        boolean moving = inFront && !still.getAsBoolean();
        grid.turn(moving && !alone);
        radiator.turn(moving && alone);
    }

    /** Other accounts and Regions are shown now, which the head of the window says. */
    private void scoped() {
        if (inFront) {
            frame.open(ViewId.PIPELINES);
        }
    }

    /** Opens the choice of accounts and Regions. */
    void showPlaces() {
        places.toggle();
    }

    /** Shows the radiator over the whole screen. */
    void showAlone() {
        frame.fullScreen();
    }

    private void say(String words, String text) {
        frame.tell(Notice.passing(words, text));
    }

    private static void shown(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
