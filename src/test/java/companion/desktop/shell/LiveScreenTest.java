package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Limits;
import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.live.LiveView;
import companion.desktop.live.history.HistoryFeed;
import companion.monitor.act.Act;
import companion.monitor.watch.Release;
import java.net.URI;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class LiveScreenTest extends LiveWindowTest {

    @Test
    void opensByKeyAndGoesBackByEsc() {
        assertThat(spoken("Live view, open")).isNotNull();
        assertThat(text("#title")).isEqualTo("MyFirstPipeline");

        keys(KeyCode.ESCAPE);

        assertThat(text("#title")).isEqualTo("Identity");
    }

    @Test
    void showsStagesLifecycleLanesAndVisitors() {
        assertThat(spoken("Build, 2 of 3, succeeded after 58 seconds, usually 1 minute 2 seconds")).isNotNull();
        assertThat(spoken("AllowTraffic, ok, 0:03")).isNotNull();
        assertThat(spoken("Green, replacement, requested 100, routed 100 percent, 2 of 2 healthy")).isNotNull();
        assertThat(spoken("Seen: Blue 25, Green 75 percent")).isNotNull();
        assertThat(spoken("Last 60 visits: 15 v1, 45 v2, no errors")).isNotNull();
        assertThat(spoken("Wait, since 12:03:26")).isNotNull();
    }

    @Test
    void endsTheWaitOnceAtOnePress() {
        press(spoken("End the wait now"));

        assertThat(feed.performed()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(Act.Kind.END_WAIT);
            assertThat(act.command("us-east-1")).contains("continue-deployment", "TERMINATION_WAIT");
        });
    }

    @Test
    void thePrimaryKeyEndsTheWaitToo() {
        keys(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(feed.performed()).extracting(Act::kind).containsExactly(Act.Kind.END_WAIT);
    }

    @Test
    void whatCannotBeDoneIsDisabledAndSaysWhy() {
        var retry = (Button) spoken("Retry stage");

        assertThat(retry.isDisabled()).isTrue();
        assertThat(retry.getAccessibleHelp()).isEqualTo("No stage has failed.");
    }

    @Test
    void showsTheCallBehindIt() {
        press(spoken("Show the call"));

        assertThat(spokenFrom("aws deploy continue-deployment")).isNotNull();
    }

    @Test
    void saysWhatAwsRefused() {
        feed.refuse("DeploymentAlreadyCompletedException, It is over.");

        press(spoken("End the wait now"));

        assertThat(spoken("End the wait now was refused: DeploymentAlreadyCompletedException, It is over.")).isNotNull();
    }

    @Test
    void holdsATransitionWithTheReasonThatIsTyped() {
        press(spoken("Disable the transition to Deploy"));
        type("Demo at noon");
        press(spoken("Disable transition to Deploy"));

        assertThat(feed.performed()).singleElement()
                .satisfies(act -> assertThat(act.command("us-east-1")).contains("Demo at noon"));
    }

    @Test
    void everyActIsShownWithItsCallOrWithWhyNot() {
        type("a");

        assertThat(spokenFrom("aws codepipeline start-pipeline-execution")).isNotNull();
        assertThat(spokenFrom("aws codepipeline stop-pipeline-execution")).isNotNull();
        assertThat(spokenFrom("aws deploy stop-deployment")).isNotNull();
        assertThat(this.<Node>find("Stage Deploy has not failed.")).isNotNull();
        assertThat(nameless()).isEmpty();

        keys(KeyCode.ESCAPE);
        assertThat(spoken("Live view, open")).isNotNull();
    }

    @Test
    void keepsTheFocusWhileTheReleaseGoesOn() {
        var end = spoken("End the wait now");
        on(end::requestFocus);

        context.setTime(feed.now().plusSeconds(30));
        feed.tell(Objects.requireNonNull(feed.release()));
        settle();

        assertThat(window.scene().getFocusOwner()).isSameAs(end);
        assertThat(this.<Node>find("3:41")).isNotNull();
    }

    @Test
    void movesAmongTheStagesByArrowsAndHoldsOneByKey() {
        var source = spoken("Source, 1 of 3, succeeded after 4 seconds, usually 5 seconds");
        on(source::requestFocus);
        keys(KeyCode.RIGHT);
        keys(KeyCode.T);

        type("Freeze");
        press(spoken("Disable transition to Build"));
        assertThat(feed.performed()).extracting(Act::label).containsExactly("Disable transition to Build");
    }

    @Test
    void findsInTheLogAndGoesFromOneMatchToTheNext() {
        type("/");
        type("docker");
        assertThat(spoken("Find in the log")).isNotNull();
        assertThat(this.<Node>find("1 of 3")).isNotNull();

        keys(KeyCode.ENTER);
        assertThat(this.<Node>find("2 of 3")).isNotNull();
        keys(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(this.<Node>find("1 of 3")).isNotNull();

        keys(KeyCode.ESCAPE);
        assertThat(window.scene().getFocusOwner().getAccessibleText()).isEqualTo("Build log");
    }

    @Test
    void foldsThePhasesOfTheLogAndShowsTheServicesEvents() {
        ListView<?> log = find(".log-list");
        int lines = log.getItems().size();

        press(spoken("Fold the phases, off"));
        assertThat(log.getItems()).hasSizeLessThan(6);
        press(spoken("Fold the phases, on"));
        assertThat(log.getItems()).hasSize(lines);

        press(spoken("ECS events"));
        assertThat(log.getItems()).hasSize(2);
        assertThat(log.getAccessibleText()).isEqualTo("ECS events");
    }

    @Test
    void followsTheLogUntilSomebodyWantsToStay() {
        press(spoken("Follow the end, on"));
        assertThat(spoken("Follow the end, off")).isNotNull();

        press(spoken("Follow the end, off"));
        assertThat(spoken("Follow the end, on")).isNotNull();
    }

    @Test
    void onlyWhoScrollsAwayLeavesTheEndOfTheLog() {
        ListView<?> log = find(".log-list");
        on(() -> log.scrollTo(0));
        settle();
        assertThat(spoken("Follow the end, on")).as("nobody scrolled").isNotNull();

        on(log::requestFocus);
        keys(KeyCode.UP);
        assertThat(spoken("Follow the end, off")).isNotNull();

        keys(KeyCode.END);
        assertThat(spoken("Follow the end, on")).isNotNull();
    }

    @Test
    void opensThePageOfTheVisitors() {
        press(spoken("Open http://127.0.0.1:49180/"));

        assertThat(context.opened()).containsExactly(URI.create("http://127.0.0.1:49180/"));
    }

    @Test
    void theWholeViewGoesBackToAMomentAndOnToThePresent() {
        feed.after(Releases.building(), Releases.installing());

        type(",");
        assertThat(spoken("Viewing 12:02:40")).isNotNull();
        assertThat(text("#asOf")).isEqualTo("as it was at 12:02:40");
        assertThat(spoken("Green, replacement, requested 0, routed 0 percent, 0 of 2 healthy")).isNotNull();
        assertThat(spoken("Stop execution").isDisabled()).isTrue();

        keys(KeyCode.HOME);
        assertThat(spoken("Viewing 12:01:40")).isNotNull();
        assertThat(spoken("Deploy, 3 of 3, not started, usually 6 minutes 24 seconds")).isNotNull();

        type(".");
        assertThat(spoken("Viewing 12:02:40")).isNotNull();
        press(spoken("Back to live"));
        assertThat(spoken("Live")).isNotNull();
        assertThat(spoken("Stop execution").isDisabled()).isFalse();
        assertThat(text("#asOf")).isEqualTo("as of now");
    }

    @Test
    void theKeyboardStaysInTheViewWhenItsButtonCanBePressedNoMore() {
        feed.after(Releases.building());
        on(spoken("Stop execution")::requestFocus);

        type(",");

        assertThat(window.scene().getFocusOwner().getAccessibleText()).startsWith("Stages as cards");
    }

    @Test
    void aPipelineOfManyStagesIsAGraphWhoseCurrentStageIsFoundByKey() {
        tell(Limits.pipelines());

        type("f");

        assertThat(window.scene().getFocusOwner().getAccessibleText()).startsWith("Region-33, 34 of 50, in progress");
        assertThat(spoken("Unit-tests, CloudFormation, succeeded")).isNotNull();

        keys(KeyCode.LEFT);
        assertThat(window.scene().getFocusOwner().getAccessibleText()).startsWith("Region-32, 33 of 50, succeeded");
        keys(KeyCode.T);
        assertThat(feed.performed()).extracting(Act::label).containsExactly("Enable transition to Region-32");
    }

    @Test
    void theGraphTakesTheKeyboardSoThatItsKeysAreItsOwn() {
        type("g");
        assertThat(window.scene().getFocusOwner().getAccessibleText()).startsWith("Deploy, 3 of 3, in progress");
        assertThat(spokenFrom("Source, 1 of 3, succeeded").getStyleClass()).as("in sight, too").contains("graph-stage");

        type("g");
        assertThat(window.scene().getFocusOwner().getAccessibleText()).startsWith("Source, 1 of 3, succeeded");
    }

    @Test
    void twoExecutionsAreCompared() {
        type("h");
        on(() -> ((LiveView) window.shell().current()).history().choose(1));
        assertThat(spokenFrom("Build, failed, 0:52")).isNotNull();

        on(() -> ((LiveView) window.shell().current()).history().choose(0, 3));
        assertThat(this.<Node>find("What changed")).isNotNull();
        assertThat(this.<Node>find("build-9ac0413b")).isNotNull();
        assertThat(this.<Node>find("webapp-devops-workshop:3")).isNotNull();

        type("h");
        assertThat(this.<Node>find(".timeline-chart")).isNotNull();
    }

    @Test
    void anotherPipelineHasAHistoryOfItsOwn() {
        type("h");
        assertThat(window.scene().getFocusOwner().getAccessibleText()).isEqualTo("Executions, newest first");
        feed.history(HistoryFeed.NONE);

        tell(Limits.pipelines());

        assertThat(window.scene().getRoot().lookup(".history-list")).as("what was open of the one before").isNull();
        type("h");
        assertThat(this.<Node>find("No execution yet. Push a commit, or press Release change.")).isNotNull();
    }

    @Test
    void whatChangesIsSaidOnce() {
        assertThat(spoken("MyFirstPipeline in progress, Deploy in progress, Wait 5 min")).isNotNull();

        tell(Releases.finished());

        assertThat(spokenFrom("MyFirstPipeline succeeded")).isNotNull();
    }

    @Test
    void jumpsOverACanaryStep() throws Exception {
        tell(Releases.shifting());

        press(spoken("Jump to 12:08:23"));

        until(() -> context.clock().orElseThrow().now().equals(feed.now().minusSeconds(1).plusSeconds(249)));
        assertThat(feed.performed()).isEmpty();
    }

    @Test
    void saysThatThereIsNoReleaseAfterTheCleanUp() {
        tell(Releases.none());

        assertThat(text("#title")).isEqualTo("Live view");
        assertThat(spoken("No release yet. Push a commit to start one.")).isNotNull();
    }

    @Test
    void whatCannotBeReadIsNotSaidToBeNotStarted() {
        tell(Releases.forbidden());

        assertThat(spoken("Unknown")).isNotNull();
        assertThat(spokenFrom("Can’t read. AccessDeniedException").getAccessibleText())
                .endsWith("codepipeline:GetPipelineState. Allow it, or use another profile.");
    }

    @Test
    void theWizardOffersToWatchWhatGoesOn() {
        keys(KeyCode.ESCAPE);
        press(spoken("Watch it live"));
        assertThat(spoken("Live view, open")).isNotNull();

        keys(KeyCode.ESCAPE);
        tell(Releases.finished());

        assertThat(robot.lookup((Node node) -> node instanceof Labeled label && "Watch it live".equals(label.getText())
                && shown(node)).tryQuery()).isEmpty();
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() {
        for (var release : new ScriptedRelease[] {Releases.waiting(), Releases.failed(), Releases.stale()}) {
            tell(release);
            assertThat(nameless()).isEmpty();
        }
    }
}
