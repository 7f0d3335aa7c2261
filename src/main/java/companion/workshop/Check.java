package companion.workshop;

import java.util.List;

/** What a step's check found. */
public sealed interface Check {

    /**
     * It is so.
     *
     * @param what a few words: {@code Found MyRepo, no branch yet}
     * @param outputs what later stages and the learner may need, such as an ARN or a URL
     */
    record Found(String what, List<Output> outputs) implements Check {
        public Found {
            outputs = List.copyOf(outputs);
        }
    }

    /** @param what is not there: {@code No repository MyRepo} */
    record Missing(String what) implements Check {}

    /**
     * It is there but not as it should be.
     *
     * @param what names it
     * @param differences field by field
     * @param repairable whether running the step mends it; otherwise the learner has to
     */
    record Differs(String what, List<Difference> differences, boolean repairable) implements Check {
        public Differs {
            differences = List.copyOf(differences);
        }
    }

    /** @param field as AWS names it */
    record Difference(String field, String expected, String found) {}

    static Found found(String what, Output... outputs) {
        return new Found(what, List.of(outputs));
    }
}
