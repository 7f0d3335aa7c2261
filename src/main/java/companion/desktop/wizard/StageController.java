package companion.desktop.wizard;

import atlantafx.base.controls.ToggleSwitch;
import companion.desktop.component.Prose;
import companion.desktop.component.ResultRow;
import companion.desktop.component.TabRow;
import companion.desktop.fx.Fxml;
import companion.desktop.fx.UsualWidth;
import companion.desktop.status.StatusBadge;
import companion.desktop.text.Format;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of a stage: what it makes and why, its inputs, its steps, what came of them, and what to do. */
public final class StageController {
    /** Below this a step's service and operation stand under its name; in px at the usual size of type. */
    private static final double TIGHT = 800;
    private static final double USUAL_TITLE = 20;

    private final Node node;
    private final StepList stepList;
    private final FieldRow fieldRow;
    private final ActionBar bar;
    private final Consumer<URI> open;
    private final Consumer<String> openStage;
    private @Nullable StagePage page;
    private @Nullable Node guide;

    @FXML
    private TabRow tabs;

    @FXML
    private StackPane guideTab;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label number;

    @FXML
    private MenuButton chooser;

    @FXML
    private Label title;

    @FXML
    private StatusBadge badge;

    @FXML
    private Button watch;

    @FXML
    private Label took;

    @FXML
    private Label usual;

    @FXML
    private StackPane explanation;

    @FXML
    private HBox fields;

    @FXML
    private Label stepsDone;

    @FXML
    private Label adds;

    @FXML
    private ToggleSwitch calls;

    @FXML
    private VBox steps;

    @FXML
    private VBox resultCard;

    @FXML
    private Label resultCount;

    @FXML
    private VBox results;

    @FXML
    private HBox actions;

    /** @param wishes what the page's buttons ask for */
    public StageController(
            StageWishes wishes, Answers answers, Consumer<URI> open, Consumer<String> openStage, Runnable openLive) {
        this.open = open;
        this.openStage = openStage;
        this.node = Fxml.load(this, "stage.fxml");
        this.stepList = new StepList(steps, wishes, answers);
        this.fieldRow = new FieldRow(fields, wishes);
        this.bar = new ActionBar(actions, wishes);
        watch.setOnAction(event -> openLive.run());
        watchable(false);
        calls.setAccessibleText("Show the calls");
        calls.selectedProperty().subscribe((before, shown) -> {
            stepList.showCalls(shown);
            show();
        });
        tabs.tabs(List.of("Stage", "Guide"), this::openTab);
        narrow(null, false);
        UsualWidth.of(scroll, title, USUAL_TITLE, this::fit);
    }

    /** By the room that the page itself has, whatever stands beside it. */
    private void fit(double width) {
        stepList.tight(width > 0 && width < TIGHT);
    }

    public Node node() {
        return node;
    }

    /**
     * @param asTab the guide, where it has no room of its own; {@code choose} offers the stages where their list has
     * none
     */
    void narrow(@Nullable Node asTab, boolean choose) {
        guide = asTab;
        tabs.setVisible(asTab != null);
        tabs.setManaged(asTab != null);
        chooser.setVisible(choose);
        chooser.setManaged(choose);
        number.setVisible(!choose);
        number.setManaged(!choose);
        openTab(tabs.opened());
    }

    private void openTab(int index) {
        boolean reading = index == 1 && guide != null;
        guideTab.getChildren().setAll(reading ? List.of(guide) : List.of());
        guideTab.setVisible(reading);
        guideTab.setManaged(reading);
        scroll.setVisible(!reading);
        scroll.setManaged(!reading);
    }

    void show(WizardModel model) {
        chooser.getItems().setAll(model.stages().stream().map(this::choice).toList());
        boolean turned = page == null || !page.stage().id().equals(model.page().stage().id());
        page = model.page();
        if (turned) {
            scroll.setVvalue(0);
            explanation.getChildren().setAll(Prose.line(page.stage().explanation()));
        }
        show();
    }

    /** Offers to watch a release while it goes on. */
    void watchable(boolean goesOn) {
        watch.setVisible(goesOn);
        watch.setManaged(goesOn);
    }

    private MenuItem choice(WizardModel.StageItem item) {
        var choice = new MenuItem(item.title() + " · " + item.word());
        choice.setOnAction(event -> openStage.accept(item.id()));
        return choice;
    }

    private void show() {
        var now = page;
        if (now == null) {
            return;
        }
        var place = "Stage " + now.number() + " of " + now.of();
        number.setText(place);
        chooser.setText(place);
        chooser.setAccessibleText(place + ", choose a stage");
        title.setText(now.stage().title());
        badge.show(now.state(), now.badge());
        usual.setText("usually " + Format.minutes(now.stage().usual()));
        took.setText(now.took().isZero() ? "" : Format.minutes(now.took()));
        fieldRow.show(now);
        stepsDone.setText(now.done() + " of " + now.steps().size() + " done");
        adds.setText(Format.perHour(now.adds()));
        stepList.show(now);
        resultCount.setText(Integer.toString(now.results().size()));
        results.getChildren().setAll(now.results().stream().map(each -> new ResultRow(each, open)).toList());
        resultCard.setVisible(!now.results().isEmpty());
        resultCard.setManaged(!now.results().isEmpty());
        bar.show(now.actions());
    }

    /** Shows how long what runs has been running. */
    void tick(Stopwatch watch) {
        var now = page;
        if (now != null && now.badge().startsWith("Running")) {
            took.setText(Format.minutes(watch.stage(now.took(), true)));
            watch.step().ifPresent(stepList::tick);
        }
    }

    void turn(boolean on) {
        badge.glyph().turn(on && page != null && page.badge().startsWith("Running"));
        stepList.turn(on);
    }

    ActionBar bar() {
        return bar;
    }

    StepList steps() {
        return stepList;
    }

    /** The first problem with what was typed. */
    String problem() {
        return fieldRow.problem();
    }

    void focus() {
        (tabs.opened() == 1 && guide != null ? guide : steps).requestFocus();
        stepList.focus();
    }
}
