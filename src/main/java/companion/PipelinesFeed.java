package companion;

import companion.aws.Target;
import companion.desktop.wall.WallFeed;
<<<<<<< HEAD
=======
import companion.monitor.snapshot.PipelineKey;
>>>>>>> wall
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.wall.WallWatch;
import java.time.Duration;
import java.util.List;
<<<<<<< HEAD
=======
import java.util.Set;
>>>>>>> wall
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

<<<<<<< HEAD
/** The monitor wall's feed from an account and region, which is read by the same scheduler as the live view. */
=======
/** The monitor wall's feed: all pipelines of the account and region that the window is connected to. */
>>>>>>> wall
final class PipelinesFeed implements WallFeed, AutoCloseable {
    private final WatchedRegion region;
    private final WallWatch watch;
    private final List<Consumer<WallSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable WallSnapshot last;

<<<<<<< HEAD
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
=======
    /**
     * Starts watching.
     *
     * @param region closed by whoever made it
     */
    PipelinesFeed(WatchedRegion region) {
        this.region = region;
        this.watch = new WallWatch(List.of(region), this::tell);
        watch.watched(false);
        watch.start();
    }

    @Override
    public synchronized Runnable listen(Consumer<WallSnapshot> listener) {
>>>>>>> wall
        listeners.add(listener);
        var known = last;
        if (known != null) {
            listener.accept(known);
        }
        return () -> listeners.remove(listener);
    }

<<<<<<< HEAD
=======
    private synchronized void tell(WallSnapshot snapshot) {
        last = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }

>>>>>>> wall
    @Override
    public Duration age() {
        return watch.age();
    }

    @Override
    public void wake() {
<<<<<<< HEAD
        watch.wake();
    }

    @Override
    public void watched(boolean looking) {
        watch.watched(looking);
=======
        Thread.ofVirtual().name("wall-wake").start(watch::wake);
    }

    @Override
    public void watched(Set<PipelineKey> onScreen) {
        Thread.ofVirtual().name("wall-watched").start(() -> watch.watched(onScreen));
>>>>>>> wall
    }

    @Override
    public List<String> regions() {
        return List.of(region.connection().region());
    }

    @Override
<<<<<<< HEAD
    public String options(String account) {
        return region.connection().target() instanceof Target.Profile(var name) && name != null
                ? "--profile " + name
                : "";
=======
    public String tag(String account) {
        return switch (region.connection().target()) {
            case Target.Practice _ -> "practice";
            case Target.Profile(var name) when name != null -> name;
            case Target.Profile _, Target.Endpoint _ -> WallFeed.super.tag(account);
        };
    }

    @Override
    public String options(String account) {
        return switch (region.connection().target()) {
            case Target.Practice(var endpoint, _) -> "--endpoint-url " + endpoint;
            case Target.Profile(var name) -> profile(name);
            case Target.Endpoint(var url, var name) -> ("--endpoint-url " + url + " " + profile(name)).strip();
        };
    }

    private static String profile(@Nullable String name) {
        return name == null ? "" : "--profile " + name;
>>>>>>> wall
    }

    @Override
    public void close() {
        watch.close();
    }
<<<<<<< HEAD

    private void tell(WallSnapshot snapshot) {
        last = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }
=======
>>>>>>> wall
}
