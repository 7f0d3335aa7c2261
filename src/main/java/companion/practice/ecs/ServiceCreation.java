package companion.practice.ecs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AvailabilityZoneRebalancing;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentController;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.DeploymentStrategy;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.ScaleUnit;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** CreateService, and the deployments and first task sets that services begin with. */
final class ServiceCreation {
    private final EcsRegion region;
    private final Clusters clusters;
    private final TaskDefinitions definitions;
    private final ServiceRules rules;
    private final ServiceLinkedRole role;
    private final Scheduler scheduler;
    private final EcsEvents bus;

    ServiceCreation(
            EcsRegion region,
            Clusters clusters,
            TaskDefinitions definitions,
            ServiceRules rules,
            ServiceLinkedRole role,
            Scheduler scheduler,
            EcsEvents bus) {
        this.region = region;
        this.clusters = clusters;
        this.definitions = definitions;
        this.rules = rules;
        this.role = role;
        this.scheduler = scheduler;
        this.bus = bus;
    }

    CreateServiceResponse create(CreateServiceRequest request) {
        var cluster = clusters.find(request.cluster());
        var controller = request.deploymentController() == null
                ? DeploymentControllerType.ECS
                : request.deploymentController().type();
        check(cluster, request);
        if (controller == DeploymentControllerType.EXTERNAL) {
            if (request.taskDefinition() != null
                    || request.launchType() != null
                    || !request.loadBalancers().isEmpty()) {
                throw EcsFaults.invalid("taskDefinition, launchType, platformVersion, networkConfiguration, and load"
                        + " balancer"
                        + " settings belong to the task sets of services with a EXTERNAL deployment controller.");
            }
            return added(cluster, request, controller, null);
        }
        var definition = definitions.runnable(request.taskDefinition());
        rules.launch(cluster, request.launchType(), request.capacityProviderStrategy(), definition);
        rules.network(request.networkConfiguration());
        rules.loadBalancers(request.loadBalancers(), definition, true);
        if (controller == DeploymentControllerType.CODE_DEPLOY && request.loadBalancers().isEmpty()) {
            throw EcsFaults.invalid(
                    "A load balancer is required for services with a CODE_DEPLOY deployment controller.");
        }
        return added(cluster, request, controller, definition);
    }

    /** A new deployment of a service under the ECS controller: the primary one, before all others. */
    TaskSetState deploy(ServiceState service, TaskDefinition definition) {
        var now = region.world().now();
        service.sets.stream().filter(TaskSetState::isPrimary).forEach(s -> s.status("ACTIVE", now));
        var set = firstSet(service, definition);
        service.sets.addFirst(set);
        service.steady = false;
        ServiceDeployments.begun(region, set);
        bus.deploymentChanged(set, "INFO", "SERVICE_DEPLOYMENT_IN_PROGRESS", set.rolloutReason);
        return set;
    }

    private void check(ClusterState cluster, CreateServiceRequest request) {
        var name = request.serviceName();
        if (name == null || name.isEmpty()) {
            throw EcsFaults.invalid("serviceName cannot be empty.");
        }
        if (!Names.valid(name)) {
            throw EcsFaults.invalid("Invalid service name: " + name);
        }
        if (request.schedulingStrategy() == SchedulingStrategy.DAEMON) {
            throw EcsFaults.invalid("The daemon scheduling strategy is not supported with the Fargate launch type.");
        }
        if (request.desiredCount() != null && request.desiredCount() < 0) {
            throw EcsFaults.invalid("desiredCount cannot be negative.");
        }
        ServiceRules.deployment(request.deploymentConfiguration());
        nativeStrategy(request.deploymentConfiguration());
        Tags.check(request.tags());
        var existing = cluster.services.get(name);
        if (existing != null && existing.isActive()) {
            throw EcsFaults.invalid("Creation of service was not idempotent.");
        }
        if (existing != null && !existing.isInactive()) {
            throw EcsFaults.invalid("Unable to Start a service that is still Draining.");
        }
    }

    /** Blue/green on the ECS controller itself is another product than the one practised here. */
    static void nativeStrategy(@Nullable DeploymentConfiguration configuration) {
        if (configuration != null
                && configuration.strategy() != null
                && configuration.strategy() != DeploymentStrategy.ROLLING) {
            throw EcsFaults.unsupported("The practice cloud offers the deployment strategy ROLLING only; for"
                    + " blue/green use the CODE_DEPLOY deployment controller.");
        }
    }

