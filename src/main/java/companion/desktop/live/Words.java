package companion.desktop.live;

import companion.desktop.status.State;
import companion.monitor.snapshot.Status;

/** How a status reads: its shape and its word. */
record Words(State state, String word) {

    static Words of(Status status) {
        return switch (status) {
            case NOT_STARTED -> new Words(State.NOT_STARTED, "Not started");
            case IN_PROGRESS -> new Words(State.RUNNING, "In progress");
            case WAITING -> new Words(State.WAITING, "Waiting");
            case SUCCEEDED -> new Words(State.OK, "Succeeded");
            case FAILED -> new Words(State.FAILED, "Failed");
            case STOPPED -> new Words(State.STOPPED, "Stopped");
            case SUPERSEDED -> new Words(State.SUPERSEDED, "Superseded");
            case SKIPPED -> new Words(State.SKIPPED, "Skipped");
            case UNKNOWN -> new Words(State.STALE, "Unknown");
        };
    }

    /** The start of an id. */
    static String start(String id, int length) {
        return id.length() <= length ? id : id.substring(0, length);
    }
}
