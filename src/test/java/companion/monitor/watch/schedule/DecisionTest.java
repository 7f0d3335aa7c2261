package companion.monitor.watch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.ManualClock;
import companion.monitor.watch.schedule.Turn.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Instant NOW = ManualClock.START;
    private static final Instant LATER = NOW.plusSeconds(60);

    private record Thing(Turn turn) implements Watched {
        static Thing of(int dueIn, int every, Urgency urgency) {
            return new Thing(new Turn(NOW.plusSeconds(dueIn), Duration.ofSeconds(every), urgency));
        }

        @Override
        public Turn next(Instant now) {
            return turn;
        }

        @Override
        public List<Unread> read(Instant now) {
            return List.of();
        }

        @Override
        public double share() {
            return 1;
        }
    }

    private static Decision decide(Instant ready, Thing... things) {
        return Decision.of(List.of(things), ready, NOW, LATER);
    }

    @Test
    void nothingToWatchIsARest() {
        assertThat(decide(NOW)).isEqualTo(new Decision.Rest(LATER));
    }

    @Test
    void whatIsNotDueYetIsWaitedFor() {
        assertThat(decide(NOW, Thing.of(9, 10, Urgency.WATCHED), Thing.of(5, 10, Urgency.REST)))
                .isEqualTo(new Decision.Rest(NOW.plusSeconds(5)));
    }

    @Test
    void withNothingLeftToSpendItWaitsUntilThereIs() {
        var ready = NOW.plusMillis(700);
        assertThat(decide(ready, Thing.of(-1, 5, Urgency.WATCHED))).isEqualTo(new Decision.Rest(ready));
    }

    @Test
    void whatSomebodyLooksAtAndRunsComesBeforeWhatRests() {
        var resting = Thing.of(-10, 60, Urgency.REST);
        var running = Thing.of(0, 5, Urgency.WATCHED);
        assertThat(decide(NOW, resting, running)).isEqualTo(new Decision.Read(running));
    }

    @Test
    void whatIsKnownToHaveChangedComesFirst() {
        var changed = Thing.of(0, 60, Urgency.CHANGED);
        var running = Thing.of(-10, 5, Urgency.WATCHED);
        assertThat(decide(NOW, running, changed)).isEqualTo(new Decision.Read(changed));
    }

    @Test
    void whatRestsIsNotForgottenForWhatIsBusy() {
        var resting = Thing.of(-600, 60, Urgency.REST);
        var running = Thing.of(-1, 5, Urgency.WATCHED);
        assertThat(decide(NOW, running, resting)).isEqualTo(new Decision.Read(resting));
    }

    @Test
    void aSecondLateIsMoreForWhatIsReadOften() {
        var often = Thing.of(-1, 2, Urgency.ACTIVE);
        var seldom = Thing.of(-1, 60, Urgency.ACTIVE);
        assertThat(decide(NOW, seldom, often)).isEqualTo(new Decision.Read(often));
    }
}
