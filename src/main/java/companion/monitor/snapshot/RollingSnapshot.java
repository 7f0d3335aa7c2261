package companion.monitor.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * A service with rolling deployments at one moment (facts, section 4.4).
 *
 * @param minimumHealthyPercent of the desired count, below which ECS stops no task
 * @param maximumPercent of the desired count, above which ECS starts none
 * @param circuitBreaker whether a deployment that cannot reach a steady state is failed
 * @param rollback whether the circuit breaker then goes back to the last deployment that was completed
 * @param deployments the newest first; the PRIMARY one is what the service becomes
 */
public record RollingSnapshot(
        String cluster,
        String service,
        int desired,
        int running,
        int pending,
        int minimumHealthyPercent,
        int maximumPercent,
        boolean circuitBreaker,
        boolean rollback,
        List<Deployment> deployments) {
    public RollingSnapshot {
        deployments = List.copyOf(deployments);
    }

    /**
     * @param status PRIMARY, ACTIVE or INACTIVE
     * @param rollout where its rollout state stands
     * @param reason as ECS says it, for example {@code ECS deployment ecs-svc/… completed.}
     * @param taskDefinition family and revision
     * @param image tag or digest of the first container's image
     * @param failed how many of its tasks failed to start
     */
    public record Deployment(
            String id,
            String status,
            Status rollout,
            String reason,
            String taskDefinition,
            String image,
            int desired,
            int running,
            int pending,
            int failed,
            Instant createdAt,
            Instant updatedAt,
            List<TaskSetSnapshot.TaskSnapshot> tasks) {
        public Deployment {
            tasks = List.copyOf(tasks);
        }
    }

    /** The fewest tasks that ECS keeps healthy while it deploys; it rounds up. */
    public int minimum() {
        return Math.ceilDiv(desired * minimumHealthyPercent, 100);
    }

    /** The most tasks that run while it deploys; ECS rounds down. */
    public int maximum() {
        return desired * maximumPercent / 100;
    }
}
