package companion;

import companion.aws.Target;
import companion.desktop.wall.WallFeed;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.wall.WallWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The monitor wall's feed from an account and region, which is read by the same scheduler as the live view. */
final class PipelinesFeed implements WallFeed, AutoCloseable {
    private final WatchedRegion region;
    private final WallWatch watch;
    private final List<Consumer<WallSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable WallSnapshot last;

    private PipelinesFeed(WatchedRegion region) {
        this.region = region;
        this.watch = new WallWatch(List.of(region), this::tell);
    }

    /** Starts watching; the region is started and closed by whoever made it. */
    static PipelinesFeed of(WatchedRegion region) {
        var feed = new PipelinesFeed(region);
        feed.watch.start();
        feed.watch.watched(false);
        return feed;
    }

    @Override
    public Runnable listen(Consumer<WallSnapshot> listener) {
        listeners.add(listener);
        var known = last;
        if (known != null) {
            listener.accept(known);
        }
        return () -> listeners.remove(listener);
    }

    @Override
    public Duration age() {
        return watch.age();
    }

    @Override
    public void wake() {
        watch.wake();
    }

    @Override
    public void watched(boolean looking) {
        watch.watched(looking);
    }

    @Override
    public List<String> regions() {
        return List.of(region.connection().region());
    }

    @Override
    public String options(String account) {
        return region.connection().target() instanceof Target.Profile(var name) && name != null
                ? "--profile " + name
                : "";
    }

    @Override
    public void close() {
        watch.close();
    }

    private void tell(WallSnapshot snapshot) {
        last = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }
}
