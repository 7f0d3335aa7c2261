package companion.monitor.read;

import companion.monitor.snapshot.TaskSetSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** The task sets of a service, each with what was requested, what is routed and what is healthy. */
final class TaskSetReading {
    private TaskSetReading() {}

    /** @return Blue first */
    static List<TaskSetSnapshot> taskSets(
            ServiceReader.Reading service,
            DeploymentReader.Reading deployment,
            HealthReader.Reading health,
            ImageReader images) {
        return service.service().taskSets().stream()
                .map(set -> taskSet(set, service, deployment, health, images))
                .sorted(Comparator.comparing(TaskSetSnapshot::colour))
                .toList();
    }

    private static TaskSetSnapshot taskSet(
            TaskSet set,
            ServiceReader.Reading service,
            DeploymentReader.Reading deployment,
            HealthReader.Reading health,
            ImageReader images) {
        var groups = set.loadBalancers().stream()
                .map(LoadBalancer::targetGroupArn)
                .filter(Objects::nonNull)
                .toList();
        var group = groups.isEmpty() ? "" : groups.getFirst();
        boolean primary = "PRIMARY".equals(set.status());
        return new TaskSetSnapshot(
                set.id(),
                deployment.colours().getOrDefault(set.id(), TaskSetSnapshot.Colour.BLUE),
                TaskReading.lastPart(set.taskDefinition()),
                images.label(set.taskDefinition()),
                set.status(),
                name(group),
                deployment.requested().getOrDefault(set.id(), primary ? 100 : 0),
                health.routed().getOrDefault(group, 0),
                set.computedDesiredCount() == null ? 0 : set.computedDesiredCount(),
                TaskReading.startedBy(set.id(), service.running(), groups, health),
                set.stabilityStatus() == StabilityStatus.STEADY_STATE);
    }

    /** {@code arn:…:targetgroup/NAME/id}. */
    private static String name(String targetGroupArn) {
        var parts = targetGroupArn.split("/");
        return parts.length > 1 ? parts[1] : targetGroupArn;
    }
}
