package companion.monitor.timeline;

import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.util.List;

/** Adds what became of something that AWS dates: that it began, and that it ended, even if both happened between two looks. */
final class Dated {
    private final List<Change> changes;
    private final Instant seen;

    interface Maker {
        Change make(Instant at, Status from, Status to);
    }

    Dated(List<Change> changes, Instant seen) {
        this.changes = changes;
        this.seen = seen;
    }

    void add(Status from, Status to, Span span, Maker maker) {
        if (from == to) {
            return;
        }
        boolean unseen = from != Status.IN_PROGRESS && from != Status.WAITING && to.isOver() && to != Status.SKIPPED;
        if (unseen && span.start() != null) {
            var began = maker.make(span.start(), from, Status.IN_PROGRESS);
            var ended = maker.make(span.end() == null ? seen : span.end(), Status.IN_PROGRESS, to);
            // What took no time would end before it began, since what ends comes before what begins next.
            if (!began.at().equals(ended.at()) || began.order() < ended.order()) {
                changes.add(began);
            }
            changes.add(ended);
            return;
        }
        var at = to.isOver() ? span.end() : to == Status.IN_PROGRESS ? span.start() : null;
        changes.add(maker.make(at == null ? seen : at, from, to));
    }
}
