package companion.workshop;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that a step makes in the account and that has to be removed again.
 *
 * @param type in AWS's words: {@code NAT gateway}
 * @param group its place in the clean-up order, from {@link CleanUp#groups}
 * @param removedWith the operation that removes it: {@code DeleteStack}
 * @param hourlyCost US dollars per hour while it exists, at the list price
 */
public record Resource(String type, String name, int group, String removedWith, BigDecimal hourlyCost) {

    public static Resource free(String type, String name, int group, String removedWith) {
        return new Resource(type, name, group, removedWith, BigDecimal.ZERO);
    }

    /** Unique in a workshop's ledger. */
    public String id() {
        return type + " " + name;
    }

    LedgerEntry entry(String stage, LedgerEntry.State state, Instant at) {
        return new LedgerEntry(id(), type, name, stage, group, removedWith, hourlyCost, state, at, null);
    }
}
