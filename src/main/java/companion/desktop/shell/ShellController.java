package companion.desktop.shell;

import companion.desktop.activity.ActivityModel;
import companion.desktop.cleanup.CleanUpController;
import companion.desktop.context.AppContext;
import companion.desktop.fx.FxThread;
import companion.desktop.fx.Fxml;
import companion.desktop.notify.Notice;
import companion.desktop.notify.Toasts;
import companion.desktop.status.State;
import companion.desktop.theme.Appearance;
import companion.desktop.wizard.Room;
import companion.desktop.wizard.StageListController.Destination;
import companion.desktop.wizard.WizardController;
import companion.workshop.SessionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The frame: which view is open, how it is reached, and the palette and keys above it. */
public final class ShellController {
    private static final double LOW = 720;

    private final AppContext context;
    private final Appearance appearance;
    private final ActivityModel activity = new ActivityModel();
    private final Map<ViewId, View> views = new EnumMap<>(ViewId.class);
    private final WizardController wizard;
    private final CleanUpController cleanUp;
    private final HeaderController head;
    private final Rail rail;
    private final Parent node;
    private final List<Runnable> subscriptions;
    private final Frame around = new Around();
    private final WholeScreen screen;
    private final Attention attention;
    private final Front front;
    private Room room = Room.WIDE;
    private boolean low;
    private @Nullable Node focusBefore;

    @FXML
    private StackPane header;

    @FXML
    private StackPane nav;

    @FXML
    private StackPane view;

    @FXML
    private StackPane overlay;

    @FXML
    private BorderPane parts;

    @FXML
    private StackPane whole;

    @FXML
    private Toasts toasts;

    /** @param more views beside the wizard and the clean-up; a view that is in none of them cannot be opened */
    public ShellController(AppContext context, Appearance appearance, Map<ViewId, View> more) {
        this.context = context;
        this.appearance = appearance;
        this.node = Fxml.load(this, "shell.fxml");
        cleanUp = new CleanUpController(context);
        views.putAll(more);
        var others = Arrays.stream(ViewId.values())
                .filter(id -> id == ViewId.CLEAN_UP || views.containsKey(id))
                .map(id -> new Destination(id.title(), id.icon(), () -> open(id)))
                .toList();
        wizard = new WizardController(context, activity, appearance, others, () -> open(ViewId.CLEAN_UP), () -> open(ViewId.LIVE));
        views.put(ViewId.STAGES, new WizardView(wizard));
        views.put(ViewId.CLEAN_UP, new CleanUpView(cleanUp));
        front = new Front(view, views);
        head = new HeaderController(context, appearance, this::openPalette);
        header.getChildren().add(head.node());
        rail = new Rail(List.copyOf(views.keySet()), this::open);
        overlay.setOnMouseClicked(event -> {
            if (event.getTarget() == overlay) {
                closeOverlay();
            }
        });
        Consumer<SessionState> show = FxThread.latest(this::show);
        Consumer<Boolean> refresh = FxThread.latest(called -> wizard.drawer().refresh());
        var live = views.get(ViewId.LIVE);
        if (live != null) {
            live.onActivity(wizard::watchable);
        }
        subscriptions = List.of(
                context.onCall(call -> {
                    activity.called(call);
                    refresh.accept(true);
                }),
                context.session().listen(state -> {
                    activity.told(state, context.time().instant());
                    show.accept(state);
                }));
        screen = new WholeScreen(parts, whole);
        attention = new Attention(context, toasts, node);
        views.values().forEach(each -> each.placed(around));
        context.remark().ifPresent(text -> toasts.show(new Notice(State.NOTE, "A new practice account", text, true, null)));
        open(ViewId.STAGES);
    }

    public Parent node() {
        return node;
    }

    private void show(SessionState state) {
        wizard.show(state);
        cleanUp.show(state);
        wizard.drawer().refresh();
    }

