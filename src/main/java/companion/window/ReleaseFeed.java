package companion.window;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import companion.desktop.live.LiveFeed;
import companion.desktop.live.Past;
import companion.desktop.live.RecordedPast;
import companion.desktop.live.history.HistoryFeed;
import companion.monitor.act.Act;
import companion.monitor.act.Steering;
import companion.monitor.read.Probe;
import companion.monitor.remedy.Remedies;
import companion.monitor.watch.Release;
import companion.monitor.watch.ReleaseWatch;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.why.Why;
import java.time.Duration;
import java.util.ArrayList;
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
    /** How long the stages of the workshop's pipeline usually take on AWS (facts, section 4). */
    private static final Map<String, Duration> USUAL = Map.of(
            "Source", Duration.ofSeconds(5),
            "Build", Duration.ofSeconds(62),
            "Deploy", Duration.ofSeconds(384));

    private final Connection workshop;
    private final WatchedRegion region;
    private volatile ReleaseWatch watch;
    private volatile String pipeline;
    private final String workshops;
    private final Steering steering;
    private final OfferedRemedy remedy;
    private final List<Consumer<Release>> listeners = new CopyOnWriteArrayList<>();
    private volatile HistoryFeed history;
    private volatile @Nullable Release last;

    private ReleaseFeed(Connection workshop, WatchedRegion region, String pipeline, String workshops) {
        this.workshops = workshops;
        this.workshop = workshop;
        this.region = region;
        this.history = new ExecutionFeed(region.connection(), pipeline);
        this.steering = new Steering(workshop);
        this.remedy = new OfferedRemedy(new Remedies(region.connection())::of);
        this.pipeline = pipeline;
        this.watch = watching(pipeline);
    }

    /**
     * Starts watching; the region is started and closed by whoever made it.
     *
     * @param workshop the connection through which it acts
     * @param workshops the pipeline that a workshop makes there, whose usual durations are known; may be empty
     */
    static ReleaseFeed of(Connection workshop, WatchedRegion region, String pipeline, String workshops) {
        var feed = new ReleaseFeed(workshop, region, pipeline, workshops);
        feed.watch.start();
        return feed;
    }

    /** Watches another pipeline of the region from now on. Does not wait. */
    synchronized void watch(String other) {
        if (other.equals(pipeline)) {
            return;
        }
        pipeline = other;
        last = null;
        history = new ExecutionFeed(region.connection(), other);
        var before = watch;
        var next = watching(other);
        watch = next;
        Thread.ofVirtual().name("watch-" + other).start(() -> {
            before.close();
            next.start();
            next.wake();
        });
    }

    private ReleaseWatch watching(String name) {
        return new ReleaseWatch(name, region, new Probe(region.clock(), System::nanoTime), this::tell);
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
        return watch.age();
    }

    @Override
    public HistoryFeed history() {
        return history;
    }

    @Override
    public Past past() {
        return new RecordedPast(watch.recording());
    }

    @Override
    public Optional<Why> why(Release release) {
        return Optional.ofNullable(release.why());
    }

    @Override
    public Optional<Act> remedy(Release release) {
        return remedy.of(release);
    }

    @Override
    public void perform(Act act, Consumer<String> refused) {
        Thread.ofVirtual().name("live-act").start(() -> {
            var made = new ArrayList<String>();
            try {
                steering.perform(act, made::add);
            } catch (SdkException e) {
                refused.accept((made.isEmpty() ? "" : String.join(", ", made) + " was made, then ")
                        + AwsErrors.code(e) + ", " + AwsErrors.message(e));
            }
            watch.wake();
        });
    }

    @Override
    public List<String> commands(Act act) {
        return act.commands(workshop.region());
    }

    @Override
    public Map<String, Duration> usual() {
        return pipeline.equals(workshops) ? USUAL : Map.of();
    }

    @Override
    public void close() {
        watch.close();
    }

    private void tell(Release release) {
        last = release;
        listeners.forEach(listener -> listener.accept(release));
        remedy.look(release, () -> {
            if (last == release) {
                listeners.forEach(listener -> listener.accept(release));
            }
        });
    }
}
