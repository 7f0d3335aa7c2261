package companion.workshop;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One resource that the workshop created, or was about to create: an entry is written before the call is made.
 *
 * @param id unique in the ledger: type and name
 * @param type in AWS's words: {@code NAT gateway}
 * @param stage the id of the stage that made it
 * @param group its place in the clean-up order, from 1
 * @param removedWith the operation that removes it: {@code DeleteStack}
 * @param hourlyCost US dollars per hour while it exists
 * @param heldUpBy what keeps it from being deleted, where the state is {@link State#HELD_UP}
 */
public record LedgerEntry(
        String id,
        String type,
        String name,
        String stage,
        int group,
        String removedWith,
        BigDecimal hourlyCost,
        State state,
        Instant since,
        @Nullable String heldUpBy) {
    public enum State {
        PLANNED,
        LIVE,
        DELETING,
        HELD_UP,
        GONE,
        KEPT
    }

    public LedgerEntry with(State next, Instant at) {
        return new LedgerEntry(id, type, name, stage, group, removedWith, hourlyCost, next, at, null);
    }

    public LedgerEntry heldUp(String by, Instant at) {
        return new LedgerEntry(id, type, name, stage, group, removedWith, hourlyCost, State.HELD_UP, at, by);
    }

    /** Whether it may exist, and so may cost. */
    public boolean mayExist() {
        return state != State.GONE && state != State.KEPT;
    }
}
