package companion.monitor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficStepTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aCanaryHasTwoSteps() {
        assertThat(TrafficStep.of(deployment("CodeDeployDefault.ECSCanary10Percent5Minutes", Status.IN_PROGRESS), 10))
                .contains(new TrafficStep(1, 2, 100, Duration.ofMinutes(5), START.plusSeconds(300)));
    }

    @Test
    void aLinearShiftGoesOnByTheSameShareUntilAllIsGreen() {
        var deployment = deployment("CodeDeployDefault.ECSLinear10PercentEvery1Minutes", Status.IN_PROGRESS);

        assertThat(TrafficStep.of(deployment, 30))
                .contains(new TrafficStep(3, 10, 40, Duration.ofMinutes(1), START.plusSeconds(180)));
        assertThat(TrafficStep.of(deployment, 0)).hasValueSatisfying(step -> assertThat(step.number()).isEqualTo(1));
    }

    @Test
    void allAtOnceHasNoSteps() {
        assertThat(TrafficStep.of(deployment("CodeDeployDefault.ECSAllAtOnce", Status.IN_PROGRESS), 0)).isEmpty();
    }

    @Test
    void thereIsNoStepBeforeTheTrafficMovesNorAfter() {
        for (var status : List.of(Status.NOT_STARTED, Status.SUCCEEDED)) {
            assertThat(TrafficStep.of(deployment("CodeDeployDefault.ECSCanary10Percent5Minutes", status), 10)).isEmpty();
        }
    }

    private static DeploymentSnapshot deployment(String configuration, Status allowTraffic) {
        var span = allowTraffic == Status.NOT_STARTED ? Span.NONE : new Span(START, null);
        return new DeploymentSnapshot(
                "d-1", "app", "dg", configuration, Status.IN_PROGRESS, span,
                List.of(new LifecycleEvent("AllowTraffic", allowTraffic, span, false, null)), null, null, null);
    }
}
