package companion.desktop.shell;

import companion.desktop.component.Buttons;
import companion.desktop.component.Clip;
import companion.desktop.component.Icon;
import companion.desktop.context.AppContext;
import companion.desktop.context.Connection;
import companion.desktop.fx.Fxml;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.desktop.theme.Appearance;
import companion.desktop.theme.Theme;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The head of the window: which workshop, against which cloud, at which time; commands and theme. */
final class HeaderController {
    /** In px at the usual size of type: how much wider than a badge the question is whether acts are allowed. */
    private static final double QUESTION = 280;

    private final AppContext context;
    private final Appearance appearance;
    private final Node node;
    private final @Nullable ClockControl control;
    private Optional<Scope> scope = Optional.empty();
    private double fitted = 2000;
    private final WriteSwitch writing;

    @FXML
    private Label name;

    @FXML
    private Separator nameRule;

    @FXML
    private MenuButton workshop;

    @FXML
    private MenuButton cloud;

    @FXML
    private StackPane clock;

    @FXML
    private Separator accountRule;

    @FXML
    private MenuButton account;

    @FXML
    private Button commands;

    @FXML
    private Label commandsWord;

    @FXML
    private Button theme;

    HeaderController(AppContext context, Appearance appearance, Runnable openCommands) {
        this.context = context;
        this.appearance = appearance;
        this.node = Fxml.load(this, "header.fxml");
        this.control = context.clock().map(each -> new ClockControl(each, context.zone())).orElse(null);
        this.writing = new WriteSwitch(context.readOnly(), context.connection(), () -> fit(fitted));
        commands.setOnAction(event -> openCommands.run());
        commands.setAccessibleText("Commands, Ctrl K");
        theme.setOnAction(event -> appearance.switchTheme());
        appearance.theme().subscribe(this::themed);
        workshops();
        places();
        connection(context.connection());
    }

    Node node() {
        return node;
    }

    /** Stops what it keeps going. */
    void close() {
        clock().ifPresent(ClockControl::close);
        writing.close();
    }

    Optional<ClockControl> clock() {
        return Optional.ofNullable(control);
    }

    private void themed(Theme now) {
        theme.setGraphic(new Icon(now == Theme.LIGHT ? "mdi2m-moon-waning-crescent" : "mdi2w-white-balance-sunny", 18));
        Buttons.name(theme, now == Theme.LIGHT ? "Switch to the dark theme" : "Switch to the light theme");
    }

    private void workshops() {
        for (var each : context.workshops()) {
            workshop.getItems().add(new ChoiceItem(each.title(), each.current(), () -> context.openWorkshop(each.id())));
            if (each.current()) {
                workshop.setText(each.title());
                workshop.setAccessibleText("Workshop: " + each.title());
            }
        }
    }

    private void places() {
        for (var each : context.places()) {
            cloud.getItems().add(new ChoiceItem(each.title(), each.current(), () -> context.openPlace(each.id())));
        }
    }

    private void connection(Connection connection) {
        cloud.setText(connection.label());
        cloud.setAccessibleText("Cloud: " + connection.label());
        account.setText(connection.region() + " · " + connection.shortAccount());
        account.setAccessibleText("Region " + connection.region() + ", account " + connection.account());
        var copy = new MenuItem("Copy account " + connection.account());
        copy.setOnAction(event -> Clip.copy(connection.account()));
        account.getItems().setAll(copy, new SeparatorMenuItem());
        account.getItems().addAll(RegionMenus.of(context.regions(), context::openRegion));
        acting(false, false);
    }

    /**
     * @param monitors whether the view in front acts on what is there, rather than sets it up
     * @param beside whether one that acts stands beside one that sets it up
     */
    void acting(boolean monitors, boolean beside) {
        writing.of(beside ? "Live view" : "");
        clock.getChildren().setAll(
                switch (context.connection().kind()) {
                    case PRACTICE -> control == null ? new StackPane() : control;
                    case REAL -> monitors || beside
                            ? writing
                            : new StatusBadge(
                                    State.Tone.WARNING, new Icon("mdi2p-pencil-outline", 12), "Real account, can write");
                    case REAL_READ_ONLY -> writing;
                });
    }

    /** Says what the view in front is about. */
    void show(Optional<Scope> next) {
        if (!next.equals(scope)) {
            scope = next;
            workshop.setGraphic(new Icon(next.map(in -> in.view().icon()).orElse("mdi2s-school-outline"), 18));
            fit(fitted);
        }
    }

    /** Whether it waits for an answer, which Esc takes back. */
    boolean isAsking() {
        return writing.isAsking();
    }

    /**
     * Leaves out what there is no room for.
     *
     * @param width of the window in px at the usual size of type
     */
    void fit(double width) {
        fitted = width;
        leave(writing.isAsking() ? width - QUESTION : width);
    }

    private void leave(double width) {
        shown(commandsWord, width >= 1360);
        shown(name, width >= 1240);
        shown(nameRule, width >= 1240);
        var connection = context.connection();
        var place = width >= 1100 ? connection.region() + " · " + connection.shortAccount() : connection.region();
        account.setText(scope.map(Scope::places).filter(places -> !places.isEmpty()).orElse(place));
        boolean tight = width < 900;
        var title = scope.map(in -> in.view().title()).orElseGet(() -> context.workshops().stream()
                .filter(AppContext.WorkshopChoice::current)
                .map(AppContext.WorkshopChoice::title)
                .findFirst()
                .orElse(""));
        workshop.setText(width < 960 ? "" : title);
        cloud.setText(tight ? "" : connection.label());
        shown(account, width >= 760);
        shown(accountRule, width >= 760);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
