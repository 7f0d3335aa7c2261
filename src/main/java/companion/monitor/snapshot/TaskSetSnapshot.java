package companion.monitor.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param stable whether ECS says that it has reached a steady state
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
        List<TaskSnapshot> tasks,
        boolean stable) {
    public TaskSetSnapshot {
        tasks = List.copyOf(tasks);
    }

    /** A task set of which it is not known whether it is stable. */
    public TaskSetSnapshot(
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
        this(id, colour, taskDefinition, image, status, targetGroup, requested, routed, desired, tasks, false);
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
     * @param reasonCode the load balancer's, for example {@code Target.ResponseCodeMismatch}; empty if there is none
     * @param stop why it stopped or stops; null while it is to run
     */
    public record TaskSnapshot(
            String id, String lastStatus, String health, String reason, String reasonCode, @Nullable Stop stop) {
        public TaskSnapshot(String id, String lastStatus, String health, String reason) {
            this(id, lastStatus, health, reason, "", null);
        }

        public boolean isHealthy() {
            return health.equals("healthy");
        }
    }

    /**
     * @param code for example {@code EssentialContainerExited} or {@code TaskFailedToStart}; empty if AWS gives none
     * @param reason in AWS's words
     * @param containers those that ended, or never began
     */
    public record Stop(String code, String reason, @Nullable Instant at, List<Exit> containers) {
        public Stop {
            containers = List.copyOf(containers);
        }
    }

    /**
     * @param code null if the container never ran
     * @param reason empty if AWS gives none
     */
    public record Exit(String container, @Nullable Integer code, String reason) {}

    public long healthy() {
        return tasks.stream().filter(TaskSnapshot::isHealthy).count();
    }
}
