package companion.monitor.timeline;

import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Every moment of a release that was seen, to go back to. What did not change is kept once, since snapshots share their
 * parts and logs their lines; beyond a number of moments, those in which nothing happened are let go first. Thread-safe.
 */
public final class Recording {
    private static final int MOMENTS = 6000;
    private static final int VISITS = 36_000;
    private static final int EXECUTIONS = 50;

    /** Of all logs together; those of the oldest builds are let go first. */
    private static final int LINES = 250_000;

    private final int limit;
    private final int most;
    private final List<Kept> moments = new ArrayList<>();
    private final List<Log> logs = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final SequencedMap<String, Timeline> timelines = new LinkedHashMap<>();
    private Story story = Story.EMPTY;
    private int droppedBefore;

    /** @param changed whether something happened in it */
    private record Kept(ReleaseSnapshot snapshot, Log log, boolean changed) {
        private Kept without(Log gone) {
            return log.sharesWith(gone) ? new Kept(snapshot, Log.EMPTY, changed) : this;
        }
    }

    /**
     * The state at one moment.
     *
     * @param log as long as it was then; empty where so many lines came since that it was let go
     * @param visits the last ones until then, oldest first
     * @param dropped how many visitors had been dropped by then
     * @param timeline as it had come
     * @param story what had happened by then
     */
    public record Moment(
            ReleaseSnapshot snapshot, Log log, List<Visit> visits, int dropped, Timeline timeline, Story story) {
        public Moment {
            visits = List.copyOf(visits);
        }
    }

    public Recording() {
        this(MOMENTS, LINES);
    }

    /**
     * @param limit how many moments are kept at most
     * @param most how many lines of logs are kept at most, besides the newest log
     */
    Recording(int limit, int most) {
        this.limit = limit;
        this.most = most;
    }

    /**
     * Keeps a moment.
     *
     * @param timeline with this snapshot
     * @return what changed since the one before
     */
    public synchronized List<Change> add(ReleaseSnapshot snapshot, Log log, Timeline timeline) {
        var last = moments.isEmpty() ? null : moments.getLast();
        var changes = last == null ? List.<Change>of() : Changes.between(last.snapshot(), snapshot);
        story = story.with(changes);
        var pipeline = snapshot.pipeline();
        if (pipeline != null) {
            pipeline.latest().ifPresent(latest -> timelines.putLast(latest.id(), timeline));
        }
        while (timelines.size() > EXECUTIONS) {
            timelines.pollFirstEntry();
        }
        moments.add(new Kept(snapshot, log, !changes.isEmpty() || last == null));
        keep(log);
        if (moments.size() > limit) {
            thin();
        }
        return changes;
    }

    private void keep(Log log) {
        if (log.isEmpty()) {
            return;
        }
        logs.removeIf(log::sharesWith);
        logs.add(log);
        while (logs.size() > 1 && logs.stream().mapToInt(Log::size).sum() > most) {
            var gone = logs.removeFirst();
            moments.replaceAll(kept -> kept.without(gone));
        }
    }

    public synchronized void add(Visit visit) {
        visits.add(visit);
        if (visits.size() > VISITS) {
            var old = visits.subList(0, VISITS / 10);
            droppedBefore += (int) old.stream().filter(Visit::isDropped).count();
            old.clear();
        }
    }

    /** From when there is something to go back to. */
    public synchronized Optional<Instant> from() {
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.getFirst().snapshot().asOf());
    }

    public synchronized Optional<Instant> until() {
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.getLast().snapshot().asOf());
    }

    /** All that happened, each with its cause. */
    public synchronized Story story() {
        return story;
    }

    /**
     * The state then, as the last moment kept by then showed it; the first for an instant before it.
     *
     * @param visitors how many visits to tell at most
     */
    public synchronized Optional<Moment> at(Instant instant, int visitors) {
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        var kept = moments.get(Math.max(0, count(moments, each -> each.snapshot().asOf(), instant) - 1));
        int seen = count(visits, Visit::at, instant);
        var visited = visits.subList(0, seen);
        var pipeline = kept.snapshot().pipeline();
        var timeline = pipeline == null
                ? Timeline.EMPTY
                : pipeline.latest()
                        .map(latest -> timelines.getOrDefault(latest.id(), Timeline.EMPTY))
                        .orElse(Timeline.EMPTY);
        return Optional.of(new Moment(
                kept.snapshot(),
                kept.log(),
                visited.subList(Math.max(0, seen - visitors), seen),
                droppedBefore + (int) visited.stream().filter(Visit::isDropped).count(),
                timeline.until(instant),
                story.until(instant)));
    }

    /** How many come no later; what is in order of time is searched by halves. */
    private static <T> int count(List<T> list, Function<T, Instant> at, Instant instant) {
        int from = 0;
        int to = list.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (at.apply(list.get(middle)).isAfter(instant)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** Lets go of every other quiet moment of the older half, and of the oldest ones if that is not enough. */
    private void thin() {
        int half = moments.size() / 2;
        var older = new ArrayList<Kept>();
        for (int i = 0; i < half; i++) {
            var kept = moments.get(i);
            if (kept.changed() || i % 2 == 0) {
                older.add(kept);
            }
        }
        var newer = List.copyOf(moments.subList(half, moments.size()));
        moments.clear();
        moments.addAll(older);
        moments.addAll(newer);
        if (moments.size() > limit) {
            moments.subList(0, Math.max(1, limit / 10)).clear();
        }
    }
}
