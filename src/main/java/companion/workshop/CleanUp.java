package companion.workshop;

import java.util.List;
import java.util.Map;

/** How everything that a workshop made is removed, in the right order, and how that is proven. */
public interface CleanUp {

    /** The names of the groups in which things are removed, by number, for example 1: {@code Stop what runs}. */
    Map<Integer, String> groups();

    /**
     * The steps of the clean-up, in order; each check is found when the thing is gone. Each removes what its ledger
     * entries name.
     */
    List<Removal> removals(Values values);

    /** Lists the account again for everything that the workshop could have made. */
    List<Proof> prove(Values values) throws Exception;

    /** What stays on purpose, in a sentence for the learner. */
    String leftOnPurpose();

    /**
     * A step that removes things.
     *
     * @param group from {@link #groups}
     * @param entryIds the ids of the ledger entries that are gone once it is done
     */
    record Removal(int group, List<String> entryIds, Step step) {}

    /**
     * One listing and what it answered.
     *
     * @param what {@code Stacks}
     * @param operation {@code DescribeStacks}
     * @param remaining the names that are still there; empty is the proof
     */
    record Proof(String what, String operation, List<String> remaining) {
        public Proof {
            remaining = List.copyOf(remaining);
        }
    }
}
