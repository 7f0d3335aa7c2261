package companion.monitor.read;

import companion.monitor.snapshot.ReleaseSnapshot.StoppedTask;
import companion.monitor.snapshot.TaskSetSnapshot.Exit;
import companion.monitor.snapshot.TaskSetSnapshot.Stop;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** What ECS and the load balancer say of a task, in the monitor's words. */
final class TaskReading {
    private TaskReading() {}

    static List<TaskSnapshot> startedBy(
            String id, List<Task> tasks, Collection<String> targetGroups, HealthReader.Reading health) {
        return tasks.stream()
                .filter(task -> id.equals(task.startedBy()))
                .sorted(Comparator.comparing(Task::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Task::taskArn))
                .map(task -> task(task, targetGroups, health))
                .toList();
    }

    static StoppedTask stopped(Task task) {
        return new StoppedTask(
                StageReading.said(task.startedBy()),
                lastPart(task.taskDefinitionArn()),
                task(task, List.of(), HealthReader.Reading.NONE));
    }

    private static TaskSnapshot task(Task task, Collection<String> targetGroups, HealthReader.Reading health) {
        var ip = ip(task);
        var targets = targetGroups.stream()
                .map(group -> health.targets().getOrDefault(group, Map.of()).get(ip))
                .filter(Objects::nonNull)
                .toList();
        // Registered in several groups, a task serves only where it is healthy in all.
        var target = targets.stream()
                .filter(each -> each.state() != TargetHealthStateEnum.HEALTHY)
                .findFirst()
                .or(() -> targets.stream().findFirst())
                .orElse(null);
        var id = lastPart(task.taskArn());
        return target == null
                ? new TaskSnapshot(
                        id, task.lastStatus(), task.lastStatus(), StageReading.said(task.stoppedReason()), "", stop(task))
                : new TaskSnapshot(
                        id,
                        task.lastStatus(),
                        target.stateAsString(),
                        StageReading.said(target.description()),
                        StageReading.said(target.reasonAsString()),
                        stop(task));
    }

    private static @Nullable Stop stop(Task task) {
        if (!"STOPPED".equals(task.desiredStatus()) && !"STOPPED".equals(task.lastStatus())) {
            return null;
        }
        return new Stop(
                StageReading.said(task.stopCodeAsString()),
                StageReading.said(task.stoppedReason()),
                task.stoppedAt() == null ? task.stoppingAt() : task.stoppedAt(),
                task.containers().stream()
                        .filter(container -> container.exitCode() != null || container.reason() != null)
                        .map(container -> new Exit(
                                container.name(), container.exitCode(), StageReading.said(container.reason())))
                        .toList());
    }

    private static String ip(Task task) {
        return task.attachments().stream()
                .flatMap(attachment -> attachment.details().stream())
                .filter(detail -> "privateIPv4Address".equals(detail.name()))
                .map(KeyValuePair::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
