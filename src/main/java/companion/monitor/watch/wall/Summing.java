package companion.monitor.watch.wall;

import companion.monitor.read.PipelineGlance.Seen;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.StageSummary;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sums up what was read of a pipeline. */
final class Summing {
    private Summing() {}

    /** @param now on the account's clock */
    static PipelineSummary summary(PipelineKey key, Seen seen, Instant now) {
        var latest = seen.executions().isEmpty() ? null : seen.executions().getFirst();
        var behind = Troubles.failedBehind(seen.executions(), latest).map(ExecutionSnapshot::id).orElse("");
        var stages = seen.stages().stream().map(stage -> stage(stage, latest, behind)).toList();
        var usual = usual(seen.executions());
        return new PipelineSummary(
                key, now, stages, latest, usual, Troubles.of(seen, stages, latest, usual, now), null);
    }

    /**
     * A stage that the latest execution has not reached still shows an earlier one: for it, nothing has begun there.
     *
     * @param behind the execution that failed behind the latest one, and is told of all the same; empty if none did
     */
    private static StageSummary stage(StageSnapshot stage, @Nullable ExecutionSnapshot latest, String behind) {
        boolean current = latest == null
                || !stage.status().isOver()
                || latest.id().equals(stage.executionId())
                || stage.status() == Status.FAILED && behind.equals(stage.executionId());
        boolean approval = stage.status() == Status.IN_PROGRESS
                && stage.actions().stream().anyMatch(action -> action.status() == Status.WAITING)
                && stage.actions().stream().noneMatch(action -> action.status() == Status.IN_PROGRESS);
        return new StageSummary(
                stage.name(),
                approval ? Status.WAITING : current ? stage.status() : Status.NOT_STARTED,
                stage.inbound().enabled(),
                !stage.queue().isEmpty());
    }

    /** The median of the executions that succeeded; null if none did. A rollback takes other steps and does not count. */
    static @Nullable Duration usual(List<ExecutionSnapshot> executions) {
        var lengths = executions.stream()
                .filter(execution -> execution.status() == Status.SUCCEEDED && !execution.isRollback())
                .map(execution -> execution.span().start() == null || execution.span().end() == null
                        ? null
                        : Duration.between(execution.span().start(), execution.span().end()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (lengths.isEmpty()) {
            return null;
        }
        var upper = lengths.get(lengths.size() / 2);
        return lengths.size() % 2 == 1
                ? upper
                : upper.plus(lengths.get(lengths.size() / 2 - 1)).dividedBy(2);
    }
}
