package companion.workshop;

import java.time.Duration;

/** Where a step stands. */
public sealed interface StepStatus {

    /** Not looked at yet, or to be done again because an earlier stage changed. */
    record Waiting() implements StepStatus {}

    record Checking() implements StepStatus {}

    /**
     * @param message what it reported last; empty at first
     * @param fraction from 0 to 1, negative if it cannot be told
     * @param attempt from 1; more than 1 while it retries what AWS refused for the moment
     */
    record Running(String message, double fraction, int attempt) implements StepStatus {}

    /** It was run and its check found it. */
    record Done(Check.Found found, Duration took) implements StepStatus {}

    /** Its check found it already so, and nothing was run. */
    record Skipped(Check.Found found) implements StepStatus {}

    /** It is there, differently; running it would mend it if the check says so. */
    record Differs(Check.Differs check) implements StepStatus {}

    record Failed(Problem problem, Duration took) implements StepStatus {}

    /** The learner stopped it; running again goes on. */
    record Stopped() implements StepStatus {}

    /** Whether the step's work is there. */
    default boolean isDone() {
        return this instanceof Done || this instanceof Skipped;
    }
}
