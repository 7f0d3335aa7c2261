package companion.monitor.timeline;

import companion.monitor.timeline.Timeline.Bar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bars of what is tried again within one execution. AWS's state tells the newest attempt alone; those before it stay as they
 * were seen last. Not thread-safe.
 */
final class Attempts {
    private final Map<String, Attempt> newest = new HashMap<>();
    private final Map<String, List<Bar>> before = new HashMap<>();

    private record Attempt(String id, List<Bar> bars) {}

    /**
     * The bars of all attempts, the oldest first.
     *
     * @param of what is tried: a stage, the deployment
     * @param id which attempt at it this is
     * @param bars of this attempt
     * @param asOf when they were read: what an attempt before had not ended by then is seen to end now
     */
    List<Bar> all(String of, String id, List<Bar> bars, Instant asOf) {
        var last = newest.put(of, new Attempt(id, bars));
        if (last != null && !last.id.equals(id)) {
            var ended = before.computeIfAbsent(of, key -> new ArrayList<>());
            last.bars.stream().filter(bar -> !bar.planned()).map(bar -> ended(bar, asOf)).forEach(ended::add);
        }
        var all = new ArrayList<>(before.getOrDefault(of, List.of()));
        all.addAll(bars);
        return all;
    }

    void clear() {
        newest.clear();
        before.clear();
    }

    private static Bar ended(Bar bar, Instant asOf) {
        return bar.end() != null ? bar : new Bar(bar.label(), bar.look(), bar.start(), asOf, false);
    }
}
