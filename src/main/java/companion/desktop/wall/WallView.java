package companion.desktop.wall;

import companion.desktop.component.CardNote;
import companion.desktop.component.Clip;
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
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.WallSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

/** The monitor wall's controller: shows what a feed tells, and says which pipeline somebody wants to see. Nothing here waits. */
public final class WallView implements View {
    private static final String NO_MATCH = "No match. Esc clears the filter.";
    private static final Duration LOADING_AFTER = Duration.ofMillis(300);
    private static final Duration STALE = Duration.ofSeconds(30);
    /** In em: in a narrower page the filter and what belongs to it stand below the title. */
    private static final double ROOM_FOR_ONE_LINE = 78;

    private final AppContext context;
    private final WallFeed feed;
    private final Consumer<PipelineKey> watchIt;
    private final BooleanSupplier still;
    private final WallMemory memory;
    private final WallModel model;
    private final Outcomes outcomes = new Outcomes();
    private final VBox node;
    private final TileGrid grid;
    private final FilterField filter = new FilterField("Name, region, account, commit, status", "mdi2m-magnify");
    private final Segmented<Optional<Standing>> standings;
    private final OrderMenu orders;
    private final WallCommands commands;
    private final Radiator radiator = new Radiator();
    private final Pulse pulse = Pulse.every(Duration.ofMillis(250), this::tick);
    private final long opened = System.nanoTime();
    private final Runnable unlisten;
    private Frame frame = Frame.NONE;
    private boolean inFront;
    private boolean alone;
    private @Nullable CardNote note;
    private String noted = "";

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
        this.grid = new TileGrid(context.time());
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
        unlisten = feed.listen(FxThread.latest(this::show));
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
            if (oneLine) {
                head.getChildren().add(head.getChildren().size() - 1, tools);
            } else {
                below.getChildren().add(tools);
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
        return Optional.of(new Scope(ViewId.PIPELINES, regions < 2 ? "" : regions + " regions"));
    }

    @Override
    public List<Command> commands() {
        return commands.all();
    }

    @Override
    public void shown(boolean front) {
        inFront = front;
        pulse.run(front);
        feed.watched(front);
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
        turn();
        return Optional.of(radiator);
    }

    @Override
    public void together() {
        alone = false;
        paint();
        turn();
    }

    @Override
    public void close() {
        pulse.run(false);
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

    private void show(WallSnapshot snapshot) {
        model.show(snapshot);
        for (var outcome : outcomes.of(snapshot)) {
            frame.tell(Notices.of(outcome, feed.tag(outcome.key().account()), () -> watch(outcome.key())));
        }
        if (inFront) {
            paint();
        }
    }

    private void tick() {
        if (note != null || !model.isKnown()) {
            paintNote();
        }
        paintAge();
        if (alone) {
            radiator.tick(asOf.getText(), context.time().instant());
        } else {
            grid.tick();
        }
    }

    private void paint() {
        paintAge();
        paintNote();
        if (alone) {
            radiator.show(model.items(), asOf.getText(), context.time().instant());
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
        var age = feed.age();
        boolean old = model.isKnown() && age.compareTo(STALE) >= 0;
        var words = model.isKnown() ? "as of " + Age.of(age) + " ago" : "";
        if (!words.equals(asOf.getText())) {
            asOf.setText(words);
            stale.show(State.STALE, "As of " + Age.of(age) + " ago");
        }
        shown(asOf, !old);
        shown(stale, old);
    }

    private void paintNote() {
        var key = noteKey();
        if (key.equals(noted)) {
            return;
        }
        noted = key;
        body.getChildren().remove(note);
        note = switch (key) {
            case "" -> null;
            case "loading" -> CardNote.loading();
            default -> CardNote.empty(key);
        };
        if (note != null) {
            note.setMaxHeight(Region.USE_PREF_SIZE);
            body.getChildren().add(note);
        }
    }

    private String noteKey() {
        if (!model.isKnown()) {
            return System.nanoTime() - opened >= LOADING_AFTER.toNanos() ? "loading" : "";
        }
        if (model.isEmpty()) {
            var regions = feed.regions();
            return "No pipeline in " + listed(regions) + ". Choose another region, or run the workshop.";
        }
        return model.sections().isEmpty() ? NO_MATCH : "";
    }

    private String listed(List<String> regions) {
        int last = regions.size() - 1;
        return switch (regions.size()) {
            case 0 -> context.connection().region();
            case 1 -> regions.getFirst();
            default -> String.join(", ", regions.subList(0, last)) + " or " + regions.get(last);
        };
    }

    private void name(Optional<TileItem> item) {
        watch.setAccessibleText(item.map(picked -> "Watch " + picked.key().name()).orElse("Watch a pipeline"));
    }

    private void turn() {
        boolean moving = inFront && !still.getAsBoolean();
        grid.turn(moving && !alone);
        radiator.turn(moving && alone);
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
