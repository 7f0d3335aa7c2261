package companion.monitor.act;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void withNoPipelineEveryActSaysWhyItCannotBeDone() {
        assertThat(Steering.acts(snapshot(null, null)))
                .allSatisfy(act -> assertThat(act.blocked()).isPresent())
                .extracting(Act::kind)
                .contains(Kind.RELEASE_CHANGE, Kind.RETRY_STAGE, Kind.END_WAIT);
    }

    @Test
    void aFailedStageCanBeRetriedAndTheCallIsShown() {
        var act = act(snapshot(pipeline(Status.FAILED), null), Kind.RETRY_STAGE);
        assertThat(act.label()).isEqualTo("Retry Build");
        assertThat(act.command("us-east-1").replaceAll("\\\\\\s+", ""))
                .contains("aws codepipeline retry-stage-execution")
                .contains("--pipeline-execution-id e1")
                .contains("--retry-mode FAILED_ACTIONS");
    }

    @Test
    void theTerminationWaitIsEndedAsSuch() {
        var wait = new Wait(Wait.Kind.TERMINATION, Duration.ofMinutes(5), NOW.plusSeconds(200));
        var act = act(snapshot(pipeline(Status.IN_PROGRESS), deployment(wait)), Kind.END_WAIT);
        assertThat(act.operation()).isEqualTo("ContinueDeployment");
        assertThat(act.command("us-east-1")).contains("TERMINATION_WAIT");
    }

    @Test
    void aDeploymentThatDoesNotWaitHasNoWaitToEnd() {
        var acts = snapshot(pipeline(Status.IN_PROGRESS), deployment(null));
        assertThat(act(acts, Kind.END_WAIT).blocked()).contains("The deployment does not wait.");
        assertThat(act(acts, Kind.STOP_AND_ROLL_BACK).blocked()).isEmpty();
    }

    private static Act act(ReleaseSnapshot snapshot, Kind kind) {
        return Steering.acts(snapshot).stream()
                .filter(act -> act.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static PipelineSnapshot pipeline(Status status) {
        return new PipelineSnapshot(
                "P",
                1,
                "V2",
                "SUPERSEDED",
                List.of(new StageSnapshot("Build", status, "e1", new Transition(true, ""), null, List.of())),
                List.of(new ExecutionSnapshot("e1", status, "STANDARD", "", "", new Span(NOW, null), null, null)));
    }

    private static DeploymentSnapshot deployment(@Nullable Wait wait) {
        return new DeploymentSnapshot(
                "d-1", "app", "dg", "CodeDeployDefault.ECSAllAtOnce", Status.IN_PROGRESS, new Span(NOW, null), List.of(),
                wait, null, null);
    }

    private static ReleaseSnapshot snapshot(@Nullable PipelineSnapshot pipeline, @Nullable DeploymentSnapshot deployment) {
        return new ReleaseSnapshot(NOW, pipeline, null, deployment, List.of(), null, List.of(), List.of());
    }
}