    /** Fits the window's parts to its size and the size of type, all in px. A low window folds the drawer. */
    public void fit(double width, double height, double em) {
        double usual = width * Appearance.USUAL_SIZE / em;
        front.fit(width, em);
        // Beside the live view the guide has no room of its own.
        room = front.pairs() ? Room.MEDIUM : Room.of(width, em);
        wizard.arrange(room);
        head.fit(usual);
        cleanUp.fit(usual);
        navigate();
        boolean isLow = height * Appearance.USUAL_SIZE / em < LOW;
        if (isLow != low) {
            low = isLow;
            wizard.drawer().fold(isLow);
        }
    }

    /** Brings a view to the front. */
    public void open(ViewId id) {
        var next = views.get(id);
        if (next == null) {
            return;
        }
        boolean turned = front.open(id);
        head.show(next.scope());
        navigate();
        if (turned) {
            next.focus();
        }
    }

    private void navigate() {
        var open = front.id();
        boolean list = open == ViewId.STAGES && room != Room.NARROW;
        nav.getChildren().setAll(list ? wizard.list().node() : rail);
        rail.show(open);
        head.acting(open == ViewId.LIVE || open == ViewId.PIPELINES, front.beside().isPresent());
    }

    /** Presses the primary button of the view that is open. */
    public void pressPrimary() {
        current().primary();
    }

    /** The view that keys are for: the open one, or the one beside it while the keyboard is there. */
    public View current() {
        return front.current();
    }

    /** The wizard, whether it is in front or not. */
    public WizardController wizard() {
        return wizard;
    }

    HeaderController header() {
        return head;
    }

    Appearance appearance() {
        return appearance;
    }

    AppContext context() {
        return context;
    }

    /** Whether a view can be opened. */
    boolean has(ViewId id) {
        return views.containsKey(id);
    }

    public void openPalette() {
        var palette = new PaletteController(Commands.of(this), this::closeOverlay);
        overlay(palette.node(), palette::enter);
    }

    public void openKeys() {
        var keys = new KeysController().node();
        overlay(keys, keys::requestFocus);
    }

    private void overlay(Node card, Runnable enter) {
        if (!overlay.isVisible()) {
            focusBefore = node.getScene().getFocusOwner();
        }
        overlay.getChildren().setAll(card);
        overlay.setVisible(true);
        enter.run();
    }

    boolean isOverlayOpen() {
        return overlay.isVisible();
    }

    void closeOverlay() {
        overlay.setVisible(false);
        overlay.getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    /** Goes back: closes what is above the view, or returns to the stages. */
    void back() {
        if (overlay.isVisible()) {
            closeOverlay();
        } else if (screen.isTaken()) {
            screen.leave();
        } else if (front.id() != ViewId.STAGES) {
            open(ViewId.STAGES);
        }
    }

    /** The window as its views see it. */
    public Frame frame() {
        return around;
    }

    /** Gives the whole screen to the view in front, if it has something for that, or takes it back. */
    public void wholeScreen() {
        if (screen.isTaken()) {
            screen.leave();
        } else {
            closeOverlay();
            screen.take(current());
        }
    }

    /** Moves the keyboard to the next region of the window, or the one before. */
    void nextRegion(boolean backwards) {
        var regions = new ArrayList<Node>(List.of(header, nav));
        if (front.id() == ViewId.STAGES) {
            regions.addAll(List.of(wizard.page(), wizard.drawer().node(), wizard.side()));
            front.beside().map(View::node).ifPresent(regions::add);
        } else {
            regions.add(view);
        }
        Front.next(regions, backwards);
    }

    /** Ends the listening and closes the session, which stops what runs after it was kept. Asks nothing. */
    public void close() {
        subscriptions.forEach(Runnable::run);
        screen.leave();
        head.close();
        views.values().forEach(View::close);
        context.session().close();
    }

    /** The window, as its views see it. */
    private final class Around implements Frame {
        @Override
        public void open(ViewId id) {
            screen.leave();
            ShellController.this.open(id);
        }

        @Override
        public void fullScreen() {
            wholeScreen();
        }

        @Override
        public void tell(Notice notice) {
            attention.tell(notice);
        }
    }
}
