package companion;

import companion.aws.Target;
import companion.desktop.wall.WallFeed;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.wall.WallWatch;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The monitor wall's feed: all pipelines of the account and region that the window is connected to. */
final class PipelinesFeed implements WallFeed, AutoCloseable {
    private final WatchedRegion region;
    private final WallWatch watch;
    private final List<Consumer<WallSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable WallSnapshot last;

    /**
     * Starts watching.
     *
     * @param region closed by whoever made it
     */
    PipelinesFeed(WatchedRegion region) {
        this.region = region;
        this.watch = new WallWatch(List.of(region), this::tell);
        watch.start();
        // Nobody looks yet.
        watch.watched(false);
    }

    @Override
    public synchronized Runnable listen(Consumer<WallSnapshot> listener) {
        listeners.add(listener);
        var known = last;
        if (known != null) {
            listener.accept(known);
        }
        return () -> listeners.remove(listener);
    }

    private synchronized void tell(WallSnapshot snapshot) {
        last = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    @Override
    public Duration age() {
        return watch.age();
    }

    @Override
    public void wake() {
        Thread.ofVirtual().name("wall-wake").start(watch::wake);
    }

    @Override
    public void watched(Set<PipelineKey> onScreen) {
        Thread.ofVirtual().name("wall-watched").start(() -> watch.watched(onScreen));
    }

    @Override
    public List<String> regions() {
        return List.of(region.connection().region());
    }

    @Override
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
    }

    @Override
    public void close() {
        watch.close();
    }
}
