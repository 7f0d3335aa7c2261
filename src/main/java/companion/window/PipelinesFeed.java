package companion.window;

import companion.aws.Target;
import companion.desktop.context.AppContext.Memory;
import companion.desktop.context.ReadOnly;
import companion.desktop.wall.WallFeed;
import companion.desktop.wall.places.WatchedPlaces;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.wall.WallWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The monitor wall's feed: all pipelines of the account and Region that the window is connected to, and of those chosen beside it. */
public final class PipelinesFeed implements WallFeed, AutoCloseable {
    private final WallWatch watch;
    private final WindowPlaces places;
    private final List<Consumer<WallSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable WallSnapshot last;

    /**
     * Starts watching.
     *
     * @param here where the window is connected to; closed by whoever made it
     * @param practice the clock of the practice cloud, if that is there
     * @param random names the rule and the queue of push, once
     */
    public PipelinesFeed(
            WatchedRegion here,
            @Nullable InstantSource practice,
            Memory memory,
            ReadOnly readOnly,
            RandomGenerator random) {
        this.watch = new WallWatch(List.of(here), this::tell);
        var opener = new PlaceOpener(here.connection().target(), practice);
        this.places = new WindowPlaces(opener, here, watch, new PlaceMemory(memory), readOnly, random);
        watch.start();
        // Nobody looks yet.
        watch.watched(false);
    }

    /** Goes on with what was chosen an earlier time, on another thread. */
    public void restore() {
        Thread.ofVirtual().name("wall-places").start(places::restore);
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
        boolean otherwise = last == null || !last.unread().equals(snapshot.unread());
        last = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
        if (otherwise) {
            Thread.ofVirtual().name("wall-places").start(places::tell);
        }
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
        return places.all().stream().map(each -> each.place().region()).distinct().toList();
    }

    @Override
    public Optional<WatchedPlaces> places() {
        return Optional.of(places);
    }

    /** Where a pipeline is watched. */
    Optional<PlaceWatch> place(PipelineKey pipeline) {
        return places.of(pipeline);
    }

    @Override
    public Instant now(PipelineKey pipeline, InstantSource here) {
        return places.of(pipeline).map(place -> place.region().clock().instant()).orElseGet(here::instant);
    }

    @Override
    public String tag(String account) {
        return switch (places.target(account).orElse(null)) {
            case Target.Practice _ -> "practice";
            case Target.Profile(var name) when name != null -> name;
            case Target.Profile _, Target.Endpoint _ -> WallFeed.super.tag(account);
            case null -> WallFeed.super.tag(account);
        };
    }

    @Override
    public boolean hasConsole(String account) {
        return !(places.target(account).orElse(null) instanceof Target.Practice);
    }

    @Override
    public String options(String account) {
        return switch (places.target(account).orElse(null)) {
            case Target.Practice(var endpoint, _) -> "--endpoint-url " + endpoint;
            case Target.Profile(var name) -> profile(name);
            case Target.Endpoint(var url, var name) -> ("--endpoint-url " + url + " " + profile(name)).strip();
            case null -> "";
        };
    }

    private static String profile(@Nullable String name) {
        return name == null ? "" : "--profile " + name;
    }

    @Override
    public void close() {
        watch.close();
        places.close();
    }
}
