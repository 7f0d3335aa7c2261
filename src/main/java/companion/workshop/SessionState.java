package companion.workshop;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session at one moment. Immutable; listeners get a new one at each change.
 *
 * @param running the stage that is being run, or null
 * @param ledger all that was created, in the order of creation
 * @param cleanUp how the clean-up stands
 */
public record SessionState(
        Workshop workshop,
        Values values,
        List<StageState> stages,
        @Nullable String running,
        List<LedgerEntry> ledger,
        CleanUpState cleanUp) {

    public SessionState {
        stages = List.copyOf(stages);
        ledger = List.copyOf(ledger);
    }

    /** @param took time spent running it so far */
    public record StageState(Stage stage, StageStatus status, List<StepState> steps, Duration took) {
        public StageState {
            steps = List.copyOf(steps);
        }

        public long done() {
            return steps.stream().filter(step -> step.status().isDone()).count();
        }
    }

    /** @param step for the values of this moment */
    public record StepState(Step step, StepStatus status) {}

    /**
     * @param proof what each listing of the account answered, once it was asked; empty before
     * @param problem why the last try stopped, or null
     */
    public record CleanUpState(
            Phase phase,
            List<CleanUp.Proof> proof,
            @Nullable Problem problem) {
        public enum Phase {
            NOT_STARTED,
            RUNNING,
            PROVING,
            DONE,
            FAILED
        }
    }

    public StageState stage(String id) {
        return stages.stream()
                .filter(stage -> stage.stage().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No stage " + id));
    }
}
