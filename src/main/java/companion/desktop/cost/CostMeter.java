package companion.desktop.cost;

import companion.workshop.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what the resources of the ledger cost from when each was created until it was gone, at list prices. The
 * ledger
 * keeps only the time of an entry's last change, so the meter remembers when it saw one live. Not thread-safe.
 */
public final class CostMeter {
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final Map<String, Instant> liveSince = new HashMap<>();

    /**
     * @param over from the first creation to the last removal, or to now
     * @param complete false if something was gone before this meter saw it live, so that it cost more than this
     */
    public record Cost(BigDecimal dollars, Duration over, boolean complete) {}

    /** Takes note of the ledger, and adds up. */
    public Cost read(List<LedgerEntry> ledger, Instant now) {
        var sum = BigDecimal.ZERO;
        var first = now;
        var last = Instant.MIN;
        boolean complete = true;
        for (var entry : ledger) {
            if (entry.state() == LedgerEntry.State.LIVE) {
                liveSince.put(entry.id(), entry.since());
            }
            var start = liveSince.get(entry.id());
            var end = entry.state() == LedgerEntry.State.GONE ? entry.since() : now;
            if (start == null) {
                complete = complete && entry.hourlyCost().signum() == 0;
            } else {
                first = start.isBefore(first) ? start : first;
                last = end.isAfter(last) ? end : last;
                sum = sum.add(price(entry.hourlyCost(), Duration.between(start, end)));
            }
        }
        var over = last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        return new Cost(sum.setScale(4, RoundingMode.HALF_UP), over, complete);
    }

    private static BigDecimal price(BigDecimal hourly, Duration time) {
        return hourly.multiply(BigDecimal.valueOf(time.toMillis())).divide(MILLIS_PER_HOUR, 8, RoundingMode.HALF_UP);
    }
}
