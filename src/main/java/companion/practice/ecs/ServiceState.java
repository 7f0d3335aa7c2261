package companion.practice.ecs;

import companion.practice.world.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/** A service with its deployments or task sets. */
final class ServiceState {
    final ClusterState cluster;

    /** Deployments or task sets, newest first. */
    final List<TaskSetState> sets = new ArrayList<>();

    /** Newest first, at most a hundred. */
    final List<ServiceEvent> events = new ArrayList<>();

    final List<ServiceDeployments.Entry> history = new ArrayList<>();

    /** As created and updated; counts, sets and events are added when it is described. */
    Service spec;

    @Nullable Timer wake;
    boolean steady;

    ServiceState(ClusterState cluster, Service spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    String name() {
        return spec.serviceName();
    }

    boolean isActive() {
        return "ACTIVE".equals(spec.status());
    }

    boolean isInactive() {
        return "INACTIVE".equals(spec.status());
    }

    DeploymentControllerType controller() {
        return spec.deploymentController().type();
    }

    boolean isRolling() {
        return controller() == DeploymentControllerType.ECS;
    }

    int desired() {
        return isActive() ? spec.desiredCount() : 0;
    }

    @Nullable TaskSetState primary() {
        return sets.stream().filter(TaskSetState::isPrimary).findFirst().orElse(null);
    }

    Stream<TaskState> tasks() {
        return sets.stream().flatMap(s -> s.tasks.stream());
    }

    Service describe() {
        return spec.toBuilder()
                .desiredCount(desired())
                .runningCount((int) tasks().filter(TaskState::isRunning).count())
                .pendingCount((int) tasks().filter(TaskState::isPending).count())
                .deployments(
                        isRolling()
                                ? sets.stream().map(s -> s.describeDeployment(desired())).toList()
                                : List.of())
                .taskSets(isRolling() ? List.of() : sets.stream().map(TaskSetState::describe).toList())
                .events(List.copyOf(events))
                .build();
    }
}
