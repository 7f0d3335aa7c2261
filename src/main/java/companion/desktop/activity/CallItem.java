package companion.desktop.activity;

import companion.aws.TracedCall;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import java.time.ZoneId;

/** A call as a row: what is shown of it and what a filter looks at. */
public record CallItem(TracedCall call, State state) {

    static CallItem of(TracedCall call) {
        return new CallItem(call, state(call));
    }

    private static State state(TracedCall call) {
        if (call.took() == null) {
            return State.RUNNING;
        }
        if (call.error() == null) {
            return State.OK;
        }
        return call.expected() ? State.NOTE : State.FAILED;
    }

    public String time(ZoneId zone) {
        return Format.time(call.at(), zone);
    }

    public String status() {
        return call.status() == 0 ? "" : Integer.toString(call.status());
    }

    public String took() {
        var took = call.took();
        return took == null ? "" : Format.seconds(took);
    }

    /** The error first, where there is one; then what it was about. */
    public String answer() {
        var error = call.error();
        if (error == null) {
            return call.summary();
        }
        var text = call.summary().isEmpty() || call.summary().equals(error) ? error : error + ": " + call.summary();
        return call.expected() ? error + ", as expected" : text;
    }

    boolean matches(String filter) {
        return (call.service() + " " + call.operation() + " " + status() + " " + answer())
                .toLowerCase(java.util.Locale.ROOT)
                .contains(filter);
    }
}
