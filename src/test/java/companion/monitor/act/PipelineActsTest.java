package companion.monitor.act;

import static companion.monitor.snapshot.Scene.span;
import static companion.monitor.snapshot.Scene.t;
import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.Scene;
import companion.monitor.snapshot.Status;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

class PipelineActsTest {
    private final Scene scene = Scene.workshop()
            .execution("e1", Status.FAILED, span(0, 9))
            .runs("Source", "e1", Status.SUCCEEDED, span(1, 2), "a")
            .runs("Build", "e1", Status.FAILED, span(2, 9), "b");

    @Test
    void aStageIsRetriedWholeOrOnlyWhereItFailed() {
        assertThat(command(PipelineActs.retry(pipeline(), StageRetryMode.ALL_ACTIONS)))
                .contains("retry-stage-execution", "--retry-mode ALL_ACTIONS", "--stage-name Build");
        assertThat(PipelineActs.retry(pipeline(), stage("Source"), StageRetryMode.FAILED_ACTIONS).blocked())
                .hasValue("Stage Source has not failed.");
    }

    @Test
    void aTransitionIsClosedOnlyWithAReasonThatAwsTakes() {
        var deploy = stage("Deploy");
        assertThat(PipelineActs.transition(pipeline(), deploy, " ").blocked()).hasValue("Give a reason; others will see it.");
        assertThat(PipelineActs.transition(pipeline(), deploy, "Größe, \"quoted\"").blocked().orElseThrow()).contains("300 letters");
        assertThat(command(PipelineActs.transition(pipeline(), deploy, "Freeze until Monday")))
                .contains("disable-stage-transition", "Freeze until Monday", "Inbound");
        scene.transition("Deploy", new Transition(false, "Freeze"));
        assertThat(PipelineActs.transition(pipeline(), stage("Deploy"), "").operation()).isEqualTo("EnableStageTransition");
        assertThat(PipelineActs.transition(pipeline(), stage("Source"), "x").blocked()).isPresent();
    }

    @Test
    void anExecutionThatStopsCanOnlyBeAbandoned() {
        scene.execution(new ExecutionSnapshot(
                "e2", Status.IN_PROGRESS, "STANDARD", "", "", span(10, null), List.of(), null, "", true));
        assertThat(PipelineActs.stop(pipeline(), false, "").blocked().orElseThrow()).contains("stopping already");
        assertThat(command(PipelineActs.stop(pipeline(), true, "wrong branch"))).contains("--abandon", "wrong branch", "e2");
    }

    @Test
    void ofSeveralExecutionsTheNewestThatDoesNotStopYetIsStopped() {
        scene.execution("e2", Status.IN_PROGRESS, span(10, null));
        scene.execution(new ExecutionSnapshot(
                "e3", Status.IN_PROGRESS, "STANDARD", "", "", span(20, null), List.of(), null, "", true));
        assertThat(command(PipelineActs.stop(pipeline(), false, ""))).contains("e2");
        assertThat(command(PipelineActs.stop(pipeline(), true, ""))).contains("e3");
    }

    @Test
    void whatFailedIsRetriedWhileWhatRunsBesideItGoesOn() {
        var failed = stage("Build");
        var beside = new ActionSnapshot(
                "Lint", 1, "Test", "CodeBuild", "", Status.IN_PROGRESS, span(2, null), null, null, null, null, null, null);
        var stage = new StageSnapshot(
                "Build", Status.IN_PROGRESS, "e1", failed.inbound(), List.of(), List.of(failed.actions().getFirst(), beside), List.of());
        assertThat(PipelineActs.retryFailed(pipeline(), stage).blocked()).isEmpty();
        assertThat(PipelineActs.retryAll(pipeline(), stage).blocked()).hasValue("Another action of the stage still runs.");
    }

    @Test
    void anApprovalIsAnsweredWithItsToken() {
        var waiting = new Scene().stage("Approve", "Manual").execution("e1", Status.IN_PROGRESS, span(0, null))
                .runs("Approve", "e1", Status.WAITING, span(1, null), null).snapshot().pipeline();
        var acts = Steering.approvals(waiting, "looks good");
        assertThat(acts).extracting(Act::kind).containsExactly(Kind.APPROVE, Kind.REJECT);
        assertThat(command(acts.getFirst())).contains("put-approval-result", "--token", "looks good", "Approved");
        assertThat(PipelineActs.answer(pipeline(), stage("Build"), stage("Build").actions().getFirst(), true, "").blocked())
                .hasValue("Build does not wait for an approval.");
    }

    @Test
    void aStageIsRolledBackOnlyWhereThatCanBe() {
        var target = new ExecutionSnapshot("e0", Status.SUCCEEDED, "STANDARD", "", "", span(0, 9), null, null);
        assertThat(command(PipelineActs.rollBack(pipeline(), stage("Deploy"), target)))
                .contains("rollback-stage", "--target-pipeline-execution-id e0");
        assertThat(PipelineActs.rollBack(pipeline(), stage("Deploy"), null).blocked())
                .hasValue("No earlier execution succeeded in this stage.");
        assertThat(PipelineActs.rollBack(pipeline(), stage("Source"), target).blocked())
                .hasValue("The source stage cannot be rolled back.");
        var rollback = new ExecutionSnapshot("e3", Status.SUCCEEDED, "ROLLBACK", "", "", span(0, 9), List.of(), "e0", "", false);
        assertThat(PipelineActs.rollBack(pipeline(), stage("Deploy"), rollback).blocked().orElseThrow()).contains("rollback itself");
        scene.type("V1");
        assertThat(PipelineActs.rollBack(pipeline(), stage("Deploy"), target).blocked().orElseThrow()).contains("type V2");
    }

    @Test
    void aCommitCanBeReleasedByItsId() {
        assertThat(command(PipelineActs.release(pipeline(), "Source", "4f2a91cdeadbeef")))
                .contains("start-pipeline-execution", "COMMIT_ID", "4f2a91cdeadbeef");
        assertThat(PipelineActs.release(pipeline(), "Source", " ").blocked()).isPresent();
    }

    @Test
    void aConnectionThatOnlyReadsBlocksEveryAct() {
        try (var readOnly = new Connection(
                new Target.Profile("audit"), "us-east-1", false, new CallTrace(InstantSource.fixed(t(0)), System::nanoTime))) {
            var steering = new Steering(readOnly);
            assertThat(Steering.acts(scene.snapshot()).stream().map(steering::allowed))
                    .isNotEmpty()
                    .allSatisfy(act -> assertThat(act.blocked()).isPresent())
                    .anySatisfy(act -> assertThat(act.blocked().orElseThrow()).contains("read-only"));
        }
    }

    private PipelineSnapshot pipeline() {
        return scene.snapshot().pipeline();
    }

    private StageSnapshot stage(String name) {
        return pipeline().stages().stream().filter(stage -> stage.name().equals(name)).findFirst().orElseThrow();
    }

    private static String command(Act act) {
        assertThat(act.blocked()).isEmpty();
        return act.command("us-east-1").replaceAll("\\\\\\s+", "");
    }
}
