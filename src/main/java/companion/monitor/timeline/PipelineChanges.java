package companion.monitor.timeline;

import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.timeline.Change.ActionChanged;
import companion.monitor.timeline.Change.ConditionChanged;
import companion.monitor.timeline.Change.ExecutionEnded;
import companion.monitor.timeline.Change.ExecutionStarted;
import companion.monitor.timeline.Change.StageChanged;
import companion.monitor.timeline.Change.TransitionChanged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What changed in a pipeline. */
final class PipelineChanges {
    private final List<Change> changes;
    private final Instant seen;
    private final Dated dated;

    PipelineChanges(List<Change> changes, Instant seen) {
        this.changes = changes;
        this.seen = seen;
        this.dated = new Dated(changes, seen);
    }

    void add(PipelineSnapshot before, PipelineSnapshot after) {
        executions(before, after);
        for (var stage : after.stages()) {
            before.stages().stream()
                    .filter(each -> each.name().equals(stage.name()))
                    .findFirst()
                    .ifPresent(was -> stage(was, stage));
        }
    }

    private void executions(PipelineSnapshot before, PipelineSnapshot after) {
        var newestKnown = before.latest().map(execution -> execution.span().start()).orElse(Instant.EPOCH);
        for (var execution : after.executions()) {
            var was = before.executions().stream()
                    .filter(each -> each.id().equals(execution.id()))
                    .findFirst()
                    .orElse(null);
            var start = execution.span().start();
            if (was == null && start != null && newestKnown != null && start.isBefore(newestKnown)) {
                // It left the list of before because it was too long ago, and came back as others went.
                continue;
            }
            if (was == null) {
                changes.add(new ExecutionStarted(start == null ? seen : start, execution));
            }
            if (execution.status().isOver() && (was == null || !was.status().isOver())) {
                var end = execution.span().end();
                changes.add(new ExecutionEnded(end == null ? seen : end, execution.id(), execution.status()));
            }
        }
    }

    private void stage(StageSnapshot before, StageSnapshot after) {
        boolean same = Objects.equals(before.executionId(), after.executionId());
        // Another execution entered: what it shows now is of that one, even if it stands as the last one stood.
        var was = same ? before.status() : Status.NOT_STARTED;
        dated.add(was, after.status(), after.span(), (at, from, to) -> new StageChanged(at, after.name(), from, to));
        for (var action : after.actions()) {
            action(before, after, action);
        }
        var inbound = after.inbound();
        if (inbound.enabled() != before.inbound().enabled()) {
            changes.add(new TransitionChanged(
                    inbound.changedAt() == null ? seen : inbound.changedAt(), after.name(), inbound.enabled(), inbound.reason()));
        }
        for (var condition : after.conditions()) {
            boolean known = before.conditions().stream()
                    .anyMatch(each -> each.when() == condition.when() && each.status() == condition.status());
            if (!known) {
                changes.add(new ConditionChanged(
                        condition.changedAt() == null ? seen : condition.changedAt(),
                        after.name(),
                        condition.when(),
                        condition.status(),
                        condition.summary()));
            }
        }
    }

    private void action(StageSnapshot before, StageSnapshot stage, ActionSnapshot action) {
        var was = before.actions().stream()
                .filter(each -> each.name().equals(action.name()))
                .filter(each -> Objects.equals(each.executionId(), action.executionId()))
                .map(ActionSnapshot::status)
                .findFirst()
                .orElse(Status.NOT_STARTED);
        var failure = action.failure();
        var message = failure != null ? failure.message() : action.summary() == null ? "" : action.summary();
        dated.add(was, action.status(), action.span(), (at, from, to) -> new ActionChanged(
                at, stage.name(), action.name(), action.provider(), from, to, to.isOver() ? message : ""));
    }
}
