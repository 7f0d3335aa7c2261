package companion.desktop.live.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.status.State;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollingModelTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:01:57Z");

    @Test
    void newAndOldRunWithinTheBand() {
        var model = RollingModel.of(service(true, true, Status.IN_PROGRESS, 0));

        assertThat(model.band().spoken()).isEqualTo("1 new and 2 old tasks run; between 2 and 4 are allowed, 3 desired");
        assertThat(model.rows()).extracting(RollingModel.Row::role).containsExactly("new", "old");
        assertThat(model.rows().getFirst().spoken())
                .isEqualTo("New deployment of web:3, in progress, 1 of 3 running, 1 pending");
        assertThat(model.word()).isEqualTo("In progress");
    }

    @Test
    void theCircuitBreakerSaysHowFarItIsAndWhatItWillDo() {
        assertThat(RollingModel.of(service(true, true, Status.IN_PROGRESS, 2)).breaker())
                .isEqualTo("Circuit breaker on: 2 tasks failed to start; at 3 it goes back to the last completed deployment.");
        assertThat(RollingModel.of(service(true, false, Status.FAILED, 3)).breakerState()).isEqualTo(State.WARNING);
        assertThat(RollingModel.of(service(false, false, Status.IN_PROGRESS, 9)).breaker()).contains("tried for ever");
    }

    @Test
    void itTripsAtHalfTheDesiredCountWithinItsBounds() {
        assertThat(RollingModel.threshold(1)).isEqualTo(3);
        assertThat(RollingModel.threshold(25)).isEqualTo(13);
        assertThat(RollingModel.threshold(1000)).isEqualTo(200);
    }

    private static RollingSnapshot service(boolean breaker, boolean rollback, Status rollout, int failed) {
        return new RollingSnapshot(
                "prod", "web", 3, 3, 1, 50, 150, breaker, rollback,
                List.of(
                        new RollingSnapshot.Deployment(
                                "ecs-svc/3", "PRIMARY", rollout, "", "web:3", "build-2", 3, 1, 1, failed, AT, AT, List.of()),
                        new RollingSnapshot.Deployment(
                                "ecs-svc/2", "ACTIVE", Status.SUCCEEDED, "", "web:2", "build-1", 2, 2, 0, 0, AT, AT, List.of())));
    }
}
