package companion.desktop.gallery;

import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.timeline.TimelineRecorder;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Releases of a service with rolling deployments, for pictures and tests. */
public final class Rollings {
    private Rollings() {}

    /** New tasks take the place of old ones. */
    public static ScriptedRelease rolling() {
        return of(true, List.of(
                deployment("PRIMARY", Status.IN_PROGRESS, "ECS deployment ecs-svc/7 in progress.", "3", 6, 2, 2, 0),
                deployment("ACTIVE", Status.SUCCEEDED, "ECS deployment ecs-svc/6 completed.", "2", 4, 4, 0, 0)));
    }

    /** The new tasks do not start, and nothing will stop them from being tried. */
    public static ScriptedRelease failing() {
        return of(false, List.of(
                deployment("PRIMARY", Status.IN_PROGRESS, "ECS deployment ecs-svc/7 in progress.", "3", 6, 0, 1, 14),
                deployment("ACTIVE", Status.SUCCEEDED, "ECS deployment ecs-svc/6 completed.", "2", 6, 6, 0, 0)));
    }

    private static ScriptedRelease of(boolean breaker, List<RollingSnapshot.Deployment> deployments) {
        var told = Objects.requireNonNull(Releases.installing().release());
        var snapshot = told.snapshot();
        var rolling = new RollingSnapshot("prod", "angular-app", 6, 6, 2, 50, 150, breaker, breaker, deployments);
        var recorder = new TimelineRecorder();
        recorder.add(at(snapshot.asOf().minusSeconds(25), snapshot, rolling));
        var now = at(snapshot.asOf(), snapshot, rolling);
        return new ScriptedRelease(
                new Release(now, recorder.add(now), told.log(), told.visits(), 0), Duration.ofSeconds(1));
    }

    private static ReleaseSnapshot at(Instant asOf, ReleaseSnapshot snapshot, RollingSnapshot rolling) {
        return new ReleaseSnapshot(
                asOf, byEcs(Objects.requireNonNull(snapshot.pipeline())), snapshot.build(), null, null, List.of(),
                rolling, List.of(), snapshot.url(), snapshot.serviceEvents(), List.of(), List.of(), Map.of());
    }

    /** The same with the action that deploys to ECS by itself, without CodeDeploy. */
    private static PipelineSnapshot byEcs(PipelineSnapshot pipeline) {
        return new PipelineSnapshot(
                pipeline.name(), pipeline.version(), pipeline.type(), pipeline.executionMode(),
                pipeline.stages().stream().map(Rollings::byEcs).toList(), pipeline.executions());
    }

    private static StageSnapshot byEcs(StageSnapshot stage) {
        return new StageSnapshot(
                stage.name(), stage.status(), stage.executionId(), stage.inbound(), stage.queue(),
                stage.actions().stream().map(Rollings::byEcs).toList(), stage.conditions());
    }

    private static ActionSnapshot byEcs(ActionSnapshot action) {
        return !action.provider().equals("CodeDeployToECS")
                ? action
                : new ActionSnapshot(
                        action.name(), action.runOrder(), action.category(), "ECS", "prod, angular-app", action.status(),
                        action.span(), action.summary(), null, null, null, action.failure(), null, action.executionId(), null,
                        null);
    }

    private static RollingSnapshot.Deployment deployment(
            String status, Status rollout, String reason, String revision, int desired, int running, int pending, int failed) {
        boolean fresh = status.equals("PRIMARY");
        var at = ScriptedWorkshop.at(fresh ? "12:02:11" : "11:40:00");
        return new RollingSnapshot.Deployment(
                "ecs-svc/" + revision, status, rollout, reason, "angular-app:" + revision, fresh ? "9ac0413b" : "1f2e77d0", desired, running,
                pending, failed, at, at, List.of());
    }
}
