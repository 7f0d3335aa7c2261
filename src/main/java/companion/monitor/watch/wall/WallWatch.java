package companion.monitor.watch.wall;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.schedule.Answering;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * its summary, the very same object. Thread-safe.
 */
public final class WallWatch implements AutoCloseable {
    private final List<WatchedRegion> regions;
    private final Predicate<String> wanted;
    private final Consumer<WallSnapshot> listener;
    private final List<WallRegion> walls = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private final Map<PipelineKey, PipelineSummary> pipelines = new TreeMap<>();
    private final Map<WatchedRegion, Unread> unread = new LinkedHashMap<>();
    private final Map<WatchedRegion, Integer> listed = new LinkedHashMap<>();
    private volatile @Nullable Instant readAt;

    public WallWatch(List<WatchedRegion> regions, Consumer<WallSnapshot> listener) {
        this(regions, _ -> true, listener);
    }

    /** @param wanted of which names the pipelines are watched */
    public WallWatch(List<WatchedRegion> regions, Predicate<String> wanted, Consumer<WallSnapshot> listener) {
        this.regions = List.copyOf(regions);
        this.wanted = wanted;
        this.listener = listener;
    }

    /** Has it read; the regions' schedulers are started by whoever made them. */
    public synchronized void start() {
        for (var region : regions) {
            var wall = new WallRegion(region, wanted, new Change(region));
            walls.add(wall);
            ends.add(wall.start());
        }
    }

    /** Reads all of it soon, and asks again where an account did not answer. */
    public void wake() {
        each(WallRegion::wake);
    }

    /** Says whether anybody looks at the wall; while nobody does it is read less often. */
    public void watched(boolean looking) {
        each(wall -> wall.looked(_ -> looking));
    }

    /** Says which pipelines are on screen; the others are read less often. */
    public void watched(Set<PipelineKey> onScreen) {
        var keys = Set.copyOf(onScreen);
        each(wall -> wall.looked(keys::contains));
    }

    /** How long ago anything of it was read, in real time; zero if nothing was. */
    public Duration age() {
        var at = readAt;
        return at == null ? Duration.ZERO : Duration.between(at, regions.getFirst().steady().instant());
    }

    /** How the account answers that answers worst. */
    public Answering answering() {
        return regions.stream()
                .map(region -> region.scheduler().answering())
                .max(Comparator.comparing(Answering::kind))
                .orElseThrow();
    }

    /** Whether every pipeline that is watched was read, or failed to be. */
    public synchronized boolean isComplete() {
        return regions.stream().allMatch(region -> listed.containsKey(region) || unread.containsKey(region))
                && pipelines.size() >= listed.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public synchronized void close() {
        ends.forEach(Runnable::run);
        ends.clear();
        walls.clear();
    }

    private void each(Consumer<WallRegion> action) {
        List<WallRegion> all;
        synchronized (this) {
            all = List.copyOf(walls);
        }
        all.forEach(action);
    }

    private synchronized void tell() {
        var instant = regions.getFirst().clock().instant();
        listener.accept(new WallSnapshot(instant, List.copyOf(pipelines.values()), List.copyOf(unread.values())));
    }

    private final class Change implements WallRegion.Told {
        private final WatchedRegion region;

        private Change(WatchedRegion region) {
            this.region = region;
        }

        @Override
        public void pipeline(PipelineSummary summary) {
            synchronized (WallWatch.this) {
                pipelines.put(summary.key(), summary);
                tell();
            }
        }

        @Override
        public void read() {
            readAt = region.steady().instant();
        }

        @Override
        public void gone(PipelineKey key) {
            synchronized (WallWatch.this) {
                if (pipelines.remove(key) != null) {
                    tell();
                }
            }
        }

        @Override
        public void listed(int count) {
            synchronized (WallWatch.this) {
                boolean first = listed.put(region, count) == null;
                if (first && count == 0) {
                    tell();
                }
            }
        }

        @Override
        public void unread(@Nullable Unread now) {
            synchronized (WallWatch.this) {
                var before = now == null ? unread.remove(region) : unread.put(region, now);
                if (!Objects.equals(before, now)) {
                    tell();
                }
            }
        }

        @Override
        public void answers(Answering answering) {
            synchronized (WallWatch.this) {
                tell();
            }
        }
    }
}
