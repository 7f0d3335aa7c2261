package companion.practice.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;

/**
 * Rolling updates of the ECS controller: how many tasks may be stopped and started at a time follows from the minimum
 * and maximum percents, and the circuit breaker ends what does not start (AWS: "Deploy Amazon ECS services by replacing
 * tasks", "How the Amazon ECS deployment circuit breaker detects failures").
 */
final class RollingDeployments {
    private static final String BREAKER = "ECS deployment circuit breaker: ";

    private final EcsRegion region;
    private final Placement placement;
    private final ServiceEvents events;
    private final EcsEvents bus;

    RollingDeployments(EcsRegion region, Placement placement, ServiceEvents events, EcsEvents bus) {
        this.region = region;
        this.placement = placement;
        this.events = events;
        this.bus = bus;
    }

    /**
     * One round.
     *
     * @param refused told of a deployment for which no task could be started
     * @return whether the service has what it is to have
     */
    boolean round(ServiceState service, Consumer<TaskSetState> refused) {
        var primary = service.primary();
        if (primary == null) {
            return false;
        }
        if (tripped(service, primary)) {
            primary = trip(service, primary);
        }
        int desired = service.desired();
        var current = primary;
        var older = service.sets.stream().filter(s -> s != current).toList().reversed();
        stopSurplus(service, current, older, desired);
        startMissing(service, current, desired, refused);
        boolean drained = older.stream().allMatch(s -> s.tasks.isEmpty());
        boolean whole = current.wanted().size() == desired && current.serving() == desired;
        if (whole && drained && service.isActive() && current.rollout != DeploymentRolloutState.FAILED) {
            complete(service, current, older);
            return current.tasks.size() == desired;
        }
        return false;
    }

    private void stopSurplus(ServiceState service, TaskSetState primary, List<TaskSetState> older, int desired) {
        int surplus = primary.wanted().size() - desired;
        if (surplus > 0) {
            placement.scaleIn(primary, surplus);
        }
        var configuration = service.spec.deploymentConfiguration();
        int least = (int) Math.ceil(desired * percent(configuration.minimumHealthyPercent(), 100));
        int spare = service.sets.stream().mapToInt(TaskSetState::serving).sum() - least;
        for (var set : older) {
            var stopping = new ArrayList<TaskState>();
            for (var task : set.wanted()) {
                if (!task.isServing()) {
                    stopping.add(task);
                } else if (spare > 0) {
                    stopping.add(task);
                    spare--;
                }
            }
            placement.stop(set, stopping);
        }
    }

    private void startMissing(
            ServiceState service, TaskSetState primary, int desired, Consumer<TaskSetState> refused) {
        if (primary.rollout == DeploymentRolloutState.FAILED || primary.notBefore != null) {
            return;
        }
        int most = (int) Math.floor(desired * percent(service.spec.deploymentConfiguration().maximumPercent(), 200));
        int all = service.sets.stream().mapToInt(s -> s.wanted().size()).sum();
        int missing = Math.min(desired - primary.wanted().size(), most - all);
        if (missing > 0 && !placement.start(primary, missing)) {
            refused.accept(primary);
        }
    }

    private void complete(ServiceState service, TaskSetState primary, List<TaskSetState> older) {
        service.sets.removeAll(older);
        if (primary.rollout == DeploymentRolloutState.COMPLETED) {
            return;
        }
        var now = region.world().now();
        primary.rollout = DeploymentRolloutState.COMPLETED;
        primary.rolloutReason = "ECS deployment " + primary.id() + " completed.";
        primary.spec = primary.spec.toBuilder().updatedAt(now).build();
        ServiceDeployments.finished(service, primary, now);
        events.completed(primary);
        bus.deploymentChanged(primary, "INFO", "SERVICE_DEPLOYMENT_COMPLETED", primary.rolloutReason);
    }

    private static boolean tripped(ServiceState service, TaskSetState primary) {
        var breaker = service.spec.deploymentConfiguration().deploymentCircuitBreaker();
        int threshold = Math.clamp((int) Math.ceil(0.5 * service.desired()), 3, 200);
        return breaker != null
                && Boolean.TRUE.equals(breaker.enable())
                && primary.rollout == DeploymentRolloutState.IN_PROGRESS
                && primary.failuresInARow >= threshold;
    }

    /** Ends a failing deployment; answers the deployment that goes on from here. */
    private TaskSetState trip(ServiceState service, TaskSetState failing) {
        var now = region.world().now();
        failing.rollout = DeploymentRolloutState.FAILED;
        failing.rolloutReason = BREAKER + "tasks failed to start.";
        events.failed(failing);
        bus.deploymentChanged(failing, "ERROR", "SERVICE_DEPLOYMENT_FAILED", failing.rolloutReason);
        var last = service.sets.stream()
                .filter(s -> s != failing && s.rollout == DeploymentRolloutState.COMPLETED)
                .findFirst();
        boolean back = Boolean.TRUE.equals(
                service.spec.deploymentConfiguration().deploymentCircuitBreaker().rollback());
        ServiceDeployments.failed(service, failing, last.isPresent() && back, now);
        if (last.isEmpty() || !back) {
            return failing;
        }
        var good = last.get();
        failing.status("ACTIVE", now);
        good.status("PRIMARY", now);
        good.rollout = DeploymentRolloutState.IN_PROGRESS;
        good.rolloutReason = BREAKER + "rolling back to deploymentId " + good.id() + ".";
        good.failuresInARow = 0;
        service.spec = service.spec.toBuilder()
                .taskDefinition(good.spec.taskDefinition())
                .networkConfiguration(good.spec.networkConfiguration())
                .loadBalancers(good.spec.loadBalancers())
                .build();
        events.rollingBack(good);
        bus.deploymentChanged(good, "INFO", "SERVICE_DEPLOYMENT_IN_PROGRESS", good.rolloutReason);
        return good;
    }

    private static double percent(@Nullable Integer value, int otherwise) {
        return (value == null ? otherwise : value) / 100.0;
    }
}
