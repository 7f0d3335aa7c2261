package companion.desktop.wall;

import companion.desktop.status.State;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes tiles of summaries. One that has not changed keeps its tile, so that a change of a few costs no more than those. */
final class TileItems {
    private static final int SHORT_COMMIT = 7;

    private final UnaryOperator<String> tags;
    private Map<PipelineKey, Made> made = Map.of();

    private record Made(PipelineSummary from, TileItem item) {}

    /** @param tags from an account to how it is called */
    TileItems(UnaryOperator<String> tags) {
        this.tags = tags;
    }

    List<TileItem> of(List<PipelineSummary> summaries) {
        var next = HashMap.<PipelineKey, Made>newHashMap(summaries.size());
        var items = new ArrayList<TileItem>(summaries.size());
        for (var summary : summaries) {
            var before = made.get(summary.key());
            boolean same = before != null && (before.from == summary || before.from.equals(summary));
            var now = same ? before : new Made(summary, item(summary));
            if (next.put(summary.key(), now) == null) {
                items.add(now.item);
            }
        }
        made = next;
        return items;
    }

    private TileItem item(PipelineSummary summary) {
        var look = TileLook.of(summary);
        var key = summary.key();
        var tag = tags.apply(key.account());
        var latest = summary.latest();
        var commit = latest == null || latest.commitId() == null ? "" : shortened(latest.commitId());
        var message = latest == null || latest.commitMessage() == null ? "" : firstLine(latest.commitMessage());
        var reason = summary.trouble() == null ? "" : summary.trouble().reason();
        var searched = String.join(
                        "\n", key.name(), key.region(), key.account(), tag, commit, message, look.status(), reason,
                        look.standing().title())
                .toLowerCase(Locale.ROOT);
        return new TileItem(
                key, tag, look.standing(), look.state(), look.status(), reason, look.stages(), commit, message,
                moments(summary, look), false, searched);
    }

    private static Moments moments(PipelineSummary summary, TileLook look) {
        var readAt = summary.unread() == null ? null : summary.asOf();
        var latest = summary.latest();
        if (latest == null) {
            return new Moments(null, false, Span.NONE, summary.usual(), readAt);
        }
        boolean running = look.state() == State.RUNNING;
        // An execution that is held at a transition does not take longer: it takes nothing.
        boolean held = look.state() == State.DISABLED && !latest.status().isOver();
        boolean waits = look.state() == State.WAITING;
        return new Moments(
                since(latest), running, held ? Span.NONE : latest.span(), waits ? null : summary.usual(), readAt);
    }

    private static java.time.@org.jspecify.annotations.Nullable Instant since(ExecutionSnapshot latest) {
        var span = latest.span();
        return latest.status().isOver() && span.end() != null ? span.end() : span.start();
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    /** What the stages of a status look like on a strip. */
    static State state(Status status) {
        return switch (status) {
            case NOT_STARTED, UNKNOWN -> State.NOT_STARTED;
            case IN_PROGRESS -> State.RUNNING;
            case WAITING -> State.WAITING;
            case SUCCEEDED -> State.OK;
            case FAILED -> State.FAILED;
            case STOPPED -> State.STOPPED;
            case SUPERSEDED -> State.SUPERSEDED;
            case SKIPPED -> State.SKIPPED;
        };
    }
}
