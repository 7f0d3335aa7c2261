package companion.monitor.watch.wall;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.wall.Notice.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a wall is news: each failure once, and each recovery. How a pipeline stood when it was first seen is no news. Not
 * thread-safe.
 */
public final class Notices {
    private final Map<PipelineKey, Last> last = new HashMap<>();

    /**
     * @param execution the one that was over last; empty if none was
     * @param ran whether one has run since
     */
    private record Last(String execution, boolean good, boolean ran) {}

    /** What has happened since the snapshot before. */
    public List<Notice> add(WallSnapshot snapshot) {
        var notices = new ArrayList<Notice>();
        snapshot.pipelines().forEach(pipeline -> notice(pipeline).ifPresent(notices::add));
        return notices;
    }

    private Optional<Notice> notice(PipelineSummary now) {
        var latest = now.latest();
        var before = last.get(now.key());
        var behind = now.trouble() == null ? null : now.trouble().executionId();
        if (latest != null && behind != null) {
            last.put(now.key(), new Last(behind, false, true));
            return before == null || before.execution.equals(behind)
                    ? Optional.empty()
                    : Optional.of(notice(Kind.FAILED, now, behind));
        }
        boolean bad = isBad(now);
        boolean good = !bad && latest != null && latest.status() == Status.SUCCEEDED;
        if (latest == null || !good && !bad) {
            boolean ran = latest != null && !latest.status().isOver();
            last.put(now.key(), before == null ? new Last("", true, ran) : new Last(before.execution, before.good, before.ran || ran));
            return Optional.empty();
        }
        last.put(now.key(), new Last(latest.id(), good, false));
        if (before == null) {
            return Optional.empty();
        }
        // A stage that was retried and failed again is of the same execution, but news.
        boolean again = before.execution.equals(latest.id()) && !before.ran;
        if (bad && !(again && !before.good)) {
            var trouble = now.trouble();
            boolean back = trouble != null && trouble.kind() == Trouble.Kind.ROLLED_BACK;
            return Optional.of(notice(back ? Kind.ROLLED_BACK : Kind.FAILED, now, latest.id()));
        }
        return good && !before.good ? Optional.of(notice(Kind.RECOVERED, now, latest.id())) : Optional.empty();
    }

    private static Notice notice(Kind kind, PipelineSummary pipeline, String execution) {
        var trouble = pipeline.trouble();
        var latest = pipeline.latest();
        Instant ended = latest == null ? null : latest.span().end();
        return new Notice(
                kind,
                pipeline.key(),
                execution,
                kind == Kind.RECOVERED ? "Succeeded again" : trouble == null ? "Failed" : trouble.headline(),
                kind == Kind.RECOVERED || trouble == null ? "" : trouble.reason(),
                ended == null ? pipeline.asOf() : ended);
    }

    private static boolean isBad(PipelineSummary pipeline) {
        var trouble = pipeline.trouble();
        var latest = pipeline.latest();
        return latest != null
                && latest.status().isOver()
                && (latest.status() == Status.FAILED || trouble != null && trouble.kind() != Trouble.Kind.SLOW);
    }
}
