package companion.practice.ecs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceResponse;

/** UpdateService and DeleteService. */
final class ServiceChanges {
    private final EcsRegion region;
    private final ServiceLookup lookup;
    private final TaskDefinitions definitions;
    private final ServiceRules rules;
    private final ServiceCreation creation;
    private final Scheduler scheduler;

    ServiceChanges(
            EcsRegion region,
            ServiceLookup lookup,
            TaskDefinitions definitions,
            ServiceRules rules,
            ServiceCreation creation,
            Scheduler scheduler) {
        this.region = region;
        this.lookup = lookup;
        this.definitions = definitions;
        this.rules = rules;
        this.creation = creation;
        this.scheduler = scheduler;
    }

    UpdateServiceResponse update(UpdateServiceRequest request) {
        var service = lookup.active(request.cluster(), request.service());
        var wanted = request.deploymentController() == null ? null : request.deploymentController().type();
        boolean migrates = wanted == DeploymentControllerType.ECS && !service.isRolling();
        if (wanted != null && wanted != service.controller() && !migrates) {
            throw EcsFaults.invalid("The deployment controller of a service can only be changed to ECS.");
        }
        if (!service.isRolling() && !migrates) {
            refuse(service.controller(), request);
        }
        var definition = check(service, request);
        if (migrates) {
            migrate(service);
        }
        boolean redeploys = startsDeployment(service.spec, request);
        service.spec = changed(service.spec, request);
        if (service.isRolling() && redeploys) {
            var next = Objects.requireNonNull(definition);
            service.spec = service.spec.toBuilder().taskDefinition(next.taskDefinitionArn()).build();
            creation.deploy(service, next);
        }
        scheduler.lookAtHealth(service);
        scheduler.wake(service);
        return UpdateServiceResponse.builder().service(service.describe()).build();
    }

    DeleteServiceResponse delete(DeleteServiceRequest request) {
        var service = lookup.known(request.cluster(), request.service());
        if (!service.isActive()) {
            throw EcsFaults.serviceNotFound();
        }
        if (!Boolean.TRUE.equals(request.force())) {
            if (service.spec.desiredCount() > 0) {
                throw EcsFaults.invalid("The service cannot be stopped while it is scaled above 0.");
            }
            if (!service.isRolling() && !service.sets.isEmpty()) {
                throw EcsFaults.invalid("The service cannot be stopped while deployments are active.");
            }
        }
        service.spec = service.spec.toBuilder().status("DRAINING").desiredCount(0).build();
        scheduler.wake(service);
        return DeleteServiceResponse.builder().service(service.describe()).build();
    }

    private static void refuse(DeploymentControllerType controller, UpdateServiceRequest request) {
        var what = request.taskDefinition() != null
                ? "task definition"
                : request.networkConfiguration() != null
                        ? "network parameters"
                        : request.hasLoadBalancers()
                                ? "load balancers"
                                : request.platformVersion() != null
                                        ? "platform version"
                                        : request.hasCapacityProviderStrategy() ? "capacity provider strategy" : null;
        var where = " on services with a " + controller + " deployment controller. Use "
                + (controller == DeploymentControllerType.CODE_DEPLOY ? "AWS CodeDeploy" : "CreateTaskSet")
                + " to trigger a new deployment.";
        if (what != null) {
            throw EcsFaults.invalid("Unable to update " + what + where);
        }
        if (Boolean.TRUE.equals(request.forceNewDeployment())) {
            throw EcsFaults.invalid("Cannot force a new deployment" + where);
        }
    }

    /** Checks everything; answers the task definition to deploy if the request names one. */
    private @Nullable TaskDefinition check(ServiceState service, UpdateServiceRequest request) {
        if (request.desiredCount() != null && request.desiredCount() < 0) {
            throw EcsFaults.invalid("desiredCount cannot be negative.");
        }
        ServiceCreation.nativeStrategy(request.deploymentConfiguration());
        ServiceRules.deployment(merged(service.spec.deploymentConfiguration(), request.deploymentConfiguration()));
        var definition = request.taskDefinition() == null ? null : definitions.runnable(request.taskDefinition());
        if (request.networkConfiguration() != null) {
            rules.network(request.networkConfiguration());
        }
        var strategy = request.hasCapacityProviderStrategy()
                ? request.capacityProviderStrategy()
                : service.spec.capacityProviderStrategy();
        var running = definition != null ? definition : current(service);
        boolean relaunches =
                definition != null || request.hasCapacityProviderStrategy() || request.hasLoadBalancers();
        if (running != null && relaunches) {
            rules.launch(service.cluster, strategy.isEmpty() ? LaunchType.FARGATE : null, strategy, running);
            var balancers = request.hasLoadBalancers() ? request.loadBalancers() : service.spec.loadBalancers();
            rules.loadBalancers(balancers, running, true);
        }
        if (definition == null && startsDeployment(service.spec, request)) {
            return definitions.runnable(service.spec.taskDefinition());
        }
        return definition;
    }

