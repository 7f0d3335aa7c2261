package companion.monitor.snapshot;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where something stands, in one vocabulary for CodePipeline, CodeBuild, CodeDeploy and ECS (facts, section 4). */
public enum Status {
    NOT_STARTED,
    IN_PROGRESS,
    /** It waits for a person or a timer. */
    WAITING,
    SUCCEEDED,
    FAILED,
    STOPPED,
    SUPERSEDED,
    SKIPPED,
    UNKNOWN;

    /** Reads a status as any of the services writes it; null is not started. */
    public static Status of(@Nullable String word) {
        if (word == null) {
            return NOT_STARTED;
        }
        return switch (word.toUpperCase(Locale.ROOT).replace("_", "")) {
            case "PENDING", "CREATED", "QUEUED" -> NOT_STARTED;
            case "INPROGRESS", "STOPPING", "BAKING", "ACTIVATING", "PROVISIONING" -> IN_PROGRESS;
            case "READY" -> WAITING;
            case "SUCCEEDED", "RUNNING" -> SUCCEEDED;
            case "FAILED", "FAULT", "TIMEDOUT" -> FAILED;
            case "STOPPED", "ABANDONED", "CANCELLED", "CANCELED" -> STOPPED;
            case "SUPERSEDED" -> SUPERSEDED;
            case "SKIPPED" -> SKIPPED;
            default -> UNKNOWN;
        };
    }

    /** Whether it will not change by itself any more. */
    public boolean isOver() {
        return switch (this) {
            case SUCCEEDED, FAILED, STOPPED, SUPERSEDED, SKIPPED -> true;
            case NOT_STARTED, IN_PROGRESS, WAITING, UNKNOWN -> false;
        };
    }
}
