package companion.monitor.watch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.watch.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private final ManualClock clock = new ManualClock();
    private final Budget budget = new Budget(Limits.REAL, clock.instant());

    @Test
    void aBurstMayBeSpentAtOnce() {
        budget.spend(Limits.REAL.burst() - 1, clock.instant());
        assertThat(budget.ready(clock.instant())).isEqualTo(clock.instant());
        budget.spend(1, clock.instant());
        assertThat(budget.ready(clock.instant())).isAfter(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void noMinuteHasMoreRequestsThanOneASecondAtTheShareOfARunningRelease(int cost) {
        budget.allow(0.7, clock.instant());
        var spent = new ArrayDeque<Instant>();
        int most = 0;
        while (clock.elapsed().compareTo(Duration.ofMinutes(20)) < 0) {
            clock.moveTo(budget.ready(clock.instant()));
            budget.spend(cost, clock.instant());
            for (int i = 0; i < cost; i++) {
                spent.add(clock.instant());
            }
            while (spent.getFirst().isBefore(clock.instant().minusSeconds(60))) {
                spent.removeFirst();
            }
            most = Math.max(most, spent.size());
        }
        assertThat(most).isBetween(40, 60);
    }

    @Test
    void aReadThatCostMoreThanThereWasIsWaitedOff() {
        budget.allow(1, clock.instant());
        budget.spend(Limits.REAL.burst() + 10, clock.instant());
        assertThat(Duration.between(clock.instant(), budget.ready(clock.instant()))).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void muchThatIsWatchedGetsMoreUpToTheLimit() {
        budget.allow(100, clock.instant());
        assertThat(budget.rate()).isEqualTo(Limits.REAL.most());
    }

    @Test
    void throttlingHalvesTheRateAndItRecoversSlowly() {
        budget.allow(1, clock.instant());
        budget.throttled(clock.instant());
        budget.throttled(clock.instant());
        assertThat(budget.rate()).isEqualTo(0.25);
        budget.ready(clock.after(Duration.ofSeconds(9)));
        assertThat(budget.rate()).isEqualTo(0.25);
        budget.ready(clock.after(Duration.ofSeconds(51)));
        assertThat(budget.rate()).isBetween(0.5, 0.6);
        budget.ready(clock.after(Duration.ofMinutes(2)));
        assertThat(budget.rate()).isEqualTo(1);
        assertThat(budget.isSlowed()).isFalse();
    }

    @Test
    void endlessThrottlingNeverStopsItForGood() {
        budget.allow(1, clock.instant());
        for (int i = 0; i < 100; i++) {
            budget.throttled(clock.instant());
        }
        assertThat(Duration.between(clock.instant(), budget.ready(clock.instant())))
                .isLessThan(Duration.ofMinutes(1));
    }
}
