package companion;

import companion.aws.AwsErrors;
import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.console.Venue;
import companion.desktop.live.LiveFeed;
import companion.desktop.live.Past;
import companion.desktop.live.RecordedPast;
import companion.desktop.live.history.HistoryFeed;
import companion.monitor.act.Act;
import companion.monitor.act.Steering;
import companion.monitor.read.BuildLog;
import companion.monitor.read.Probe;
import companion.monitor.read.ReleaseReader;
import companion.monitor.snapshot.Log;
import companion.monitor.timeline.Recording;
import companion.monitor.watch.Release;
import companion.monitor.watch.ReleaseWatch;
import companion.monitor.watch.ReleaseWatch.Rhythm;
import companion.monitor.why.Diagnosis;
import companion.monitor.why.Why;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The live view's feed from an account. It reads through a connection of its own, so that the calls of watching do not drown
 * those of the workshop in the activity; what it is asked to do goes through the workshop's connection and shows there.
 */
final class ReleaseFeed implements LiveFeed, AutoCloseable {
    private static final Duration PRACTICE_ACTIVE = Duration.ofMillis(500);
    private static final Duration PRACTICE_IDLE = Duration.ofSeconds(2);

    /** How long the stages of the workshop's pipeline usually take on AWS (facts, section 4). */
    private static final Map<String, Duration> USUAL = Map.of(
            "Source", Duration.ofSeconds(5),
            "Build", Duration.ofSeconds(62),
            "Deploy", Duration.ofSeconds(384));

    private final Connection workshop;
    private final Connection reading;
    private final ReleaseWatch watch;
    private final Steering steering;
    private final List<Consumer<Release>> listeners = new CopyOnWriteArrayList<>();
    private final Recording recording = new Recording();
    private final HistoryFeed history;
    private final Past past = new RecordedPast(recording);
    private volatile @Nullable Release last;
    private volatile long readAt = System.nanoTime();

    private ReleaseFeed(Connection workshop, Connection reading, String pipeline, InstantSource clock, Rhythm rhythm) {
        this.workshop = workshop;
        this.reading = reading;
        this.history = new ExecutionFeed(reading, pipeline);
        this.steering = new Steering(workshop);
        this.watch = new ReleaseWatch(
                pipeline,
                new ReleaseReader(reading, clock),
                new BuildLog(reading),
                new Probe(clock, System::nanoTime),
                rhythm,
                this::tell);
    }

    /** Starts watching. */
    static ReleaseFeed of(Venue venue, String pipeline) {
        var workshop = venue.visit().connection();
        var reading = new Connection(
                workshop.target(), workshop.region(), false, new CallTrace(InstantSource.system()));
        var practice = venue.practice();
        var feed = practice == null
                ? new ReleaseFeed(workshop, reading, pipeline, InstantSource.system(), Rhythm.REAL)
                : new ReleaseFeed(
                        workshop,
                        reading,
                        pipeline,
                        practice.clock()::now,
                        new Rhythm(() -> PRACTICE_ACTIVE, PRACTICE_IDLE));
        feed.watch.start();
        return feed;
    }

    @Override
    public Runnable listen(Consumer<Release> listener) {
        listeners.add(listener);
        var known = last;
        if (known != null) {
            listener.accept(known);
        }
        return () -> listeners.remove(listener);
    }

    @Override
    public void wake() {
        watch.wake();
    }

    @Override
    public Duration age() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - readAt));
    }

    @Override
    public HistoryFeed history() {
        return history;
    }

    @Override
    public Past past() {
        return past;
    }

    @Override
    public Optional<Why> why(Release release) {
        return Diagnosis.of(release.snapshot(), Log.of(release.log()));
    }

    @Override
    public void perform(Act act, Consumer<String> refused) {
        Thread.ofVirtual().name("live-act").start(() -> {
            try {
                steering.perform(act);
            } catch (SdkException e) {
                refused.accept(AwsErrors.code(e) + ", " + AwsErrors.message(e));
            }
            watch.wake();
        });
    }

    @Override
    public String command(Act act) {
        return act.command(workshop.region());
    }

    @Override
    public Map<String, Duration> usual() {
        return USUAL;
    }

    @Override
    public void close() {
        watch.close();
        reading.close();
    }

    private void tell(Release release) {
        var before = last;
        if (before == null || before.snapshot() != release.snapshot()) {
            readAt = System.nanoTime();
            recording.add(release.snapshot(), Log.of(release.log()), release.timeline());
        } else if (!release.visits().isEmpty()) {
            recording.add(release.visits().getLast());
        }
        last = release;
        listeners.forEach(listener -> listener.accept(release));
    }
}
