package companion.practice.ecs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskField;
import software.amazon.awssdk.services.ecs.model.TaskOverride;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** RunTask, StopTask and what shows tasks. Stopped ones stay visible for an hour. */
final class Tasks {
    private final EcsRegion region;
    private final Clusters clusters;
    private final TaskDefinitions definitions;
    private final ServiceRules rules;
    private final Launcher launcher;
    private final TaskLife life;

    Tasks(
            EcsRegion region,
            Clusters clusters,
            TaskDefinitions definitions,
            ServiceRules rules,
            Launcher launcher,
            TaskLife life) {
        this.region = region;
        this.clusters = clusters;
        this.definitions = definitions;
        this.rules = rules;
        this.launcher = launcher;
        this.life = life;
    }

    RunTaskResponse run(RunTaskRequest request) {
        var cluster = clusters.find(request.cluster());
        int count = request.count() == null ? 1 : request.count();
        if (count < 1 || count > 10) {
            throw EcsFaults.invalid("count must be between 1 and 10.");
        }
        Tags.check(request.tags());
        var definition = definitions.runnable(request.taskDefinition());
        var strategy = strategy(cluster, request);
        rules.launch(cluster, request.launchType(), strategy, definition);
        rules.network(request.networkConfiguration());
        var overrides = request.overrides() == null
                ? TaskOverride.builder().containerOverrides(List.of()).build()
                : request.overrides();
        for (var override : overrides.containerOverrides()) {
            if (definition.containerDefinitions().stream().noneMatch(c -> c.name().equals(override.name()))) {
                throw EcsFaults.invalid("Override for container named " + override.name()
                        + " is not a container in the TaskDefinition.");
            }
        }
        var refusal = launcher.refusal(definition, overrides);
        if (refusal != null) {
            throw EcsFaults.client(refusal);
        }
        var group = request.group() == null ? "family:" + definition.family() : request.group();
        var siblings = new ArrayList<TaskState>();
        for (int i = 0; i < count; i++) {
            siblings.add(launcher.launch(
                    cluster,
                    new Launcher.Wish(
                            definition,
                            request.networkConfiguration().awsvpcConfiguration(),
                            strategy.isEmpty() ? null : strategy.getFirst().capacityProvider(),
                            group,
                            request.startedBy(),
                            overrides,
                            Boolean.TRUE.equals(request.enableExecuteCommand()),
                            request.tags(),
                            null,
                            List.copyOf(siblings))));
        }
        return RunTaskResponse.builder()
                .tasks(siblings.stream().map(t -> t.view).toList())
                .failures(List.of())
                .build();
    }

    StopTaskResponse stop(StopTaskRequest request) {
        var task = find(clusters.find(request.cluster()), request.task());
        if (task == null) {
            throw EcsFaults.invalid("The referenced task was not found.");
        }
        life.stop(
                List.of(task),
                TaskStopCode.USER_INITIATED,
                request.reason() == null ? "Task stopped by user" : request.reason());
        return StopTaskResponse.builder().task(task.view).build();
    }

    DescribeTasksResponse describe(DescribeTasksRequest request) {
        if (request.tasks().isEmpty()) {
            throw EcsFaults.invalid("Tasks cannot be empty.");
        }
        if (request.tasks().size() > 100) {
            throw EcsFaults.invalid("Tasks cannot have more than 100 elements.");
        }
        var cluster = clusters.find(request.cluster());
        boolean tags = request.include().contains(TaskField.TAGS);
        var found = new ArrayList<Task>();
        var failures = new ArrayList<Failure>();
        for (var asked : request.tasks()) {
            var task = find(cluster, asked);
            if (task == null) {
                failures.add(Clusters.missing(region.arn("task/" + cluster.name() + "/" + Names.last(asked))));
            } else {
                found.add(tags ? task.view : task.view.toBuilder().tags(List.of()).build());
            }
        }
        return DescribeTasksResponse.builder().tasks(found).failures(failures).build();
    }

    ListTasksResponse list(ListTasksRequest request) {
        var cluster = clusters.find(request.cluster());
        if (request.serviceName() != null && !cluster.services.containsKey(Names.last(request.serviceName()))) {
            throw EcsFaults.serviceNotFound();
        }
        var arns = cluster.tasks.values().stream()
                .filter(t -> matches(t, request))
                .map(t -> t.view.taskArn())
                .toList();
        var page = Page.of(arns, request.nextToken(), request.maxResults(), 100);
        return ListTasksResponse.builder().taskArns(page.items()).nextToken(page.nextToken()).build();
    }

    @Nullable TaskState find(ClusterState cluster, @Nullable String idOrArn) {
        return idOrArn == null ? null : cluster.tasks.get(Names.last(idOrArn));
    }

    private static boolean matches(TaskState task, ListTasksRequest request) {
        var status = request.desiredStatus() == null ? DesiredStatus.RUNNING : request.desiredStatus();
        return task.wants(status)
                && request.containerInstance() == null
                && (request.family() == null || request.family().equals(task.definition.family()))
                && (request.serviceName() == null
                        || ("service:" + Names.last(request.serviceName())).equals(task.view.group()))
                && (request.startedBy() == null || request.startedBy().equals(task.view.startedBy()))
                && (request.launchType() == null || request.launchType() == LaunchType.FARGATE);
    }

    private static List<CapacityProviderStrategyItem> strategy(ClusterState cluster, RunTaskRequest request) {
        return request.launchType() == null && request.capacityProviderStrategy().isEmpty()
                ? cluster.spec.defaultCapacityProviderStrategy()
                : request.capacityProviderStrategy();
    }
}
