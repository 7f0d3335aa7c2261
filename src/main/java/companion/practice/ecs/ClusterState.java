package companion.practice.ecs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;

/** A cluster with what runs in it. */
final class ClusterState {
    final Map<String, ServiceState> services = new LinkedHashMap<>();
    final Map<String, TaskState> tasks = new LinkedHashMap<>();

    /** All but the counts, which are taken when it is described. */
    Cluster spec;

    ClusterState(Cluster spec) {
        this.spec = spec;
    }

    String name() {
        return spec.clusterName();
    }

    String arn() {
        return spec.clusterArn();
    }

    boolean isActive() {
        return "ACTIVE".equals(spec.status());
    }

    List<ServiceState> openServices() {
        return services.values().stream().filter(s -> !s.isInactive()).toList();
    }

    Stream<TaskState> unfinishedTasks() {
        return tasks.values().stream().filter(t -> !t.isStopped());
    }

    Cluster describe() {
        return spec.toBuilder()
                .registeredContainerInstancesCount(0)
                .activeServicesCount((int) openServices().stream().filter(ServiceState::isActive).count())
                .runningTasksCount((int) unfinishedTasks().filter(TaskState::isRunning).count())
                .pendingTasksCount((int) unfinishedTasks()
                        .filter(t -> t.wants(DesiredStatus.RUNNING) && !t.isRunning())
                        .count())
                .build();
    }
}
