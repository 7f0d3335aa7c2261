package companion.monitor.watch.wall;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.schedule.Answering;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Watches all pipelines of some accounts and regions, and tells its listener each change. A pipeline that did not change keeps
 * its summary, the very same object. Accounts and regions come and go while it watches. Thread-safe.
 */
public final class WallWatch implements AutoCloseable {
    private final Predicate<String> wanted;
    private final Consumer<WallSnapshot> listener;
    private final Map<WatchedRegion, Entry> watched = new LinkedHashMap<>();
    private final Map<PipelineKey, PipelineSummary> pipelines = new TreeMap<>();
    private Predicate<PipelineKey> looked = _ -> true;
    private boolean started;
    private volatile @Nullable Reading last;

    /** A region of the wall, and what of it there is beside its pipelines. */
    private static final class Entry {
        private final WallRegion wall;
        private final Set<PipelineKey> keys = new HashSet<>();
        private Runnable end = () -> {};
        private @Nullable Unread unread;
        private @Nullable Integer listed;

        private Entry(WallRegion wall) {
            this.wall = wall;
        }

        private void start() {
            end = wall.start();
        }
    }

    private record Reading(WatchedRegion region, Instant at) {}

    public WallWatch(List<WatchedRegion> regions, Consumer<WallSnapshot> listener) {
        this(regions, _ -> true, listener);
    }

    /** @param wanted of which names the pipelines are watched */
    public WallWatch(List<WatchedRegion> regions, Predicate<String> wanted, Consumer<WallSnapshot> listener) {
        this.wanted = wanted;
        this.listener = listener;
        regions.forEach(this::add);
    }

    /** Has it read; the regions' schedulers are started by whoever made them. */
    public synchronized void start() {
        started = true;
        watched.values().forEach(Entry::start);
    }

    /** Also watches the pipelines of another account or region from now on. */
    public synchronized void add(WatchedRegion region) {
        if (watched.containsKey(region)) {
            return;
        }
        var next = new Entry(new WallRegion(region, wanted, new Change(region)));
        watched.put(region, next);
        next.wall.looked(looked);
        if (started) {
            next.start();
        }
    }

    /** Watches the pipelines of an account and region no more, and forgets them. */
    public synchronized void remove(WatchedRegion region) {
        var gone = watched.remove(region);
        if (gone != null) {
            gone.end.run();
            pipelines.keySet().removeAll(gone.keys);
            tell();
        }
    }

    /** Reads all of it soon, and asks again where an account did not answer. */
    public void wake() {
        each(WallRegion::wake);
    }

    /** Says whether anybody looks at the wall; while nobody does it is read less often. */
    public void watched(boolean looking) {
        looked(_ -> looking);
    }

    /** Says which pipelines are on screen; the others are read less often. */
    public void watched(Set<PipelineKey> onScreen) {
        looked(Set.copyOf(onScreen)::contains);
    }

    private void looked(Predicate<PipelineKey> looking) {
        synchronized (this) {
            looked = looking;
        }
        each(wall -> wall.looked(looking));
    }

    /** How long ago anything of it was read, in real time; zero if nothing was. */
    public Duration age() {
        var reading = last;
        return reading == null ? Duration.ZERO : Duration.between(reading.at, reading.region.steady().instant());
    }

    /** How the account answers that answers worst. */
    public synchronized Answering answering() {
        return watched.keySet().stream()
                .map(region -> region.scheduler().answering())
                .max(Comparator.comparing(Answering::kind))
                .orElseThrow();
    }

    /** Why the pipelines of an account and region cannot be listed now; null if they can, or were not asked for yet. */
    public synchronized @Nullable Unread unread(WatchedRegion region) {
        var known = watched.get(region);
        return known == null ? null : known.unread;
    }

    /** Whether every pipeline that is watched was read, or failed to be. */
    public synchronized boolean isComplete() {
        int listed = 0;
        for (var each : watched.values()) {
            if (each.listed == null && each.unread == null) {
                return false;
            }
            listed += each.listed == null ? 0 : each.listed;
        }
        return pipelines.size() >= listed;
    }

    @Override
    public synchronized void close() {
        watched.values().forEach(each -> each.end.run());
        watched.clear();
    }

    private void each(Consumer<WallRegion> action) {
        List<WallRegion> all;
        synchronized (this) {
            all = watched.values().stream().map(each -> each.wall).toList();
        }
        all.forEach(action);
    }

    private synchronized void tell() {
        var unread = watched.values().stream().map(each -> each.unread).filter(Objects::nonNull).toList();
        var now = watched.isEmpty() ? Instant.EPOCH : watched.keySet().iterator().next().clock().instant();
        listener.accept(new WallSnapshot(now, List.copyOf(pipelines.values()), unread));
    }

    /** What a region tells. What comes after it was removed is of no interest any more. */
    private final class Change implements WallRegion.Told {
        private final WatchedRegion region;

        private Change(WatchedRegion region) {
            this.region = region;
        }

        private void change(Predicate<Entry> change) {
            synchronized (WallWatch.this) {
                var known = watched.get(region);
                if (known != null && change.test(known)) {
                    tell();
                }
            }
        }

        @Override
        public void pipeline(PipelineSummary summary) {
            change(known -> {
                known.keys.add(summary.key());
                pipelines.put(summary.key(), summary);
                return true;
            });
        }

        @Override
        public void read() {
            last = new Reading(region, region.steady().instant());
        }

        @Override
        public void gone(PipelineKey key) {
            change(known -> known.keys.remove(key) && pipelines.remove(key) != null);
        }

        @Override
        public void listed(int count) {
            change(known -> {
                boolean first = known.listed == null;
                known.listed = count;
                return first && count == 0;
            });
        }

        @Override
        public void unread(@Nullable Unread now) {
            change(known -> {
                var before = known.unread;
                known.unread = now;
                return !Objects.equals(before, now);
            });
        }

        @Override
        public void answers(Answering answering) {
            change(known -> true);
        }
    }
}
