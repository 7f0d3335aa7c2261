package companion.practice.ecs;

import companion.practice.fabric.Fault;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CreateTaskSetRequest;
import software.amazon.awssdk.services.ecs.model.CreateTaskSetResponse;
import software.amazon.awssdk.services.ecs.model.DeleteTaskSetRequest;
import software.amazon.awssdk.services.ecs.model.DeleteTaskSetResponse;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.DescribeTaskSetsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskSetsResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.LimitExceededException;
import software.amazon.awssdk.services.ecs.model.Scale;
import software.amazon.awssdk.services.ecs.model.ScaleUnit;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.TaskSet;
import software.amazon.awssdk.services.ecs.model.UpdateServicePrimaryTaskSetRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServicePrimaryTaskSetResponse;
import software.amazon.awssdk.services.ecs.model.UpdateTaskSetRequest;
import software.amazon.awssdk.services.ecs.model.UpdateTaskSetResponse;

/** The task sets of services that CodeDeploy or an external deployer controls. */
final class TaskSets {
    private static final String CODE_DEPLOY = "codedeploy.amazonaws.com";
    private static final int MOST = 5;

    private final EcsRegion region;
    private final ServiceLookup lookup;
    private final TaskDefinitions definitions;
    private final ServiceRules rules;
    private final Scheduler scheduler;

    TaskSets(
            EcsRegion region,
            ServiceLookup lookup,
            TaskDefinitions definitions,
            ServiceRules rules,
            Scheduler scheduler) {
        this.region = region;
        this.lookup = lookup;
        this.definitions = definitions;
        this.rules = rules;
        this.scheduler = scheduler;
    }

    static String arn(EcsRegion region, ServiceState service, String id) {
        return region.arn("task-set/" + service.cluster.name() + "/" + service.name() + "/" + id);
    }

    CreateTaskSetResponse create(CreateTaskSetRequest request) {
        var service = controlled(request.cluster(), request.service());
        if (service.sets.size() >= MOST) {
            throw Fault.of(
                    LimitExceededException.builder(),
                    "LimitExceededException",
                    "The number of task sets in the service exceeds the limit of " + MOST + ".");
        }
        var definition = definitions.runnable(request.taskDefinition());
        var strategy = request.capacityProviderStrategy();
        var type = request.launchType() == null && strategy.isEmpty() ? LaunchType.FARGATE : request.launchType();
        rules.launch(service.cluster, type, strategy, definition);
        rules.network(request.networkConfiguration());
        rules.loadBalancers(request.loadBalancers(), definition, false);
        var none = Scale.builder().unit(ScaleUnit.PERCENT).value(0.0).build();
        var scale = request.scale() == null ? none : request.scale();
        check(scale);
        var now = region.world().now();
        var id = "ecs-svc/" + region.world().ids().digits(19);
        boolean codeDeploy = region.calledBy(CODE_DEPLOY);
        var set = new TaskSetState(
                service,
                definition,
                TaskSet.builder()
                        .id(id)
                        .taskSetArn(arn(region, service, id))
                        .serviceArn(service.spec.serviceArn())
                        .clusterArn(service.cluster.arn())
                        .startedBy(codeDeploy ? "CODE_DEPLOY" : null)
                        .externalId(request.externalId())
                        .status("ACTIVE")
                        .taskDefinition(definition.taskDefinitionArn())
                        .computedDesiredCount(0)
                        .createdAt(now)
                        .updatedAt(now)
                        .launchType(type)
                        .capacityProviderStrategy(strategy)
                        .platformVersion(Launcher.PLATFORM)
                        .platformFamily("Linux")
                        .networkConfiguration(request.networkConfiguration())
                        .loadBalancers(List.copyOf(request.loadBalancers()))
                        .serviceRegistries(List.copyOf(request.serviceRegistries()))
                        .scale(scale)
                        .stabilityStatus(StabilityStatus.STABILIZING)
                        .stabilityStatusAt(now)
                        .tags(request.tags())
                        .build());
        service.sets.addFirst(set);
        service.steady = false;
        scheduler.wake(service);
        return CreateTaskSetResponse.builder().taskSet(set.describe()).build();
    }

    UpdateTaskSetResponse update(UpdateTaskSetRequest request) {
        var service = controlled(request.cluster(), request.service());
        var set = lookup.taskSet(service, request.taskSet());
        check(request.scale());
        set.spec = set.spec.toBuilder().scale(request.scale()).updatedAt(region.world().now()).build();
        scheduler.wake(service);
        return UpdateTaskSetResponse.builder().taskSet(set.describe()).build();
    }

    DeleteTaskSetResponse delete(DeleteTaskSetRequest request) {
        var service = controlled(request.cluster(), request.service());
        var set = lookup.taskSet(service, request.taskSet());
        boolean force = Boolean.TRUE.equals(request.force());
        if (set.isPrimary() && !force) {
            throw EcsFaults.invalid("The primary task set cannot be deleted. Set another task set to primary first.");
        }
        if (!force && set.computedDesired(service.desired()) > 0) {
            throw EcsFaults.invalid("The task set cannot be deleted while it is scaled above 0.");
        }
        set.status("DRAINING", region.world().now());
        scheduler.wake(service);
        return DeleteTaskSetResponse.builder().taskSet(set.describe()).build();
    }

    DescribeTaskSetsResponse describe(DescribeTaskSetsRequest request) {
        var service = lookup.withTaskSets(request.cluster(), request.service());
        var found = new ArrayList<TaskSet>();
        var failures = new ArrayList<Failure>();
        if (request.taskSets().isEmpty()) {
            service.sets.forEach(s -> found.add(s.describe()));
        }
        for (var asked : request.taskSets()) {
            var id = Names.taskSet(asked);
            service.sets.stream()
                    .filter(s -> s.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            s -> found.add(s.describe()),
                            () -> failures.add(Clusters.missing(arn(region, service, id))));
        }
        return DescribeTaskSetsResponse.builder().taskSets(found).failures(failures).build();
    }

    UpdateServicePrimaryTaskSetResponse makePrimary(UpdateServicePrimaryTaskSetRequest request) {
        var service = controlled(request.cluster(), request.service());
        var set = lookup.taskSet(service, request.primaryTaskSet());
        var now = region.world().now();
        service.sets.stream().filter(TaskSetState::isPrimary).forEach(s -> s.status("ACTIVE", now));
        set.status("PRIMARY", now);
        service.spec = service.spec.toBuilder()
                .taskDefinition(set.spec.taskDefinition())
                .networkConfiguration(set.spec.networkConfiguration())
                .loadBalancers(set.spec.loadBalancers())
                .build();
        scheduler.lookAtHealth(service);
        scheduler.wake(service);
        return UpdateServicePrimaryTaskSetResponse.builder().taskSet(set.describe()).build();
    }

    /** Under CODE_DEPLOY only CodeDeploy itself may touch the task sets. */
    private ServiceState controlled(String cluster, String name) {
        var service = lookup.withTaskSets(cluster, name);
        if (service.controller() == DeploymentControllerType.CODE_DEPLOY && !region.calledBy(CODE_DEPLOY)) {
            throw EcsFaults.invalid("Task sets of services with a CODE_DEPLOY deployment controller are managed by"
                    + " CodeDeploy. Use AWS CodeDeploy to trigger a new deployment.");
        }
        return service;
    }

    private static void check(Scale scale) {
        if (scale == null || scale.value() == null || scale.value() < 0 || scale.value() > 100) {
            throw EcsFaults.invalid("The scale value must be between 0 and 100.");
        }
    }
}
