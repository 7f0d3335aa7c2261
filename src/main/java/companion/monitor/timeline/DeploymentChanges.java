package companion.monitor.timeline;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.RollingSnapshot.Deployment;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.timeline.Change.DeploymentChanged;
import companion.monitor.timeline.Change.LifecycleChanged;
import companion.monitor.timeline.Change.RollbackBegan;
import companion.monitor.timeline.Change.RolloutChanged;
import companion.monitor.timeline.Change.WaitBegan;
import companion.monitor.timeline.Change.WaitEnded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in the deployment of a release, blue/green or rolling. */
final class DeploymentChanges {
    private final List<Change> changes;
    private final Instant seenBefore;
    private final Instant seen;
    private final Dated dated;

    /** @param seenBefore when the deployment was seen the time before */
    DeploymentChanges(List<Change> changes, Instant seenBefore, Instant seen) {
        this.changes = changes;
        this.seenBefore = seenBefore;
        this.seen = seen;
        this.dated = new Dated(changes, seen);
    }

    void add(ReleaseSnapshot before, ReleaseSnapshot after) {
        deployment(before, before.deployment(), after.deployment());
        var by = after.deployment() == null ? null : after.deployment().rolledBackBy();
        var byBefore = before.deployment() == null ? null : before.deployment().rolledBackBy();
        if (by != null && !by.equals(byBefore) && before.pipeline() != null) {
            var start = after.rollback() == null ? null : after.rollback().span().start();
            changes.add(new RollbackBegan(start == null ? seen : start, by, after.deployment().id()));
        }
        deployment(before, before.rollback(), after.rollback());
        if (before.rolling() != null && after.rolling() != null && before.rolling() != after.rolling()) {
            rolling(before.rolling(), after.rolling());
        }
    }

    private void deployment(
            ReleaseSnapshot seenBefore, @Nullable DeploymentSnapshot before, @Nullable DeploymentSnapshot after) {
        if (after == null || before == after || before == null && seenBefore.pipeline() == null) {
            return;
        }
        var known = before != null && before.id().equals(after.id()) ? before : null;
        var message = after.error() == null ? "" : after.error().message();
        dated.add(
                known == null ? Status.NOT_STARTED : known.status(),
                after.status(),
                after.span(),
                (at, from, to) -> new DeploymentChanged(at, after.id(), from, to, to == Status.FAILED ? message : ""));
        for (var event : after.events()) {
            var was = known == null
                    ? Status.NOT_STARTED
                    : known.events().stream()
                            .filter(each -> each.name().equals(event.name()))
                            .map(LifecycleEvent::status)
                            .findFirst()
                            .orElse(Status.NOT_STARTED);
            dated.add(was, event.status(), event.span(), (at, from, to) -> new LifecycleChanged(
                    at, event.name(), from, to, to == Status.FAILED && event.diagnostics() != null ? event.diagnostics() : ""));
        }
        waits(known == null ? null : known.waiting(), after.waiting());
    }

    /** CodeDeploy goes on to tell of a wait for some seconds after its time is up. */
    private void waits(@Nullable Wait before, @Nullable Wait after) {
        boolean sameKind = before != null && after != null && before.kind() == after.kind();
        if (before != null && seenBefore.isBefore(before.until()) && (!sameKind || !seen.isBefore(before.until()))) {
            changes.add(new WaitEnded(seen.isBefore(before.until()) ? seen : before.until(), before.kind()));
        }
        if (after != null && !sameKind) {
            changes.add(new WaitBegan(after.until().minus(after.whole()), after));
        }
    }

    private void rolling(RollingSnapshot before, RollingSnapshot after) {
        for (var deployment : after.deployments()) {
            var was = before.deployments().stream()
                    .filter(each -> each.id().equals(deployment.id()))
                    .map(Deployment::rollout)
                    .findFirst()
                    .orElse(Status.NOT_STARTED);
            var span = new Span(
                    deployment.createdAt(), deployment.rollout().isOver() ? deployment.updatedAt() : null);
            dated.add(was, deployment.rollout(), span, (at, from, to) -> new RolloutChanged(
                    at, deployment.id(), deployment.taskDefinition(), from, to, deployment.reason()));
        }
    }
}
