package companion.monitor.timeline;

import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.RollingSnapshot.Deployment;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a timeline shows of a rolling deployment: its rollout, and the new tasks, for which nobody says Green. */
final class RollingBars {
    private RollingBars() {}

    static String title(Row row) {
        return switch (row) {
            case GREEN_TASKS -> "New tasks";
            case GREEN_TARGETS -> "New targets";
            case PIPELINE, DEPLOYMENT, LISTENER -> row.title();
        };
    }

    /** The deployments that began with the release, each with its task definition. */
    static List<Bar> rollouts(RollingSnapshot rolling, @Nullable Instant since) {
        return rolling.deployments().reversed().stream()
                .filter(deployment -> isOf(deployment, since))
                .map(deployment -> new Bar(
                        deployment.taskDefinition(),
                        look(deployment.rollout()),
                        deployment.createdAt(),
                        deployment.rollout().isOver() ? deployment.updatedAt() : null,
                        false))
                .toList();
    }

    static @Nullable Bar tasks(RollingSnapshot rolling, @Nullable Instant since, Instant at) {
        return fresh(rolling, since)
                .map(fresh -> fresh.running() == 0
                        ? new Bar("starting", Look.PLAIN, at, null, false)
                        : new Bar(fresh.running() + " RUNNING", Look.GREEN, at, null, false))
                .orElse(null);
    }

    static @Nullable Bar targets(RollingSnapshot rolling, @Nullable Instant since, Instant at) {
        var tasks = fresh(rolling, since).map(Deployment::tasks).orElse(List.of());
        long healthy = tasks.stream().filter(TaskSnapshot::isHealthy).count();
        if (healthy > 0) {
            return new Bar(healthy + " healthy", Look.GREEN, at, null, false);
        }
        // A task that is in no target group has its own status where its target's health would be.
        return tasks.stream()
                .filter(task -> !task.health().equals(task.lastStatus()))
                .findFirst()
                .map(task -> new Bar(task.health().toLowerCase(Locale.ROOT), Look.PLAIN, at, null, false))
                .orElse(null);
    }

    /** What the service becomes, if this release brought it. */
    private static Optional<Deployment> fresh(RollingSnapshot rolling, @Nullable Instant since) {
        return rolling.primary().filter(deployment -> isOf(deployment, since));
    }

    private static boolean isOf(Deployment deployment, @Nullable Instant since) {
        return since != null && !deployment.createdAt().isBefore(since);
    }

    private static Look look(Status rollout) {
        return rollout == Status.SUCCEEDED ? Look.DONE : rollout == Status.FAILED ? Look.FAILED : Look.RUNNING;
    }
}
