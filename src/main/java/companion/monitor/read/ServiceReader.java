package companion.monitor.read;

import companion.aws.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * Reads a service with its tasks. The tasks are listed again only when the service's counts or events changed, and described
 * again only while one of them is on its way. Used by one thread at a time.
 */
final class ServiceReader {
    /** As many as one call describes. */
    private static final int RECENT = 10;
    private static final int TASKS = 100;

    private final Connection connection;
    private @Nullable ServicePlace place;
    private @Nullable String listedAt;
    private List<Task> running = List.of();
    private List<Task> stopped = List.of();

    /**
     * @param running those that are to run, or still do
     * @param stopped within the last hour, the newest first
     */
    record Reading(Service service, List<Task> running, List<Task> stopped) {
        /** The target groups that its tasks are registered in. */
        Set<String> targetGroups() {
            var all = new LinkedHashSet<String>();
            service.taskSets().stream()
                    .flatMap(set -> set.loadBalancers().stream())
                    .map(LoadBalancer::targetGroupArn)
                    .filter(Objects::nonNull)
                    .forEach(all::add);
            if (all.isEmpty()) {
                service.loadBalancers().stream()
                        .map(LoadBalancer::targetGroupArn)
                        .filter(Objects::nonNull)
                        .forEach(all::add);
            }
            return all;
        }
    }

    ServiceReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param failed whether what was deployed to it last failed, so that it matters which tasks stopped
     * @return null if there is no such service
     */
    @Nullable Reading read(ServicePlace at, boolean failed) {
        var service = connection.ecs()
                .describeServices(request -> request.cluster(at.cluster()).services(at.service()))
                .services()
                .stream()
                .filter(each -> !"INACTIVE".equals(each.status()))
                .findFirst()
                .orElse(null);
        if (service == null) {
            return null;
        }
        var mark = mark(service) + failed;
        if (!at.equals(place) || !mark.equals(listedAt)) {
            running = describe(at, list(at, DesiredStatus.RUNNING));
            stopped = failed || isTroubled(service) ? describe(at, list(at, DesiredStatus.STOPPED)) : List.of();
            place = at;
            listedAt = mark;
        } else if (running.stream().anyMatch(ServiceReader::isMoving)) {
            running = describe(at, running.stream().map(Task::taskArn).toList());
        }
        return new Reading(service, running, newestFirst(stopped));
    }

    private List<String> list(ServicePlace at, DesiredStatus status) {
        return connection
                .ecs()
                .listTasksPaginator(request ->
                        request.cluster(at.cluster()).serviceName(at.service()).desiredStatus(status))
                .taskArns()
                .stream()
                .toList();
    }

    private List<Task> describe(ServicePlace at, List<String> arns) {
        var tasks = new ArrayList<Task>();
        for (int from = 0; from < arns.size(); from += TASKS) {
            var some = arns.subList(from, Math.min(arns.size(), from + TASKS));
            tasks.addAll(connection.ecs()
                    .describeTasks(request -> request.cluster(at.cluster()).tasks(some))
                    .tasks());
        }
        return List.copyOf(tasks);
    }

    /** What must differ for tasks to have come or gone. */
    private static String mark(Service service) {
        var mark = new StringBuilder();
        service.taskSets().forEach(set -> mark.append(set.id())
                .append(set.runningCount()).append('+').append(set.pendingCount()).append(' '));
        service.deployments().forEach(deployment -> mark.append(deployment.id())
                .append(deployment.runningCount()).append('+').append(deployment.pendingCount())
                .append('-').append(deployment.failedTasks()).append(' '));
        service.events().stream().findFirst().map(ServiceEvent::id).ifPresent(mark::append);
        return mark.append(service.runningCount()).append('+').append(service.pendingCount()).toString();
    }

    /** Whether it lacks tasks, replaces them, or went back not long ago: only then does it matter which ones stopped. */
    private static boolean isTroubled(Service service) {
        int desired = service.desiredCount() == null ? 0 : service.desiredCount();
        int running = service.runningCount() == null ? 0 : service.runningCount();
        return running < desired
                || service.deployments().size() > 1
                || service.taskSets().size() > 1
                || service.deployments().stream()
                        .anyMatch(deployment -> deployment.failedTasks() != null && deployment.failedTasks() > 0
                                || deployment.rolloutState() == DeploymentRolloutState.FAILED)
                || service.events().stream().limit(RECENT).anyMatch(event -> event.message().contains("rolling back"));
    }

    private static boolean isMoving(Task task) {
        return !"RUNNING".equals(task.lastStatus()) || !"RUNNING".equals(task.desiredStatus());
    }

    private static List<Task> newestFirst(List<Task> tasks) {
        return tasks.stream()
                .sorted(Comparator.comparing(Task::stoppedAt, Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList();
    }
}
