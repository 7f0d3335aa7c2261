package companion.desktop.gallery;

import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.Release;
import java.time.Duration;
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
        return new ScriptedRelease(
                new Release(
                        new ReleaseSnapshot(
                                snapshot.asOf(), snapshot.pipeline(), snapshot.build(), null, null, List.of(), rolling,
                                List.of(), snapshot.url(), snapshot.serviceEvents(), List.of(), List.of(), Map.of()),
                        told.timeline(), told.log(), told.visits(), 0),
                Duration.ofSeconds(1));
    }

    private static RollingSnapshot.Deployment deployment(
            String status, Status rollout, String reason, String revision, int desired, int running, int pending, int failed) {
        var at = ScriptedWorkshop.at("12:02:11");
        return new RollingSnapshot.Deployment(
                "ecs-svc/" + revision, status, rollout, reason, "angular-app:" + revision, "9ac0413b", desired, running,
                pending, failed, at, at, List.of());
    }
}
