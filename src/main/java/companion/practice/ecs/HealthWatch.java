package companion.practice.ecs;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/**
 * Asks load balancers how a task is, at the moments when the answer can have changed: after as many health checks as it
 * takes, then at growing distances while they are undecided. A settled task is not asked again until something about
 * its service changes.
 */
final class HealthWatch {
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final EcsRegion region;
    private final Targets targets;
    private final ServiceEvents events;

    HealthWatch(EcsRegion region, Targets targets, ServiceEvents events) {
        this.region = region;
        this.targets = targets;
        this.events = events;
    }

    /**
     * Begins to watch a task.
     *
     * @param settled told about each answer; the second argument is where an unhealthy task failed, or null for a good
     *     one
     */
    void begin(TaskState task, BiConsumer<TaskState, TaskState.@Nullable Target> settled) {
        if (task.check != null) {
            task.check.cancel();
        }
        var delay = task.targets.stream().map(this::firstAnswer).max(Duration::compareTo);
        plan(task, delay.orElse(Duration.ZERO), settled);
    }

    private void plan(TaskState task, Duration delay, BiConsumer<TaskState, TaskState.@Nullable Target> settled) {
        task.check = region.world().after(delay, () -> {
            task.check = null;
            look(task, delay, settled);
        });
    }

    private void look(TaskState task, Duration waited, BiConsumer<TaskState, TaskState.@Nullable Target> settled) {
        boolean undecided = !task.isRunning();
        for (var target : task.targets) {
            var health = targets.health(target);
            if (health == null) {
                continue;
            }
            switch (health.state()) {
                case UNHEALTHY -> {
                    var grace = graceLeft(task);
                    if (grace.isPositive()) {
                        plan(task, grace.plus(SLACK), settled);
                    } else {
                        fail(task, target, health, settled);
                    }
                    return;
                }
                case INITIAL -> undecided = true;
                default -> {
                    // Healthy, or nothing sends requests there, which ECS takes for good.
                }
            }
        }
        if (undecided) {
            var next = waited.multipliedBy(3).dividedBy(2).plus(SLACK);
            plan(task, next.compareTo(LONGEST) > 0 ? LONGEST : next, settled);
        } else {
            task.health = TaskState.Health.GOOD;
            settled.accept(task, null);
        }
    }

    private void fail(
            TaskState task,
            TaskState.Target target,
            TargetHealth health,
            BiConsumer<TaskState, TaskState.@Nullable Target> settled) {
        task.health = TaskState.Health.BAD;
        if (task.owner != null) {
            var reason = health.description() == null ? health.reasonAsString() : health.description();
            events.unhealthy(task, task.owner, target, reason);
        }
        settled.accept(task, target);
    }

    private Duration graceLeft(TaskState task) {
        var grace = task.owner == null ? null : task.owner.service.spec.healthCheckGracePeriodSeconds();
        var started = task.view.startedAt();
        if (grace == null || started == null) {
            return Duration.ZERO;
        }
        return Duration.between(region.world().now(), started.plusSeconds(grace));
    }

    private Duration firstAnswer(TaskState.Target target) {
        var group = targets.group(target.targetGroupArn());
        if (group == null || group.healthCheckIntervalSeconds() == null || group.healthyThresholdCount() == null) {
            return SLACK;
        }
        return Duration.ofSeconds(group.healthCheckIntervalSeconds())
                .multipliedBy(group.healthyThresholdCount())
                .plus(SLACK);
    }
}
