package companion.desktop.status;

import companion.workshop.LedgerEntry;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;

/**
 * How a step, a stage or an entry of the ledger reads: its shape and its word.
 *
 * @param word one or two words, as in the row
 */
public record StepLook(State state, String word) {

    public static StepLook of(StepStatus status) {
        return switch (status) {
            case StepStatus.Waiting waiting -> new StepLook(State.NOT_STARTED, "Waiting");
            case StepStatus.Checking checking -> new StepLook(State.RUNNING, "Checking");
            case StepStatus.Running running -> new StepLook(State.RUNNING, "Running");
            case StepStatus.Done done -> new StepLook(State.OK, "Done");
            case StepStatus.Skipped skipped -> new StepLook(State.SKIPPED, "Skipped");
            case StepStatus.Differs differs -> new StepLook(State.DIFFERS, "Differs");
            case StepStatus.Failed failed -> new StepLook(State.FAILED, "Failed");
            case StepStatus.Stopped stopped -> new StepLook(State.STOPPED, "Stopped");
        };
    }

    public static StepLook of(StageStatus status) {
        return switch (status) {
            case WAITING -> new StepLook(State.NOT_STARTED, "Waiting");
            case RUNNING -> new StepLook(State.RUNNING, "Running");
            case DONE -> new StepLook(State.OK, "Done");
            case FAILED -> new StepLook(State.FAILED, "Failed");
            case STOPPED -> new StepLook(State.STOPPED, "Stopped");
        };
    }

    public static StepLook of(LedgerEntry.State state) {
        return switch (state) {
            case PLANNED -> new StepLook(State.NOT_STARTED, "Planned");
            case LIVE -> new StepLook(State.LIVE, "Live");
            case DELETING -> new StepLook(State.RUNNING, "Deleting");
            case HELD_UP -> new StepLook(State.WAITING, "Held up");
            case GONE -> new StepLook(State.OK, "Gone");
            case KEPT -> new StepLook(State.DISABLED, "Kept");
        };
    }
}
