package companion.monitor.timeline;

import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.RollingSnapshot.Deployment;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.timeline.Change.HealthChanged;
import companion.monitor.timeline.Change.RequestedShifted;
import companion.monitor.timeline.Change.RoutedShifted;
import companion.monitor.timeline.Change.TaskSetAppeared;
import companion.monitor.timeline.Change.TaskSetGone;
import companion.monitor.timeline.Change.TaskStopped;
import companion.monitor.timeline.Change.TasksChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed in the service of a release: task sets, tasks, traffic and targets. */
final class ServiceChanges {
    private static final String RUNNING = "RUNNING";
    private static final Duration LAG = Duration.ofSeconds(30);

    private final List<Change> changes;
    private final Instant requestSeen;
    private final Instant seen;
    private final Instant healthSeen;
    private boolean healthKnown;

    /**
     * @param requestSeen when the deployment was seen, which requests traffic
     * @param healthSeen when traffic and targets were seen
     */
    ServiceChanges(List<Change> changes, Instant requestSeen, Instant seen, Instant healthSeen) {
        this.changes = changes;
        this.requestSeen = requestSeen;
        this.seen = seen;
        this.healthSeen = healthSeen;
    }

    void add(ReleaseSnapshot before, ReleaseSnapshot after) {
        // A pipeline that is deleted, or deploys elsewhere from now on, leaves its service behind.
        if (!hasService(before) || !hasService(after)) {
            return;
        }
        // Until traffic and targets were read once, nothing is routed or healthy as far as is known.
        healthKnown = before.readAt().containsKey(Part.HEALTH);
        if (before.taskSets() != after.taskSets()) {
            taskSets(before, after);
        }
        if (before.rolling() != null && after.rolling() != null && before.rolling() != after.rolling()) {
            rolling(before.rolling(), after.rolling());
        }
        var stopped = before.stopped().stream().map(task -> task.task().id()).collect(Collectors.toSet());
        // ECS tells of the last hour; what stopped long before it was looked for is no news.
        var news = before.asOf().minus(LAG);
        for (var task : after.stopped()) {
            var stop = task.task().stop();
            boolean old = stop != null && stop.at() != null && stop.at().isBefore(news);
            if (!old && !stopped.contains(task.task().id())) {
                changes.add(new TaskStopped(
                        stop == null || stop.at() == null ? seen : stop.at(),
                        task.taskDefinition(),
                        task.task().id(),
                        stop == null ? "" : stop.code(),
                        stop == null ? "" : stop.reason()));
            }
        }
    }

    private static boolean hasService(ReleaseSnapshot snapshot) {
        return !snapshot.taskSets().isEmpty() || snapshot.rolling() != null;
    }

    private void taskSets(ReleaseSnapshot before, ReleaseSnapshot after) {
        for (var set : after.taskSets()) {
            var was = find(before.taskSets(), set.id());
            if (was == null) {
                changes.add(new TaskSetAppeared(seen, set.id(), set.colour(), set.taskDefinition()));
            }
            tasks(Words.of(set.colour()), was == null ? List.of() : was.tasks(), set.tasks(), set.desired());
        }
        for (var set : before.taskSets()) {
            if (find(after.taskSets(), set.id()) == null) {
                changes.add(new TaskSetGone(seen, set.id(), set.colour()));
            }
        }
        shift(before, after, requestSeen, TaskSetSnapshot::requested, RequestedShifted::new);
        if (healthKnown) {
            shift(before, after, healthSeen, TaskSetSnapshot::routed, RoutedShifted::new);
        }
    }

    private interface Shift {
        Change make(Instant at, int from, int to);
    }

    /** The green share, by the colours of now: a new deployment gives the task sets other colours without moving anything. */
    private void shift(
            ReleaseSnapshot before,
            ReleaseSnapshot after,
            Instant at,
            ToIntFunction<TaskSetSnapshot> share,
            Shift maker) {
        var green = after.taskSet(Colour.GREEN);
        var known = green.map(set -> find(before.taskSets(), set.id()));
        int from = known.map(share::applyAsInt).orElse(0);
        int to = green.map(share::applyAsInt).orElse(0);
        if (from != to) {
            changes.add(maker.make(at, from, to));
        }
    }

    private void rolling(RollingSnapshot before, RollingSnapshot after) {
        for (var deployment : after.deployments()) {
            var was = before.deployments().stream()
                    .filter(each -> each.id().equals(deployment.id()))
                    .map(Deployment::tasks)
                    .findFirst()
                    .orElse(List.of());
            tasks(deployment.taskDefinition(), was, deployment.tasks(), deployment.desired());
        }
    }

    private void tasks(String of, List<TaskSnapshot> before, List<TaskSnapshot> after, int desired) {
        int ran = running(before);
        int runs = running(after);
        if (ran != runs) {
            changes.add(new TasksChanged(seen, of, ran, runs, desired));
        }
        int wasHealthy = healthy(before);
        int isHealthy = healthy(after);
        var reason = reason(after);
        if (after.isEmpty() || !healthKnown) {
            return;
        }
        if (wasHealthy != isHealthy || !reason.isEmpty() && !reason.equals(reason(before))) {
            changes.add(new HealthChanged(healthSeen, of, wasHealthy, isHealthy, after.size(), reason));
        }
    }

    private static int running(List<TaskSnapshot> tasks) {
        return (int) tasks.stream().filter(task -> task.lastStatus().equals(RUNNING)).count();
    }

    private static int healthy(List<TaskSnapshot> tasks) {
        return (int) tasks.stream().filter(TaskSnapshot::isHealthy).count();
    }

    private static String reason(List<TaskSnapshot> tasks) {
        return tasks.stream()
                .filter(task -> task.health().equals("unhealthy"))
                .map(task -> task.reason().isEmpty() ? task.reasonCode() : task.reason())
                .findFirst()
                .orElse("");
    }

    private static @Nullable TaskSetSnapshot find(List<TaskSetSnapshot> sets, String id) {
        return sets.stream().filter(set -> set.id().equals(id)).findFirst().orElse(null);
    }
}
