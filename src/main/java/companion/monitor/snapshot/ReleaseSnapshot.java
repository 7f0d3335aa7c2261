package companion.monitor.snapshot;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a release at one moment.
 *
 * @param asOf on the account's clock, which in the practice cloud is the virtual one
 * @param pipeline null if it could not be read yet, or does not exist
 * @param deployment the pipeline's
 * @param rollback the deployment that rolls the pipeline's one back, or null
 * @param taskSets Blue first; empty for a service without task sets
 * @param rolling null for a service with task sets, or none
 * @param images of the task definitions in use
 * @param url where visitors go; null while there is no load balancer
 * @param serviceEvents newest first
 * @param stopped the service's tasks that stopped within the last hour, newest first
 * @param unread the parts that could not be read the last time that they were asked for
 * @param readAt when each part was last read, on the account's clock; a part that never was is not in it
 */
public record ReleaseSnapshot(
        Instant asOf,
        @Nullable PipelineSnapshot pipeline,
        @Nullable BuildSnapshot build,
        @Nullable DeploymentSnapshot deployment,
        @Nullable DeploymentSnapshot rollback,
        List<TaskSetSnapshot> taskSets,
        @Nullable RollingSnapshot rolling,
        List<ImageSnapshot> images,
        @Nullable String url,
        List<ServiceEvent> serviceEvents,
        List<StoppedTask> stopped,
        List<Unread> unread,
        Map<Part, Instant> readAt) {
    public ReleaseSnapshot {
        taskSets = List.copyOf(taskSets);
        images = List.copyOf(images);
        serviceEvents = List.copyOf(serviceEvents);
        stopped = List.copyOf(stopped);
        unread = List.copyOf(unread);
        readAt = Map.copyOf(readAt);
    }

    /** A release that was read as a whole, of a service that has task sets or none. */
    public ReleaseSnapshot(
            Instant asOf,
            @Nullable PipelineSnapshot pipeline,
            @Nullable BuildSnapshot build,
            @Nullable DeploymentSnapshot deployment,
            List<TaskSetSnapshot> taskSets,
            @Nullable String url,
            List<ServiceEvent> serviceEvents,
            List<Unread> unread) {
        this(
                asOf,
                pipeline,
                build,
                deployment,
                null,
                taskSets,
                null,
                List.of(),
                url,
                serviceEvents,
                List.of(),
                unread,
                Arrays.stream(Part.values()).collect(Collectors.toMap(part -> part, part -> asOf)));
    }

    public record ServiceEvent(Instant at, String message) {}

    /**
     * @param of the task set or the deployment that started it
     * @param taskDefinition family and revision
     */
    public record StoppedTask(String of, String taskDefinition, TaskSetSnapshot.TaskSnapshot task) {}

    /** @param code AWS's error code */
    public record Unread(String part, String code, String message) {}

    public Optional<TaskSetSnapshot> taskSet(TaskSetSnapshot.Colour colour) {
        return taskSets.stream().filter(set -> set.colour() == colour).findFirst();
    }

    /** Whether anything is going on, so that it is worth looking often. */
    public boolean isActive() {
        return pipeline != null
                        && pipeline.executions().stream().anyMatch(execution -> !execution.status().isOver())
                || deployment != null && !deployment.status().isOver()
                || rollback != null && !rollback.status().isOver()
                || rolling != null && rolling.isMoving();
    }
}
