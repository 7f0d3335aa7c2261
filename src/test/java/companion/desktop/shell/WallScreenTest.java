package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.context.Connection;
import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.gallery.ScriptedWall;
import companion.desktop.gallery.Walls;
import companion.desktop.live.LiveView;
import companion.desktop.wall.WallView;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WallScreenTest extends WindowTest {
    final ScriptedWall feed = ScriptedWall.of(Walls.wall());
    final List<PipelineKey> watched = new CopyOnWriteArrayList<>();

    @Override
    ScriptedContext context(ScriptedSession scripted) {
        var told = new ScriptedContext(
                scripted, new Connection(Connection.Kind.REAL_READ_ONLY, "AWS, 3 accounts", "us-east-1", "441712342209"));
        told.setTime(Walls.NOW);
        return told;
    }

    @Override
    Map<ViewId, View> views(ScriptedContext context) {
        return Map.of(
                ViewId.LIVE, new LiveView(context, Releases.none(), () -> true),
                ViewId.PIPELINES, new WallView(context, feed, watched::add, () -> true));
    }

    @BeforeEach
    void openIt() {
        keys(KeyCode.CONTROL, KeyCode.DIGIT3);
    }

    private void tell(WallSnapshot wall) {
        feed.tell(wall);
        settle();
    }

    private long tiles() {
        return robot.lookup((Node node) -> node.getStyleClass().contains("pipeline-tile") && shown(node)).queryAll().size();
    }

    private String picked() {
        var name = new AtomicReference<String>();
        on(() -> name.set(robot.lookup((Node node) -> node.getStyleClass().contains("pipeline-tile")
                        && node.getPseudoClassStates().stream().anyMatch(each -> each.getPseudoClassName().equals("picked")))
                .<Node>tryQuery()
                .map(node -> node.getAccessibleText().split(",")[0])
                .orElse("")));
        return name.get();
    }

    private void choose(String command) {
        keys(KeyCode.CONTROL, KeyCode.K);
        type(command);
        keys(KeyCode.ENTER);
    }

    @Test
    void opensByKeyAndShowsWhatNeedsSomebodyFirst() {
        assertThat(spoken("Pipelines, open")).isNotNull();
        assertThat(spokenFrom("checkout-api, eu-west-1, prod, Build failed, 2 minutes ago")).isNotNull();
        assertThat(spoken("Trouble, 4")).isNotNull();
        assertThat(((Labeled) spoken("All, 24")).getText()).isEqualTo("All 24");
    }

    @Test
    void movesByArrowsAndOpensTheLiveViewByEnter() {
        keys(KeyCode.DOWN);
        assertThat(picked()).isEqualTo("checkout-api");
        keys(KeyCode.RIGHT);
        assertThat(picked()).isEqualTo("orders-web");

        keys(KeyCode.ENTER);

        assertThat(watched).extracting(PipelineKey::name).containsExactly("orders-web");
        assertThat(spoken("Live view, open")).isNotNull();
    }

    @Test
    void thePrimaryKeyWatchesThePickedOne() {
        keys(KeyCode.END);
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(watched).extracting(PipelineKey::name).containsExactly("base-images");
    }

    @Test
    void opensThePageInTheConsoleAndCopiesTheCommand() {
        keys(KeyCode.DOWN);
        keys(KeyCode.B);
        keys(KeyCode.C);

        assertThat(context.opened()).singleElement().asString()
                .startsWith("https://eu-west-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/checkout-api/view");
        var copied = new AtomicReference<String>();
        on(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).isEqualTo(
                "aws codepipeline get-pipeline-state --name checkout-api --region eu-west-1 --profile prod");
        assertThat(spokenFrom("Copied. aws codepipeline")).isNotNull();
    }

    @Test
    void filtersAndClearsByEsc() {
        on(() -> window.shell().current().filter());
        type("prod failed");
        assertThat(tiles()).isEqualTo(2);
        assertThat(spoken("All, 2")).isNotNull();

        type(" nothing");
        assertThat(spoken("No match. Esc clears the filter.")).isNotNull();

        keys(KeyCode.ESCAPE);
        assertThat(spoken("All, 24")).isNotNull();
    }

    @Test
    void goesFromTheFilterToTheTiles() {
        on(() -> window.shell().current().filter());
        type("pricing");
        keys(KeyCode.DOWN);

        assertThat(picked()).isEqualTo("pricing");
    }

    @Test
    void showsOneGroup() {
        on(() -> ((ToggleButton) robot.lookup((Node node) -> "Active, 4".equals(node.getAccessibleText())).query()).fire());
        settle();

        assertThat(tiles()).isEqualTo(4);
    }

    @Test
    void pinsAndRemembers() throws Exception {
        keys(KeyCode.END);
        keys(KeyCode.SHIFT, KeyCode.P);
        keys(KeyCode.HOME);

        assertThat(spoken("Pinned, 1")).isNotNull();
        assertThat(picked()).isEqualTo("base-images");
        until(() -> context.memory().read().getOrDefault("wall.pinned", "").endsWith("us-east-1/base-images"));
    }

    @Test
    void sortsAndGroupsFromThePalette() {
        choose("order the pipelines by name");
        assertThat(spokenFrom("audit-log, ")).isNotNull();

        choose("group by region");
        assertThat(spoken("eu-central-1, 4")).isNotNull();
    }

    @Test
    void aChangeRepaintsItsTileAndKeepsWhatIsPicked() {
        keys(KeyCode.DOWN);
        keys(KeyCode.RIGHT);

        tell(Walls.with(Walls.wall(), "pricing", Status.IN_PROGRESS, null));

        assertThat(spoken("Active, 5")).isNotNull();
        assertThat(picked()).isEqualTo("orders-web");
    }

    @Test
    void tellsOnceOfAFailureAndOfTheRecovery() {
        var failed = Walls.with(
                Walls.wall(), "inventory", Status.FAILED, new Trouble(Trouble.Kind.FAILED, "Deploy failed", "Unhealthy"));
        tell(failed);
        tell(failed);
        assertThat(robot.lookup((Node node) -> "inventory: Deploy failed. Unhealthy us-east-1, stage".equals(node.getAccessibleText()))
                .queryAll()).hasSize(1);

        tell(Walls.with(failed, "inventory", Status.SUCCEEDED, null));
        assertThat(spokenFrom("inventory recovered.")).isNotNull();
    }

    @Test
    void whoWorksElsewhereIsToldByTheSystemAndTheTitle() throws Exception {
        var stage = (Stage) window.scene().getWindow();
        on(() -> {
            stage.setTitle("Workshop Companion");
            stage.hide();
        });

        tell(Walls.with(
                Walls.wall(), "inventory", Status.FAILED, new Trouble(Trouble.Kind.FAILED, "Deploy failed", "")));

        until(() -> context.announced().contains("inventory: Deploy failed"));
        assertThat(stage.getTitle()).isEqualTo("inventory: Deploy failed – Workshop Companion");
        on(stage::show);
        until(() -> stage.getTitle().equals("Workshop Companion"));
    }

    @Test
    void aNoticeShowsItsPipeline() {
        tell(Walls.with(
                Walls.wall(), "inventory", Status.FAILED, new Trouble(Trouble.Kind.FAILED, "Deploy failed", "")));

        press(spoken("Show inventory: Deploy failed"));

        assertThat(watched).extracting(PipelineKey::name).containsExactly("inventory");
    }

    @Test
    void theRadiatorTakesTheScreenAndEscGivesItBack() {
        keys(KeyCode.F11);
        assertThat(spoken("Radiator. Esc leaves it.")).isNotNull();
        assertThat(robot.lookup((Node node) -> "Commands, Ctrl K".equals(node.getAccessibleText()) && shown(node))
                .tryQuery()).isEmpty();

        keys(KeyCode.ESCAPE);

        assertThat(spoken("Pipelines, open")).isNotNull();
        assertThat(spoken("Commands, Ctrl K")).isNotNull();
    }

    @Test
    void saysWhatCouldNotBeRead() {
        tell(Walls.stale());

        assertThat(text("#unreadWords")).startsWith("Can’t read 2 places: 663934564421 eu-west-1");
        assertThat(spokenFrom("billing-worker, eu-central-1, prod, Deploy failed, as of 48 seconds ago")).isNotNull();
    }

    @Test
    void saysThatThereIsNoPipeline() {
        tell(Walls.none());

        assertThat(spokenFrom("No pipeline in eu-central-1, eu-west-1, us-east-1 or us-west-2.")).isNotNull();
    }

    @Test
    void ofAThousandOnlyThoseInViewExist() throws Exception {
        tell(Walls.many(1000));
        assertThat(spoken("All, 1000")).isNotNull();

        keys(KeyCode.END);

        assertThat(tiles()).isBetween(12L, 40L);
        assertThat(picked()).isNotEmpty();
        until(() -> feed.onScreen().size() == tiles());
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() {
        assertThat(nameless()).isEmpty();
    }

    @Test
    void choosesAccountsAndRegionsAndTellsWhyOneCannotBeRead() {
        press(spoken("Accounts and Regions: 3 accounts, 4 Regions"));
        assertThat(robot.lookup("Can’t read: ExpiredTokenException, The security token included in the request is expired")
                        .tryQuery())
                .isPresent();
        assertThat(nameless()).isEmpty();

        press(spoken("Watch us-west-2 of account 5528…3310 no more"));
        assertThat(spoken("Accounts and Regions: 2 accounts, 3 Regions")).isNotNull();

        press(spoken("Watch it, too"));
        assertThat(robot.lookup("us-east-1 of AWS, profile prod is watched already.").tryQuery()).isPresent();

        keys(KeyCode.ESCAPE);
        assertThat(robot.lookup(".place-row").tryQuery()).isEmpty();
        assertThat(window.scene().getFocusOwner()).isEqualTo(spoken("Accounts and Regions: 2 accounts, 3 Regions"));
    }

    @Test
    void turnsOnPushAfterItsCallsWereShown() {
        press(spoken("Accounts and Regions: 3 accounts, 4 Regions"));
        assertThat(spoken("Turn on push for us-west-2 of account 5528…3310").getAccessibleHelp())
                .startsWith("Only watched from here.");

        press(spoken("Turn on push for us-east-1 of account 4417…2209"));
        assertThat(spokenFrom("aws sqs create-queue")).isNotNull();

        press(spoken("Make these calls: turn on push for us-east-1 of account 4417…2209"));
        assertThat(spoken("Watch us-east-1 of account 4417…2209 no more").isDisabled()).isTrue();
        assertThat(spoken("Turn off push for us-east-1 of account 4417…2209")).isNotNull();
    }
}
