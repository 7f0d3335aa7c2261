package companion.monitor.act;

import static org.assertj.core.api.Assertions.assertThat;

import companion.PracticeRelease;
import companion.monitor.act.Act.Kind;
import companion.monitor.read.ExecutionHistory;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.why.Diagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.codedeploy.model.DeploymentReadyAction;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/** Each act, done on the practice cloud and seen by the monitor. */
class SteeredReleaseTest {
    private static final String APPLICATION = "devops-workshop-MyWebApp";
    private static final String GROUP = "devops-workshop-dg";

    @TempDir
    static Path prepared;

    private static Path state;

    @TempDir
    Path folder;

    private PracticeRelease release;
    private Steering steering;

    @BeforeAll
    static void prepare() {
        state = PracticeRelease.prepare(prepared);
    }

    @BeforeEach
    void start() throws IOException {
        release = new PracticeRelease(state, folder);
        steering = new Steering(release.connection());
    }

    @AfterEach
    void close() {
        release.close();
    }

    @Test
    void aChangeIsReleasedStoppedAndReleasedAgain() {
        perform(release.look(), Kind.RELEASE_CHANGE);
        release.step(Duration.ofSeconds(20));
        perform(release.look(), Kind.STOP_EXECUTION);
        assertThat(release.look().pipeline().latest().orElseThrow().stopping()).isTrue();
        assertThat(latest(release.untilOver())).isEqualTo(Status.STOPPED);

        perform(release.look(), Kind.RELEASE_CHANGE);
        release.step(Duration.ofSeconds(20));
        perform(release.look(), Kind.ABANDON_EXECUTION);
        var abandoned = release.untilOver();
        assertThat(latest(abandoned)).isEqualTo(Status.STOPPED);
        assertThat(abandoned.pipeline().stages().get(1).actions().getFirst().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void aFailedStageIsRetriedWholeAndOnlyWhereItFailed() {
        privileged(false);
        perform(release.look(), Kind.RELEASE_CHANGE);
        assertThat(latest(release.untilOver())).isEqualTo(Status.FAILED);
        perform(release.look(), Kind.RETRY_STAGE);
        assertThat(latest(release.untilOver())).as("a retry alone fails the same way").isEqualTo(Status.FAILED);
        privileged(true);
        perform(release.look(), Kind.RETRY_STAGE_ALL_ACTIONS);
        assertThat(latest(release.untilOver())).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aClosedTransitionHoldsTheExecutionUntilItIsOpened() {
        var before = release.look();
        steering.perform(PipelineActs.transition(before.pipeline(), deploy(before), "Freeze until Monday"));
        var closed = release.look();
        assertThat(deploy(closed).inbound().reason()).isEqualTo("Freeze until Monday");
        assertThat(deploy(closed).inbound().changedBy()).isNotNull();
        perform(closed, Kind.RELEASE_CHANGE);
        release.step(Duration.ofMinutes(5));
        var held = release.look();
        assertThat(deploy(held).inboundExecutionId())
                .isEqualTo(held.pipeline().latest().orElseThrow().id());
        steering.perform(PipelineActs.transition(held.pipeline(), deploy(held), ""));
        assertThat(latest(release.untilOver())).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void anApprovalIsGivenOrRefusedWithAComment() {
        addApproval();
        perform(release.look(), Kind.RELEASE_CHANGE);
        var waiting = release.until(snapshot -> !Steering.approvals(snapshot.pipeline(), "").isEmpty());
        steering.perform(Steering.approvals(waiting.pipeline(), "looks good").getFirst());
        assertThat(latest(release.untilOver())).isEqualTo(Status.SUCCEEDED);

        perform(release.look(), Kind.RELEASE_CHANGE);
        var again = release.until(snapshot -> !Steering.approvals(snapshot.pipeline(), "").isEmpty());
        steering.perform(Steering.approvals(again.pipeline(), "not before Monday").getLast());
        var rejected = release.untilOver();
        assertThat(latest(rejected)).isEqualTo(Status.FAILED);
        var why = Diagnosis.of(rejected, release.log()).orElseThrow();
        assertThat(why.headline()).isEqualTo("The release was rejected");
        assertThat(why.evidence()).anyMatch(each -> each.text().contains("not before Monday"));
    }

    @Test
    void aStageIsRolledBackToAnEarlierExecution() {
        perform(release.look(), Kind.RELEASE_CHANGE);
        var over = release.untilOver();
        var targets = new ExecutionHistory(release.connection()).succeededIn(PracticeRelease.PIPELINE, "Deploy");
        assertThat(targets).hasSizeGreaterThanOrEqualTo(2);
        steering.perform(PipelineActs.rollBack(over.pipeline(), deploy(over), targets.get(1)));
        var back = release.untilOver();
        var execution = back.pipeline().latest().orElseThrow();
        assertThat(execution.isRollback()).isTrue();
        assertThat(execution.rollbackTo()).isEqualTo(targets.get(1).id());
        assertThat(execution.triggerType()).isEqualTo("ManualRollback");
        assertThat(execution.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void theTerminationWaitIsEnded() {
        perform(release.look(), Kind.RELEASE_CHANGE);
        var waiting = untilWaits();
        assertThat(waiting.deployment().waiting().kind()).isEqualTo(Wait.Kind.TERMINATION);
        perform(waiting, Kind.END_WAIT);
        release.step(Duration.ofSeconds(60));
        assertThat(latest(release.look())).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void theReadyWaitIsEndedAndOnlyThenTrafficMoves() {
        release.connection().codeDeploy().updateDeploymentGroup(request -> request.applicationName(APPLICATION)
                .currentDeploymentGroupName(GROUP)
                .blueGreenDeploymentConfiguration(configuration -> configuration
                        .terminateBlueInstancesOnDeploymentSuccess(it -> it.action("TERMINATE").terminationWaitTimeInMinutes(5))
                        .deploymentReadyOption(it -> it.actionOnTimeout(DeploymentReadyAction.STOP_DEPLOYMENT)
                                .waitTimeInMinutes(30))));
        perform(release.look(), Kind.RELEASE_CHANGE);
        var ready = untilWaits();
        assertThat(ready.deployment().waiting().kind()).isEqualTo(Wait.Kind.READY);
        assertThat(ready.taskSet(Colour.GREEN).orElseThrow().routed()).isZero();
        perform(ready, Kind.END_WAIT);
        var shifted = release.until(snapshot -> snapshot.taskSet(Colour.GREEN)
                .filter(set -> set.routed() == 100)
                .isPresent());
        assertThat(shifted.deployment().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aDeploymentIsStoppedOrStoppedAndRolledBack() {
        perform(release.look(), Kind.RELEASE_CHANGE);
        perform(untilInstalls(), Kind.STOP_DEPLOYMENT);
        var stopped = release.untilOver();
        assertThat(latest(stopped)).isEqualTo(Status.FAILED);
        assertThat(stopped.deployment().status()).isEqualTo(Status.STOPPED);

        perform(release.look(), Kind.RETRY_STAGE);
        perform(untilWaits(), Kind.STOP_AND_ROLL_BACK);
        var back = release.untilOver();
        assertThat(back.rollback().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(back.taskSets()).singleElement().satisfies(set -> assertThat(set.routed()).isEqualTo(100));
    }

    private void perform(ReleaseSnapshot snapshot, Kind kind) {
        var act = Steering.acts(snapshot).stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
        assertThat(act.blocked()).as(act.label()).isEmpty();
        steering.perform(act);
    }

    private ReleaseSnapshot untilWaits() {
        return release.until(snapshot -> snapshot.deployment() != null && snapshot.deployment().waiting() != null);
    }

    private ReleaseSnapshot untilInstalls() {
        return release.until(snapshot -> snapshot.deployment() != null
                && snapshot.deployment().events().stream()
                        .anyMatch(event -> event.name().equals("Install") && event.status() == Status.IN_PROGRESS));
    }

    private static Status latest(ReleaseSnapshot snapshot) {
        return snapshot.pipeline().latest().orElseThrow().status();
    }

    private static StageSnapshot deploy(ReleaseSnapshot snapshot) {
        return snapshot.pipeline().stages().getLast();
    }

    private void privileged(boolean on) {
        var codeBuild = release.connection().codeBuild();
        var project = codeBuild.batchGetProjects(request -> request.names("MyFirstBuild")).projects().getFirst();
        codeBuild.updateProject(request -> request.name(project.name())
                .environment(project.environment().toBuilder().privilegedMode(on).build()));
    }

    private void addApproval() {
        var client = release.connection().codePipeline();
        var pipeline = client.getPipeline(request -> request.name(PracticeRelease.PIPELINE)).pipeline();
        var stages = new ArrayList<>(pipeline.stages());
        stages.add(2, StageDeclaration.builder()
                .name("Approve")
                .actions(action -> action.name("Sign").actionTypeId(type -> type.category(ActionCategory.APPROVAL)
                        .owner(ActionOwner.AWS)
                        .provider("Manual")
                        .version("1")))
                .build());
        client.updatePipeline(request -> request.pipeline(pipeline.toBuilder().stages(stages).build()));
    }
}
