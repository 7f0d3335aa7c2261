package companion.desktop.live.why;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesModelTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:01:57Z");

    @Test
    void eachPhaseSaysHowItWentAndHowLongItTook() {
        var model = model(phase("BUILD", Status.FAILED), phase("COMPLETED", Status.SUCCEEDED));

        assertThat(model.rows().getFirst().spoken()).isEqualTo("BUILD, failed, 0:02");
        assertThat(model.rows().getLast().word()).isEqualTo("Done");
    }

    @Test
    void thatPostBuildRunsAfterAFailureIsExplained() {
        assertThat(model(phase("BUILD", Status.FAILED), phase("POST_BUILD", Status.FAILED)).remark())
                .startsWith("BUILD failed first");
        assertThat(model(phase("BUILD", Status.FAILED), phase("POST_BUILD", Status.SUCCEEDED)).remark())
                .isEqualTo("BUILD failed, and POST_BUILD still ran.");
        assertThat(model(phase("PRE_BUILD", Status.FAILED)).remark()).contains("did not run");
        assertThat(model(phase("BUILD", Status.SUCCEEDED)).remark()).isEmpty();
    }

    private static PhasesModel model(BuildSnapshot.Phase... phases) {
        return PhasesModel.of(
                new BuildSnapshot("b:1", 1, Status.FAILED, Span.NONE, List.of(phases), null, null), AT.plusSeconds(9));
    }

    private static BuildSnapshot.Phase phase(String type, Status status) {
        return new BuildSnapshot.Phase(type, status, new Span(AT, AT.plusSeconds(2)), "");
    }
}
