package companion.monitor.timeline;

import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.timeline.Change.BuildPhaseChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What changed between two snapshots of a release. A part that was not seen before is where looking began: no change. */
public final class Changes {
    /** No phase, but the mark that the build is over. */
    private static final String MARK = "COMPLETED";

    private Changes() {}

    /** Oldest first. */
    public static List<Change> between(ReleaseSnapshot before, ReleaseSnapshot after) {
        var changes = new ArrayList<Change>();
        if (before.pipeline() != null && after.pipeline() != null && before.pipeline() != after.pipeline()) {
            new PipelineChanges(changes, seen(after, Part.PIPELINE)).add(before.pipeline(), after.pipeline());
        }
        if (after.build() != null && before.build() != after.build()) {
            build(changes, before, after);
        }
        new DeploymentChanges(changes, seen(before, Part.DEPLOYMENT), seen(after, Part.DEPLOYMENT)).add(before, after);
        new ServiceChanges(
                        changes, seen(after, Part.DEPLOYMENT), seen(after, Part.SERVICE), seen(after, Part.HEALTH))
                .add(before, after);
        changes.sort(Comparator.comparing(Change::at).thenComparing(Change::order));
        return List.copyOf(changes);
    }

    private static void build(List<Change> changes, ReleaseSnapshot before, ReleaseSnapshot after) {
        var known = before.build() != null && before.build().id().equals(after.build().id()) ? before.build() : null;
        if (known == null && before.pipeline() == null) {
            return;
        }
        var dates = new Dated(changes, seen(after, Part.BUILD));
        for (var phase : after.build().phases()) {
            if (phase.type().equals(MARK)) {
                continue;
            }
            var was = known == null
                    ? Status.NOT_STARTED
                    : known.phases().stream()
                            .filter(each -> each.type().equals(phase.type()))
                            .map(BuildSnapshot.Phase::status)
                            .findFirst()
                            .orElse(Status.NOT_STARTED);
            dates.add(was, phase.status(), phase.span(), (at, from, to) -> new BuildPhaseChanged(
                    at, phase.type(), from, to, to == Status.FAILED ? phase.context() : ""));
        }
    }

    private static Instant seen(ReleaseSnapshot snapshot, Part part) {
        return snapshot.readAt().getOrDefault(part, snapshot.asOf());
    }
}
