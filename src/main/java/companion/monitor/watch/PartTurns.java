package companion.monitor.watch;

import companion.monitor.snapshot.Part;
import companion.monitor.watch.schedule.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When each part of a release was last asked for, and which are known to have changed since. */
final class PartTurns {
    /** Throttling has passed by then, or what refuses to be read will go on to. */
    private static final int ATTEMPTS = 5;

    private final Map<Part, Instant> tried = new EnumMap<>(Part.class);
    private final Set<Part> changed = ConcurrentHashMap.newKeySet();
    private final Set<Part> taken = EnumSet.noneOf(Part.class);
    private final Map<Part, Integer> attempts = new EnumMap<>(Part.class);
    private final Duration gap;

    /** @param gap between two reads of the same part, however much happens */
    PartTurns(Duration gap) {
        this.gap = gap;
    }

    /** These want to be read as soon as may be. For any thread. */
    void changed(Set<Part> parts) {
        changed.addAll(parts);
    }

    /** The first turn of all parts. */
    Turn next(ReleaseRhythm rhythm, Turn.Urgency urgency, Instant now) {
        Turn first = null;
        for (var part : Part.values()) {
            var turn = turn(part, rhythm, urgency, now);
            if (first == null || isBefore(turn, first, now)) {
                first = turn;
            }
        }
        return Objects.requireNonNull(first);
    }

    private static boolean isBefore(Turn turn, Turn other, Instant now) {
        boolean due = !turn.due().isAfter(now);
        boolean otherDue = !other.due().isAfter(now);
        return due && otherDue
                ? turn.urgency().compareTo(other.urgency()) > 0
                : turn.due().isBefore(other.due());
    }

    /** Which of the parts that were taken could not be read: of these, what had changed is still to be read. */
    void read(Set<Part> unread) {
        for (var part : taken) {
            if (unread.contains(part) && attempts.merge(part, 1, Integer::sum) <= ATTEMPTS) {
                changed.add(part);
            } else {
                attempts.remove(part);
            }
        }
        taken.clear();
    }

    /** The parts that are due now, which from now on are not. */
    Set<Part> take(ReleaseRhythm rhythm, Instant now) {
        var due = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (!turn(part, rhythm, Turn.Urgency.ACTIVE, now).due().isAfter(now)) {
                due.add(part);
                if (changed.remove(part)) {
                    taken.add(part);
                }
                tried.put(part, now);
            }
        }
        return due;
    }

    private Turn turn(Part part, ReleaseRhythm rhythm, Turn.Urgency urgency, Instant now) {
        var every = rhythm.every(part);
        var last = tried.get(part);
        if (last == null) {
            return new Turn(now, every, urgency);
        }
        return changed.contains(part)
                ? new Turn(earlier(last.plus(gap), last.plus(every)), every, Turn.Urgency.CHANGED)
                : new Turn(last.plus(every), every, urgency);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
