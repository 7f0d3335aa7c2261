package companion.monitor.watch.schedule;

import companion.aws.TracedCall;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the calls that are made, whoever makes them, and notes what they say about the account. Thread-safe. */
final class Meter implements Consumer<TracedCall> {
    private int requests;
    private int answered;
    private @Nullable Failure failure;

    /**
     * What was counted since the last look.
     *
     * @param answered how many came back with what was asked for, or with an error about just that
     * @param failure the one that says most about the account, or null
     */
    record Reading(int requests, int answered, @Nullable Failure failure) {}

    @Override
    public synchronized void accept(TracedCall call) {
        if (call.took() == null) {
            requests++;
            return;
        }
        var failed = Failure.of(call);
        if (failed.isEmpty()) {
            answered++;
        } else if (failure == null || failure.kind().compareTo(failed.get().kind()) > 0) {
            failure = failed.get();
        }
    }

    synchronized Reading read() {
        var reading = new Reading(requests, answered, failure);
        requests = 0;
        answered = 0;
        failure = null;
        return reading;
    }
}