    private static @Nullable TaskDefinition current(ServiceState service) {
        var primary = service.primary();
        return primary == null ? null : primary.definition;
    }

    /** Whether the tasks of the service would differ from those that run. */
    private boolean startsDeployment(Service spec, UpdateServiceRequest request) {
        return Boolean.TRUE.equals(request.forceNewDeployment())
                || (request.taskDefinition() != null
                        && differs(
                                definitions.runnable(request.taskDefinition()).taskDefinitionArn(),
                                spec.taskDefinition()))
                || differs(request.networkConfiguration(), spec.networkConfiguration())
                || differs(request.platformVersion(), spec.platformVersion())
                || (request.hasLoadBalancers() && differs(request.loadBalancers(), spec.loadBalancers()))
                || (request.hasCapacityProviderStrategy()
                        && differs(request.capacityProviderStrategy(), spec.capacityProviderStrategy()));
    }

    private static boolean differs(@Nullable Object asked, @Nullable Object present) {
        return asked != null && !asked.equals(present);
    }

    /** The primary task set becomes the deployment from which rolling updates go on; others drain. */
    private void migrate(ServiceState service) {
        for (var set : service.sets) {
            if (set.isPrimary()) {
                set.rollout = DeploymentRolloutState.COMPLETED;
                set.rolloutReason = "ECS deployment " + set.id() + " completed.";
            } else {
                set.status("ACTIVE", region.world().now());
            }
        }
    }

    private static Service changed(Service spec, UpdateServiceRequest request) {
        var changed = spec.toBuilder()
                .deploymentConfiguration(merged(spec.deploymentConfiguration(), request.deploymentConfiguration()));
        if (request.deploymentController() != null) {
            changed.deploymentController(request.deploymentController());
        }
        if (request.desiredCount() != null) {
            changed.desiredCount(request.desiredCount());
        }
        if (request.hasCapacityProviderStrategy()) {
            changed.capacityProviderStrategy(request.capacityProviderStrategy());
            changed.launchType(request.capacityProviderStrategy().isEmpty() ? LaunchType.FARGATE : null);
        }
        if (request.networkConfiguration() != null) {
            changed.networkConfiguration(request.networkConfiguration());
        }
        if (request.platformVersion() != null) {
            changed.platformVersion(request.platformVersion());
        }
        if (request.healthCheckGracePeriodSeconds() != null) {
            changed.healthCheckGracePeriodSeconds(request.healthCheckGracePeriodSeconds());
        }
        if (request.enableExecuteCommand() != null) {
            changed.enableExecuteCommand(request.enableExecuteCommand());
        }
        if (request.enableECSManagedTags() != null) {
            changed.enableECSManagedTags(request.enableECSManagedTags());
        }
        if (request.hasLoadBalancers()) {
            changed.loadBalancers(request.loadBalancers());
        }
        if (request.propagateTags() != null) {
            changed.propagateTags(request.propagateTags());
        }
        if (request.availabilityZoneRebalancing() != null) {
            changed.availabilityZoneRebalancing(request.availabilityZoneRebalancing());
        }
        return changed.build();
    }

    private static DeploymentConfiguration merged(
            DeploymentConfiguration present, @Nullable DeploymentConfiguration change) {
        if (change == null) {
            return present;
        }
        var merged = present.toBuilder();
        if (change.maximumPercent() != null) {
            merged.maximumPercent(change.maximumPercent());
        }
        if (change.minimumHealthyPercent() != null) {
            merged.minimumHealthyPercent(change.minimumHealthyPercent());
        }
        if (change.deploymentCircuitBreaker() != null) {
            merged.deploymentCircuitBreaker(change.deploymentCircuitBreaker());
        }
        if (change.alarms() != null) {
            merged.alarms(change.alarms());
        }
        return merged.build();
    }
}