    private CreateServiceResponse added(
            ClusterState cluster,
            CreateServiceRequest request,
            DeploymentControllerType controller,
            @Nullable TaskDefinition definition) {
        role.ensure();
        var service = new ServiceState(cluster, spec(cluster, request, controller, definition));
        cluster.services.put(request.serviceName(), service);
        if (definition != null && controller == DeploymentControllerType.ECS) {
            deploy(service, definition);
        } else if (definition != null) {
            service.sets.add(firstSet(service, definition));
        }
        scheduler.wake(service);
        return CreateServiceResponse.builder().service(service.describe()).build();
    }

    private Service spec(
            ClusterState cluster,
            CreateServiceRequest request,
            DeploymentControllerType controller,
            @Nullable TaskDefinition definition) {
        var given = request.deploymentConfiguration() == null
                ? DeploymentConfiguration.builder().build()
                : request.deploymentConfiguration();
        var configuration = given.toBuilder()
                .maximumPercent(given.maximumPercent() == null ? 200 : given.maximumPercent())
                .minimumHealthyPercent(given.minimumHealthyPercent() == null ? 100 : given.minimumHealthyPercent());
        if (controller == DeploymentControllerType.ECS) {
            configuration.strategy(DeploymentStrategy.ROLLING);
        }
        return Service.builder()
                .serviceArn(region.arn("service/" + cluster.name() + "/" + request.serviceName()))
                .serviceName(request.serviceName())
                .clusterArn(cluster.arn())
                .status("ACTIVE")
                .desiredCount(request.desiredCount() == null ? 0 : request.desiredCount())
                .taskDefinition(definition == null ? null : definition.taskDefinitionArn())
                .launchType(request.launchType())
                .capacityProviderStrategy(request.capacityProviderStrategy())
                .platformVersion(request.platformVersion() == null ? "LATEST" : request.platformVersion())
                .platformFamily("Linux")
                .deploymentConfiguration(configuration.build())
                .deploymentController(DeploymentController.builder().type(controller).build())
                .loadBalancers(List.copyOf(request.loadBalancers()))
                .serviceRegistries(List.copyOf(request.serviceRegistries()))
                .networkConfiguration(request.networkConfiguration())
                .healthCheckGracePeriodSeconds(
                        request.healthCheckGracePeriodSeconds() == null && !request.loadBalancers().isEmpty()
                                ? Integer.valueOf(0)
                                : request.healthCheckGracePeriodSeconds())
                .schedulingStrategy(SchedulingStrategy.REPLICA)
                .roleArn(role.arn())
                .createdAt(region.world().now())
                .createdBy(region.caller())
                .enableECSManagedTags(Boolean.TRUE.equals(request.enableECSManagedTags()))
                .propagateTags(request.propagateTags() == null ? PropagateTags.NONE : request.propagateTags())
                .enableExecuteCommand(Boolean.TRUE.equals(request.enableExecuteCommand()))
                .availabilityZoneRebalancing(
                        request.availabilityZoneRebalancing() == null
                                ? AvailabilityZoneRebalancing.DISABLED
                                : request.availabilityZoneRebalancing())
                .placementConstraints(List.of())
                .placementStrategy(List.of())
                .tags(request.tags())
                .build();
    }

    private TaskSetState firstSet(ServiceState service, TaskDefinition definition) {
        var now = region.world().now();
        var id = "ecs-svc/" + region.world().ids().digits(19);
        var spec = service.spec;
        return new TaskSetState(
                service,
                definition,
                TaskSet.builder()
                        .id(id)
                        .taskSetArn(TaskSets.arn(region, service, id))
                        .serviceArn(spec.serviceArn())
                        .clusterArn(spec.clusterArn())
                        .status("PRIMARY")
                        .taskDefinition(definition.taskDefinitionArn())
                        .computedDesiredCount(0)
                        .createdAt(now)
                        .updatedAt(now)
                        .launchType(spec.launchType())
                        .capacityProviderStrategy(spec.capacityProviderStrategy())
                        .platformVersion(Launcher.PLATFORM)
                        .platformFamily("Linux")
                        .networkConfiguration(spec.networkConfiguration())
                        .loadBalancers(spec.loadBalancers())
                        .serviceRegistries(List.of())
                        .scale(s -> s.unit(ScaleUnit.PERCENT).value(100.0))
                        .stabilityStatus(StabilityStatus.STABILIZING)
                        .stabilityStatusAt(now)
                        .tags(List.of())
                        .build());
    }
}
