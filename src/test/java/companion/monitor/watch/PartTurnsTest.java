package companion.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartTurnsTest {
    private static final Duration GAP = Pace.REAL.gap();

    private final PartTurns turns = new PartTurns(GAP);
    private final ReleaseRhythm rhythm = new ReleaseRhythm(Pace.REAL, null, true, true);
    private Instant now = ManualClock.START;

    private Set<Part> after(Duration time, Set<Part> unread) {
        now = now.plus(time);
        var taken = turns.take(rhythm, now);
        turns.read(unread);
        return taken;
    }

    @Test
    void aChangeThatCouldNotBeReadIsReadAgainSoonAndNotOnlyByTheSlowCheck() {
        after(Duration.ZERO, Set.of());
        turns.changed(EnumSet.of(Part.PIPELINE));
        assertThat(after(GAP, Set.of(Part.PIPELINE))).containsExactly(Part.PIPELINE);
        assertThat(after(GAP, Set.of())).containsExactly(Part.PIPELINE);
        assertThat(after(GAP, Set.of())).isEmpty();
    }

    @Test
    void whatCanNeverBeReadIsNotAskedForWithoutEnd() {
        after(Duration.ZERO, Set.of());
        turns.changed(EnumSet.of(Part.DEPLOYMENT));
        int times = 0;
        for (int i = 0; i < 20; i++) {
            times += after(GAP, Set.of(Part.DEPLOYMENT)).size();
        }
        assertThat(times).isBetween(2, 8);
    }
}
