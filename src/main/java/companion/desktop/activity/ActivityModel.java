package companion.desktop.activity;

import companion.aws.TracedCall;
import companion.workshop.SessionState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what happened: the newest {@value #KEPT} calls, events and lines. Thread-safe. */
public final class ActivityModel {
    static final int KEPT = 2000;

    private final LinkedHashMap<Long, CallItem> calls = new LinkedHashMap<>();
    private final Deque<ActivityLine> events = new ArrayDeque<>();
    private final Deque<ActivityLine> log = new ArrayDeque<>();
    private @Nullable SessionState last;

    /** Takes a call that starts, or the same one as it ends. */
    public synchronized void called(TracedCall call) {
        calls.put(call.number(), CallItem.of(call));
        if (calls.size() > KEPT) {
            calls.pollFirstEntry();
        }
    }

    /** Takes a state of the session; the first one makes no events. */
    public synchronized void told(SessionState state, Instant at) {
        var before = last;
        last = state;
        if (before != null) {
            SessionDiff.events(before, state, at).forEach(line -> add(events, line));
            SessionDiff.log(before, state, at).forEach(line -> add(log, line));
        }
    }

    private static void add(Deque<ActivityLine> lines, ActivityLine line) {
        lines.addFirst(line);
        if (lines.size() > KEPT) {
            lines.removeLast();
        }
    }

    /** All of it that contains the text, newest first. */
    public synchronized Snapshot matching(String text) {
        var filter = text.strip().toLowerCase(Locale.ROOT);
        return new Snapshot(
                calls.sequencedValues().reversed().stream().filter(call -> call.matches(filter)).toList(),
                events.stream().filter(line -> line.matches(filter)).toList(),
                log.stream().filter(line -> line.matches(filter)).toList());
    }

    /** How the newest call of an operation was answered. */
    public synchronized Optional<CallItem> newest(String service, String operation) {
        return calls.sequencedValues().reversed().stream()
                .filter(item -> item.call().service().equals(service) && item.call().operation().equals(operation))
                .findFirst();
    }

    public record Snapshot(List<CallItem> calls, List<ActivityLine> events, List<ActivityLine> log) {}

}
