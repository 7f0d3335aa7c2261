package companion.monitor.timeline;

import static companion.monitor.snapshot.Scene.deploys;
import static companion.monitor.snapshot.Scene.event;
import static companion.monitor.snapshot.Scene.phase;
import static companion.monitor.snapshot.Scene.set;
import static companion.monitor.snapshot.Scene.span;
import static companion.monitor.snapshot.Scene.t;
import static companion.monitor.snapshot.Scene.tasks;
import static companion.monitor.snapshot.Scene.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.StoppedTask;
import companion.monitor.snapshot.Scene;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TaskSetSnapshot.Stop;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.timeline.Change.ActionChanged;
import companion.monitor.timeline.Change.ExecutionStarted;
import companion.monitor.timeline.Change.LifecycleChanged;
import companion.monitor.timeline.Change.WaitBegan;
import companion.monitor.timeline.Change.WaitEnded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final Scene scene = Scene.workshop();
    private ReleaseSnapshot before = scene.snapshot();

    @Test
    void nothingChangesBetweenTwoLooksAtTheSame() {
        assertThat(Changes.between(scene.snapshot(), scene.at(5).snapshot())).isEmpty();
    }

    @Test
    void theFirstLookIsNoChange() {
        scene.execution("e1", Status.IN_PROGRESS, span(0, null)).build(Status.IN_PROGRESS, null);
        var nothing = new ReleaseSnapshot(t(0), null, null, null, List.of(), null, List.of(), List.of());
        assertThat(Changes.between(nothing, scene.snapshot())).isEmpty();
    }

    @Test
    void whatBeganAndEndedBetweenTwoLooksIsToldAsBothAtAwsTimes() {
        scene.at(10).execution("e1", Status.IN_PROGRESS, span(2, null)).runs("Source", "e1", Status.SUCCEEDED, span(3, 5), "4f2a");
        assertThat(words()).containsExactly(
                "2 execution started: Updated Web App to v2", "3 stage Source began", "3 Source began", "5 Source succeeded",
                "5 stage Source succeeded");
    }

    @Test
    void trafficThatIsReadForTheFirstTimeHasNotMoved() {
        var known = scene.sets(set(Colour.BLUE, 100, 0), set(Colour.GREEN, 0, 0)).snapshot();
        before = new ReleaseSnapshot(
                known.asOf(), known.pipeline(), null, null, null, known.taskSets(), null, List.of(), null, List.of(),
                List.of(), List.of(), Map.of(Part.PIPELINE, known.asOf(), Part.SERVICE, known.asOf()));
        scene.at(5).sets(set(Colour.BLUE, 100, 0), set(Colour.GREEN, 0, 100));
        assertThat(words()).isEmpty();
    }

    @Test
    void whatEndedInTheMomentInWhichItBeganIsToldOnce() {
        before = scene.build(Status.IN_PROGRESS, null).snapshot();
        scene.at(5).build(
                Status.IN_PROGRESS, null, phase("SUBMITTED", Status.SUCCEEDED, 2, 2, ""), phase("QUEUED", Status.SUCCEEDED, 2, 3, ""));
        assertThat(words()).containsExactly("2 SUBMITTED succeeded", "2 QUEUED began", "3 QUEUED succeeded");
    }

    @Test
    void aPipelineThatIsDeletedTakesNoTaskSetsWithIt() {
        scene.sets(set(Colour.BLUE, 100, 100, tasks(2, "RUNNING", "healthy")));
        var gone = new ReleaseSnapshot(t(5), null, null, null, List.of(), null, List.of(), List.of());
        assertThat(Changes.between(scene.snapshot(), gone)).isEmpty();
    }

    @Test
    void whatIsRequestedIsDatedByWhenTheDeploymentWasRead() {
        before = scene.sets(set(Colour.BLUE, 100, 100), set(Colour.GREEN, 0, 0)).snapshot();
        var known = scene.at(9).sets(set(Colour.BLUE, 0, 100), set(Colour.GREEN, 100, 0)).snapshot();
        var after = new ReleaseSnapshot(
                known.asOf(), known.pipeline(), null, null, null, known.taskSets(), null, List.of(), null, List.of(),
                List.of(), List.of(), Map.of(Part.DEPLOYMENT, t(9), Part.SERVICE, t(8), Part.HEALTH, t(2)));
        assertThat(Changes.between(before, after)).extracting(Change::at, Change::words)
                .containsExactly(tuple(t(9), "100 % requested for Green"));
    }

    @Test
    void anActionThatFailsSaysWhy() {
        scene.execution("e1", Status.IN_PROGRESS, span(0, null)).runs("Build", "e1", Status.IN_PROGRESS, span(1, null), "b:1");
        before = scene.snapshot();
        scene.at(9)
                .execution("e1", Status.FAILED, span(0, 8))
                .runs("Build", "e1", Status.FAILED, span(1, 8), "b:1", new Failure("JobFailed", "Build terminated"));
        assertThat(changes()).filteredOn(ActionChanged.class::isInstance)
                .extracting(Change::words)
                .containsExactly("Build failed: Build terminated");
        assertThat(words()).contains("8 execution failed");
    }

    @Test
    void aRetriedStageBeginsAgain() {
        scene.execution("e1", Status.FAILED, span(0, 9)).runs("Build", "e1", Status.FAILED, span(1, 9), "b:1");
        before = scene.snapshot();
        scene.at(20).execution("e1", Status.IN_PROGRESS, span(0, null)).runs("Build", "e1", Status.IN_PROGRESS, span(19, null), "b:2");
        assertThat(words()).containsExactly("19 stage Build began", "19 Build began");
    }

    @Test
    void aNewExecutionInAStageIsNotTheEndOfTheOneBefore() {
        scene.execution("e1", Status.SUCCEEDED, span(0, 9)).runs("Source", "e1", Status.SUCCEEDED, span(1, 2), "a");
        before = scene.snapshot();
        scene.at(22).execution("e2", Status.IN_PROGRESS, span(20, null)).runs("Source", "e2", Status.SUCCEEDED, span(20, 21), "b");
        assertThat(changes().getFirst()).isInstanceOf(ExecutionStarted.class);
        assertThat(words()).contains("20 Source began", "21 Source succeeded");
    }

    @Test
    void aTransitionTellsItsReason() {
        scene.at(3).transition("Deploy", new Transition(false, "Freeze until Monday", "ada", t(2)));
        assertThat(words()).containsExactly("2 transition into Deploy disabled: Freeze until Monday");
        before = scene.snapshot();
        scene.at(6).transition("Deploy", new Transition(true, ""));
        assertThat(words()).containsExactly("6 transition into Deploy enabled");
    }

    @Test
    void aBuildTellsItsPhases() {
        scene.build(Status.IN_PROGRESS, null, phase("BUILD", Status.IN_PROGRESS, 4, 4, ""));
        before = scene.snapshot();
        scene.at(8).build(
                Status.FAILED, null, phase("BUILD", Status.FAILED, 4, 6, "COMMAND_EXECUTION_ERROR: exit status 1"),
                phase("POST_BUILD", Status.SUCCEEDED, 6, 7, ""));
        assertThat(words()).containsExactly(
                "6 BUILD failed: COMMAND_EXECUTION_ERROR: exit status 1", "6 POST_BUILD began", "7 POST_BUILD succeeded");
    }

    @Test
    void aDeploymentTellsItsEventsAndItsWait() {
        scene.deployment(deploys("ECSAllAtOnce", Status.IN_PROGRESS, span(1, null), null, null,
                event("AllowTraffic", Status.IN_PROGRESS, 5, null)));
        before = scene.snapshot();
        scene.at(9).deployment(deploys("ECSAllAtOnce", Status.IN_PROGRESS, span(1, null),
                waits(Wait.Kind.TERMINATION, 8, 5), null, event("AllowTraffic", Status.SUCCEEDED, 5, 8)));
        assertThat(changes()).hasSize(2);
        assertThat(changes().getFirst()).isEqualTo(new LifecycleChanged(
                t(8), "AllowTraffic", Status.IN_PROGRESS, Status.SUCCEEDED, ""));
        assertThat(changes().getLast()).isInstanceOf(WaitBegan.class).extracting(Change::at).isEqualTo(t(8));
        before = scene.snapshot();
        scene.at(30).deployment(deploys("ECSAllAtOnce", Status.SUCCEEDED, span(1, 29), null, null,
                event("AllowTraffic", Status.SUCCEEDED, 5, 8)));
        assertThat(changes()).contains(new WaitEnded(t(30), Wait.Kind.TERMINATION));
        assertThat(words()).contains("29 deployment succeeded");
    }

    @Test
    void aRollbackIsSaidPlainly() {
        scene.deployment(deploys("ECSAllAtOnce", Status.IN_PROGRESS, span(1, null), null, null));
        before = scene.snapshot();
        var failed = deploys("ECSAllAtOnce", Status.FAILED, span(1, 9), null, new Failure("ALARM_ACTIVE", "An alarm"));
        scene.at(12)
                .deployment(new DeploymentSnapshot(
                        "d-1", "App", "Group", "", Status.FAILED, failed.span(), List.of(), null, failed.error(), null, "d-2",
                        "user", "", List.of()))
                .rollback(new DeploymentSnapshot(
                        "d-2", "App", "Group", "", Status.IN_PROGRESS, span(10, null), List.of(), null, null, "d-1"));
        assertThat(words()).containsExactly(
                "9 deployment failed: An alarm", "10 rollback began: d-2 takes back d-1", "10 deployment began");
    }

    @Test
    void requestedRoutedAndHealthyAreThreeThings() {
        scene.sets(set(Colour.BLUE, 100, 100, tasks(2, "RUNNING", "healthy")));
        before = scene.snapshot();
        scene.at(5).sets(
                set(Colour.BLUE, 100, 100, tasks(2, "RUNNING", "healthy")),
                set(Colour.GREEN, 0, 0, tasks(2, "PENDING", "initial")));
        assertThat(words()).containsExactly("5 Green task set of webapp:3 appeared");
        before = scene.snapshot();
        scene.at(8).sets(
                set(Colour.BLUE, 0, 100, tasks(2, "RUNNING", "healthy")),
                set(Colour.GREEN, 100, 0, tasks(2, "RUNNING", "initial")));
        assertThat(words()).containsExactly("8 Green runs 2 of 2", "8 100 % requested for Green");
        before = scene.snapshot();
        scene.at(9).sets(
                set(Colour.BLUE, 0, 0, tasks(2, "RUNNING", "healthy")),
                set(Colour.GREEN, 100, 100, tasks(2, "RUNNING", "healthy")));
        assertThat(words()).containsExactly("9 listener to Green 100 %", "9 Green 2 of 2 healthy");
    }

    @Test
    void aTaskThatStoppedTellsWhy() {
        scene.sets(set(Colour.BLUE, 100, 100));
        before = scene.snapshot();
        scene.at(9).stopped(new StoppedTask("ecs-svc/GREEN", "webapp:3", new TaskSnapshot(
                "t9", "STOPPED", "STOPPED", "", "",
                new Stop("EssentialContainerExited", "Essential container in task exited", t(7), List.of()))));
        assertThat(words()).containsExactly("7 task of webapp:3 stopped: Essential container in task exited");
    }

    private List<Change> changes() {
        return Changes.between(before, scene.snapshot());
    }

    private List<String> words() {
        return changes().stream()
                .map(change -> change.at().getEpochSecond() - t(0).getEpochSecond() + " " + change.words())
                .toList();
    }
}
