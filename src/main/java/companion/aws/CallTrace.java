package companion.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Every call that was made, newest last, as far back as its bound. Git, registry and local work record themselves
 * too, so that a learner sees one list of what was done. Thread-safe; listeners are told on the thread of the call
 * and must be quick.
 */
public final class CallTrace {
    private static final int KEPT = 2_000;

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final AtomicLong numbers = new AtomicLong();
    private final ArrayDeque<TracedCall> calls = new ArrayDeque<>();
    private final CopyOnWriteArrayList<Consumer<TracedCall>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param clock of the account, by which calls are dated: virtual in the practice cloud
     * @param nanoTime by which they are timed: the wire is as fast as it is, whatever the clock says
     */
    public CallTrace(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** What is known of a call before it is made. */
    record Start(long number, Instant at, long nanos, String service, String operation, String summary, String command) {}

    /** The calls so far, each once: as it ended, or as it started if it still runs. */
    public List<TracedCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /**
     * Tells each call when it starts and when it ends.
     *
     * @return ends it
     */
    public Runnable listen(Consumer<TracedCall> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Does something that is no SDK call and records it.
     *
     * @param service {@code Git}, {@code Registry} or {@code Local}
     * @param summary a few words, without secrets
     * @param command as a shell would take it, without secrets
     */
    public <T> T record(String service, String operation, String summary, String command, Callable<T> work)
            throws Exception {
        var start = start(service, operation, summary, command);
        try {
            var result = work.call();
            end(start, 0, null, false, summary);
            return result;
        } catch (Exception e) {
            end(start, 0, e.getClass().getSimpleName(), false, AwsErrors.firstLine(e));
            throw e;
        }
    }

    Start start(String service, String operation, String summary, String command) {
        var start = new Start(
                numbers.incrementAndGet(), clock.instant(), nanoTime.getAsLong(), service, operation, summary, command);
        tell(new TracedCall(start.number, start.at, service, operation, 0, null, null, false, summary, command));
        return start;
    }

    void end(Start start, int status, @Nullable String error, boolean expected, String summary) {
        var took = Duration.ofNanos(nanoTime.getAsLong() - start.nanos);
        tell(new TracedCall(
                start.number,
                start.at,
                start.service,
                start.operation,
                status,
                took,
                error,
                expected,
                summary,
                start.command));
    }

    private void tell(TracedCall call) {
        synchronized (calls) {
            calls.removeIf(known -> known.number() == call.number());
            calls.addLast(call);
            while (calls.size() > KEPT) {
                calls.removeFirst();
            }
        }
        listeners.forEach(listener -> listener.accept(call));
    }
}
