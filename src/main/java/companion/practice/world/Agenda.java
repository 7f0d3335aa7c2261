package companion.practice.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The queue of events, ordered by virtual time and then by the order in which they were planned. Not thread-safe. */
final class Agenda {

    /** Whether the instant clock may jump to an event, or only ever meets it on its way. */
    enum Kind {
        WORK,
        DEADLINE
    }

    final class Entry implements Timer {
        private final Instant due;
        private final long sequence;
        private final Kind kind;
        private final Runnable action;

        private Entry(Instant due, long sequence, Kind kind, Runnable action) {
            this.due = due;
            this.sequence = sequence;
            this.kind = kind;
            this.action = action;
        }

        @Override
        public Instant due() {
            return due;
        }

        @Override
        public void cancel() {
            all.remove(this);
            work.remove(this);
        }

        void fire() {
            action.run();
        }
    }

    private static final Comparator<Entry> ORDER =
            Comparator.<Entry, Instant>comparing(e -> e.due).thenComparingLong(e -> e.sequence);

    private final TreeSet<Entry> all = new TreeSet<>(ORDER);
    private final TreeSet<Entry> work = new TreeSet<>(ORDER);
    private long planned;

    Timer add(Instant due, Kind kind, Runnable action) {
        var entry = new Entry(due, planned++, kind, action);
        all.add(entry);
        if (kind == Kind.WORK) {
            work.add(entry);
        }
        return entry;
    }

    /** Takes out the next event that is due by then. */
    @Nullable Entry poll(Instant by) {
        if (all.isEmpty() || all.getFirst().due.isAfter(by)) {
            return null;
        }
        var next = all.pollFirst();
        work.remove(next);
        return next;
    }

    @Nullable Instant next() {
        return all.isEmpty() ? null : all.getFirst().due;
    }

    @Nullable Instant nextWork() {
        return work.isEmpty() ? null : work.getFirst().due;
    }
}
