package companion.monitor.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a release at one moment.
 *
 * @param asOf on the account's clock, which in the practice cloud is the virtual one
 * @param pipeline null if it could not be read yet, or does not exist
 * @param taskSets Blue first
 * @param url where visitors go; null while there is no load balancer
 * @param serviceEvents newest first
 * @param unread the parts that could not be read this time
 */
public record ReleaseSnapshot(
        Instant asOf,
        @Nullable PipelineSnapshot pipeline,
        @Nullable BuildSnapshot build,
        @Nullable DeploymentSnapshot deployment,
        List<TaskSetSnapshot> taskSets,
        @Nullable String url,
        List<ServiceEvent> serviceEvents,
        List<Unread> unread) {
    public ReleaseSnapshot {
        taskSets = List.copyOf(taskSets);
        serviceEvents = List.copyOf(serviceEvents);
        unread = List.copyOf(unread);
    }

    public record ServiceEvent(Instant at, String message) {}

    /** @param code AWS's error code */
    public record Unread(String part, String code, String message) {}

    public Optional<TaskSetSnapshot> taskSet(TaskSetSnapshot.Colour colour) {
        return taskSets.stream().filter(set -> set.colour() == colour).findFirst();
    }

    /** Whether anything is going on, so that it is worth looking often. */
    public boolean isActive() {
        return pipeline != null
                        && pipeline.executions().stream().anyMatch(execution -> !execution.status().isOver())
                || deployment != null && !deployment.status().isOver();
    }
}
