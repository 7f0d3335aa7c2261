package companion.desktop.cost;

import static org.assertj.core.api.Assertions.assertThat;

import companion.workshop.LedgerEntry;
import companion.workshop.LedgerEntry.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostMeterTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final CostMeter meter = new CostMeter();

    private static LedgerEntry nat(State state, Instant since) {
        var price = new BigDecimal("0.045");
        return new LedgerEntry("nat", "NAT gateway", "nat-1", "set-up", 1, "DeleteStack", price, state, since, null);
    }

    @Test
    void addsUpWhatIsLiveUntilNow() {
        var cost = meter.read(List.of(nat(State.LIVE, NOON)), NOON.plus(Duration.ofHours(2)));

        assertThat(cost.dollars()).isEqualByComparingTo("0.09");
        assertThat(cost.over()).isEqualTo(Duration.ofHours(2));
        assertThat(cost.complete()).isTrue();
    }

    @Test
    void stopsCountingWhatIsGone() {
        meter.read(List.of(nat(State.LIVE, NOON)), NOON);
        meter.read(List.of(nat(State.DELETING, NOON.plusSeconds(3000))), NOON.plusSeconds(3000));

        var cost = meter.read(List.of(nat(State.GONE, NOON.plusSeconds(3600))), NOON.plus(Duration.ofHours(9)));

        assertThat(cost.dollars()).isEqualByComparingTo("0.045");
        assertThat(cost.over()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void admitsWhatItDidNotSee() {
        var cost = meter.read(List.of(nat(State.GONE, NOON)), NOON);

        assertThat(cost.complete()).isFalse();
    }

    @Test
    void saysWhatItWouldCostOnAws() {
        var ledger = List.of(nat(State.LIVE, NOON));

        assertThat(CostNote.of(ledger, true).price()).isEqualTo("$0.00/h");
        assertThat(CostNote.of(ledger, true).words()).contains("`$0.0450/h`");
        assertThat(CostNote.of(ledger, false).price()).isEqualTo("$0.0450/h");
        assertThat(CostNote.of(List.of(), false).words()).isEqualTo("Nothing created yet in this account.");
        assertThat(CostNote.running(List.of(nat(State.GONE, NOON)))).isZero();
    }
}
