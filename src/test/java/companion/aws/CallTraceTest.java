package companion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallTraceTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void callsAreDatedByTheAccountsClockAndTimedByTheirOwn() throws Exception {
        var times = new ArrayList<>(List.of(NOON, NOON.plusSeconds(60)));
        var nanos = new AtomicLong();
        var trace = new CallTrace(times::removeFirst, nanos::get);

        trace.record("Git", "clone", "MyRepo", "git clone …", () -> nanos.addAndGet(2_000_000));

        assertThat(trace.calls()).singleElement().satisfies(call -> {
            assertThat(call.at()).isEqualTo(NOON);
            assertThat(call.took()).isEqualTo(Duration.ofMillis(2));
        });
    }

    @Test
    void aFailureIsTracedByItsNameAndPassedOn() {
        var trace = new CallTrace(() -> NOON, () -> 0);

        assertThat(catchThrowable(() -> trace.record("Local", "copy", "", "cp a b", () -> {
            throw new IOException("No space left");
        }))).hasMessage("No space left");

        assertThat(trace.calls()).singleElement().satisfies(call -> {
            assertThat(call.error()).isEqualTo("IOException");
            assertThat(call.summary()).contains("No space left");
        });
    }

    @Test
    void listenersHearTheStartAndTheEnd() throws Exception {
        var trace = new CallTrace(() -> NOON, () -> 0);
        var heard = new ArrayList<TracedCall>();
        var deaf = trace.listen(heard::add);

        trace.record("Git", "push", "", "git push", () -> 1);
        deaf.run();
        trace.record("Git", "fetch", "", "git fetch", () -> 1);

        assertThat(heard).extracting(TracedCall::operation).containsExactly("push", "push");
        assertThat(heard).extracting(TracedCall::number).containsOnly(1L);
    }
}
