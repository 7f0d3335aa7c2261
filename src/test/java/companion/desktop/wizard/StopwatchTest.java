package companion.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.ScriptedSession;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final ScriptedSession session = new ScriptedSession(false);
    private final Stopwatch watch = new Stopwatch(() -> now);

    @Test
    void countsFromWhenAStepWasFirstSeenRunning() {
        session.runStage("identity");
        watch.told(session.state());

        now = now.plusSeconds(3);
        watch.told(session.state());
        now = now.plusSeconds(2);

        assertThat(watch.step()).contains(Duration.ofSeconds(5));
    }

    @Test
    void startsAnewWithTheNextStep() {
        session.runStage("identity");
        watch.told(session.state());
        now = now.plusSeconds(3);
        session.advance();
        watch.told(session.state());

        now = now.plusSeconds(1);

        assertThat(watch.step()).contains(Duration.ofSeconds(1));
        assertThat(watch.stage(Duration.ofSeconds(3), true)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void standsWhereNothingRuns() {
        watch.told(session.state());
        now = now.plusSeconds(9);

        assertThat(watch.step()).isEmpty();
        assertThat(watch.stage(Duration.ofSeconds(3), false)).isEqualTo(Duration.ofSeconds(3));
    }
}
