package companion.monitor.timeline;

import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;

/** Words that changes are told in. */
final class Words {
    private Words() {}

    static String of(Status status) {
        return switch (status) {
            case NOT_STARTED -> "not started";
            case IN_PROGRESS -> "began";
            case WAITING -> "waits";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case SUPERSEDED -> "superseded";
            case SKIPPED -> "skipped";
            case UNKNOWN -> "unknown";
        };
    }

    static String of(Colour colour) {
        return switch (colour) {
            case BLUE -> "Blue";
            case GREEN -> "Green";
        };
    }
}
