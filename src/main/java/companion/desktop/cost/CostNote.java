package companion.desktop.cost;

import companion.desktop.text.Format;
import companion.workshop.LedgerEntry;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the line at the foot of the stage list says.
 *
 * @param price what is being paid per hour
 * @param words the sentence below
 */
public record CostNote(String price, String words) {

    public static CostNote of(List<LedgerEntry> ledger, boolean practice) {
        var listed = running(ledger);
        if (practice) {
            return new CostNote(
                    "$0.00/h",
                    listed.signum() == 0
                            ? "The practice cloud is free."
                            : "The practice cloud is free. On AWS this would be `" + Format.perHour(listed) + "`.");
        }
        if (ledger.isEmpty()) {
            return new CostNote("$0.00/h", "Nothing created yet in this account.");
        }
        return new CostNote(
                Format.perHour(listed),
                listed.signum() == 0 ? "Nothing that costs by the hour exists." : "Clean up ends it. List price.");
    }

    /** What exists costs, US dollars per hour at the list price. */
    public static BigDecimal running(List<LedgerEntry> ledger) {
        return ledger.stream()
                .filter(entry -> entry.state() != LedgerEntry.State.GONE && entry.state() != LedgerEntry.State.PLANNED)
                .map(LedgerEntry::hourlyCost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
