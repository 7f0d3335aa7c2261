package companion.monitor.snapshot;

import java.util.List;

/**
 * One of a service's task sets at one moment, with three values that must not be mixed up: the share of traffic that was
 * requested of CodeDeploy, the share that the listener routes, and how many targets are healthy.
 *
 * @param colour which one it is in the running or last deployment
 * @param taskDefinition family and revision: {@code webapp-devops-workshop:3}
 * @param image tag or digest of the first container's image
 * @param status PRIMARY, ACTIVE or DRAINING
 * @param requested percent
 * @param routed percent
 */
public record TaskSetSnapshot(
        String id,
        Colour colour,
        String taskDefinition,
        String image,
        String status,
        String targetGroup,
        int requested,
        int routed,
        int desired,
        List<TaskSnapshot> tasks) {
    public TaskSetSnapshot {
        tasks = List.copyOf(tasks);
    }

    public enum Colour {
        BLUE,
        GREEN
    }

    /**
     * @param id the last part of its ARN
     * @param health the state of its target: healthy, initial, unhealthy, unused, draining; or its last status if it is no
     *     target
     * @param reason why, where AWS says so
     */
    public record TaskSnapshot(String id, String lastStatus, String health, String reason) {
        public boolean isHealthy() {
            return health.equals("healthy");
        }
    }

    public long healthy() {
        return tasks.stream().filter(TaskSnapshot::isHealthy).count();
    }
}
