package companion.desktop.wall;

import companion.desktop.status.State;

/**
 * A stage on a tile's strip.
 *
 * @param current whether it is the one to look at: the one that runs, waits or went wrong, or else the last one done
 */
record StageMark(String name, State state, boolean current) {

    /** Whether it stands out from its neighbours, in the colour of its state. */
    boolean standsOut() {
        return switch (state) {
            case RUNNING, WAITING, FAILED, ROLLED_BACK, STOPPED, WARNING, DIFFERS -> true;
            case OK, NOT_STARTED, SKIPPED, SUPERSEDED, DISABLED, LIVE, NOTE, STALE -> false;
        };
    }

    /** Whether nothing has come this far. */
    boolean isFaint() {
        return state == State.NOT_STARTED || state == State.DISABLED;
    }
}
