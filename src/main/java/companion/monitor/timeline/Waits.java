package companion.monitor.timeline;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The waits of a deployment. CodeDeploy tells of one only while it lasts, and for some seconds longer; those that are over stay as
 * they were seen last. Not thread-safe.
 */
final class Waits {
    private final List<Bar> over = new ArrayList<>();
    private @Nullable String deployment;
    private @Nullable Wait waiting;

    /** Takes note of a deployment; another one has other waits. */
    void see(@Nullable DeploymentSnapshot now, Instant at) {
        if (now == null || !now.id().equals(deployment)) {
            deployment = now == null ? null : now.id();
            waiting = null;
            over.clear();
        }
        var next = now == null ? null : now.waiting();
        if (waiting != null && (next == null || next.kind() != waiting.kind())) {
            over.add(bar(waiting, at.isBefore(waiting.until()) ? at : waiting.until()));
        }
        waiting = next;
    }

    /** Those that are over, then the one that goes on, with its planned end. */
    List<Bar> bars() {
        var bars = new ArrayList<>(over);
        if (waiting != null) {
            var wait = bar(waiting, null);
            bars.add(wait);
            bars.add(new Bar("until", Look.PLAIN, wait.start(), waiting.until(), true));
        }
        return bars;
    }

    private static Bar bar(Wait wait, @Nullable Instant end) {
        return new Bar("Wait", Look.WAITING, wait.until().minus(wait.whole()), end, false);
    }
}
