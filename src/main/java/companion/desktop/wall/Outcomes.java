package companion.desktop.wall;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what failed and what recovered between one snapshot of the wall and the next, each once. What had failed before
 * anybody looked is no news; what could not be read says nothing. For one thread.
 */
final class Outcomes {
    private final Map<PipelineKey, Settled> settled = new HashMap<>();
    private boolean looked;

    /**
     * How a pipeline ended last.
     *
     * @param since whether it has been running again since then
     */
    private record Settled(boolean good, @Nullable String execution, boolean since) {}

    List<Outcome> of(WallSnapshot snapshot) {
        var news = new ArrayList<Outcome>();
        for (var summary : snapshot.pipelines()) {
            if (summary.unread() == null) {
                look(summary).ifPresent(news::add);
            }
        }
        boolean first = !looked;
        looked = true;
        return first ? List.of() : news;
    }

    private Optional<Outcome> look(PipelineSummary summary) {
        var before = settled.get(summary.key());
        var bad = bad(summary);
        boolean good = bad == null && summary.latest() != null && summary.latest().status() == Status.SUCCEEDED;
        if (bad == null && !good) {
            // Before its first end it is as if it had succeeded: the first failure is news too.
            settled.put(summary.key(), before == null ? new Settled(true, null, true) : again(before));
            return Optional.empty();
        }
        var execution = summary.latest() == null ? null : summary.latest().id();
        settled.put(summary.key(), new Settled(good, execution, false));
        if (good) {
            return before != null && !before.good
                    ? Optional.of(new Outcome(Outcome.Kind.RECOVERED, summary.key(), "Recovered", ""))
                    : Optional.empty();
        }
        boolean news = before == null || before.good || before.since || !Objects.equals(before.execution, execution);
        return news ? Optional.of(bad) : Optional.empty();
    }

    private static Settled again(Settled before) {
        return new Settled(before.good, before.execution, true);
    }

    private static @Nullable Outcome bad(PipelineSummary summary) {
        var trouble = summary.trouble();
        if (trouble == null || trouble.kind() == Trouble.Kind.SLOW) {
            boolean failed = summary.latest() != null && summary.latest().status() == Status.FAILED;
            return failed ? new Outcome(Outcome.Kind.FAILED, summary.key(), TileLook.of(summary).status(), "") : null;
        }
        var kind = trouble.kind() == Trouble.Kind.FAILED ? Outcome.Kind.FAILED : Outcome.Kind.ROLLED_BACK;
        return new Outcome(kind, summary.key(), trouble.headline(), trouble.reason());
    }
}
