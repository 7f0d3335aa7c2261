package companion.desktop.wall;

import companion.desktop.notify.Notice;
import companion.desktop.status.State;

/** What became of a pipeline as a notice. */
final class Notices {
    private Notices() {}

    /**
     * @param tag how its account is called
     * @param open shows the pipeline
     */
    static Notice of(Outcome outcome, String tag, Runnable open) {
        var key = outcome.key();
        var where = key.region() + ", " + tag;
        var title = switch (outcome.kind()) {
            case FAILED -> key.name() + ": " + outcome.headline();
            case ROLLED_BACK -> key.name() + ": " + outcome.headline();
            case RECOVERED -> key.name() + " recovered";
        };
        var state = switch (outcome.kind()) {
            case FAILED -> State.FAILED;
            case ROLLED_BACK -> State.ROLLED_BACK;
            case RECOVERED -> State.OK;
        };
        return new Notice(state, title, outcome.reason().isEmpty() ? where : outcome.reason() + "\n" + where, true, open);
    }
}
