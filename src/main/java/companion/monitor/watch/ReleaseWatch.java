package companion.monitor.watch;

import companion.monitor.read.BuildLog;
import companion.monitor.read.Probe;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.timeline.Recording;
import companion.monitor.timeline.TimelineRecorder;
import companion.monitor.watch.schedule.Answering;
import companion.monitor.why.Diagnosis;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches a pipeline's releases: has the parts of the latest one read as often as it is worth it, visits the public page once a
 * second, and tells its listener each change. Thread-safe.
 */
public final class ReleaseWatch implements AutoCloseable {
    /** How many visits are kept. */
    public static final int VISITS = 60;

    private final WatchedRegion region;
    private final Consumer<Release> listener;
    private final TimelineRecorder timeline = new TimelineRecorder();
    private final Recording recording = new Recording();
    private final ReleaseReading reading;
    private final LogReading log;
    private final Visitors visitors;
    private @Nullable Runnable ending;
    private @Nullable Release last;
    private Visitors.Seen seen = Visitors.Seen.NOBODY;
    private Log lines = Log.EMPTY;
    private Answering answering;

    /** @param probe closed with this */
    public ReleaseWatch(String pipeline, WatchedRegion region, Probe probe, Consumer<Release> listener) {
        this.region = region;
        this.listener = listener;
        this.answering = region.scheduler().answering();
        this.reading = new ReleaseReading(pipeline, region, this::read, this::answers);
        this.log = new LogReading(new BuildLog(region.connection()), region.pace(), this::logged);
        this.visitors = new Visitors(probe, this::visited);
    }

    public synchronized void start() {
        var events = region.onEvent(reading::told);
        var first = region.scheduler().add(reading);
        var second = region.scheduler().add(log);
        ending = () -> {
            events.run();
            first.run();
            second.run();
        };
        visitors.start();
    }

    /** Reads all of it soon, for example after an act. */
    public void wake() {
        reading.changed(EnumSet.allOf(Part.class));
        region.scheduler().retry();
    }

    /** Says whether anybody looks at it; while nobody does it is read less often. */
    public void watched(boolean looking) {
        reading.looked(looking);
        region.scheduler().wake();
    }

    /** Every moment since the watch was made, to go back to. */
    public Recording recording() {
        return recording;
    }

    /** How long ago its pipeline was read, in real time; zero if it never was. Each part's own age is in the snapshot. */
    public Duration age() {
        var at = reading.readAt();
        return at == null ? Duration.ZERO : Duration.between(at, region.steady().instant());
    }

    @Override
    public synchronized void close() {
        if (ending != null) {
            ending.run();
            ending = null;
        }
        visitors.close();
    }

    private synchronized void read(ReleaseSnapshot snapshot) {
        log.follow(snapshot.build(), reading.isLooked(), snapshot.isActive());
        visitors.visit(snapshot.url());
        tell(snapshot, last == null || last.snapshot() != snapshot);
    }

    private synchronized void logged(Log now) {
        boolean more = now != lines;
        lines = now;
        if (last != null && more) {
            tell(last.snapshot(), false);
        }
    }

    private synchronized void visited(Visitors.Seen now) {
        seen = now;
        recording.add(now.visits().getLast());
        if (last != null) {
            tell(last.snapshot(), false);
        }
    }

    private synchronized void answers(Answering now) {
        answering = now;
        if (last != null) {
            tell(last.snapshot(), false);
        }
    }

    private void tell(ReleaseSnapshot snapshot, boolean fresh) {
        var before = last;
        boolean same = !fresh && before != null;
        var drawn = same ? before.timeline() : timeline.add(snapshot);
        if (!same || before.log() != lines) {
            recording.add(snapshot, lines, drawn);
        }
        var why = same && before.log() == lines ? before.why() : Diagnosis.of(snapshot, lines).orElse(null);
        last = new Release(
                snapshot, drawn, lines, seen.visits(), seen.dropped(), recording.story(), why, answering);
        listener.accept(last);
    }
}
