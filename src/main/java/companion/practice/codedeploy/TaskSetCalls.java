package companion.practice.codedeploy;

import companion.practice.fabric.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.ScaleUnit;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** What a deployment asks of Amazon ECS, in the service role of its group. */
final class TaskSetCalls {
    private final DeployRegion region;

    TaskSetCalls(DeployRegion region) {
        this.region = region;
    }

    /** The service as it is, or null if it is gone. */
    @Nullable Service service(Deployment deployment) {
        var service = deployment.group.service();
        try {
            return region
                    .services()
                    .ecs()
                    .describeServices(r -> r.cluster(service.clusterName()).services(service.serviceName()))
                    .services()
                    .stream()
                    .filter(s -> "ACTIVE".equals(s.status()))
                    .findFirst()
                    .orElse(null);
        } catch (EcsException gone) {
            return null;
        }
    }

    /** The service, without which a deployment cannot go on. */
    Service require(Deployment deployment) {
        var service = service(deployment);
        if (service == null) {
            var wanted = deployment.group.service();
            throw new DeploymentFailure(
                    ErrorCode.INVALID_ECS_SERVICE,
                    "The ECS service " + wanted.serviceName() + " in cluster " + wanted.clusterName()
                            + " could not be found or is not active.");
        }
        return service;
    }

    /** The replacement of a task set: what the AppSpec file says, and the rest as it was. */
    String create(Deployment deployment, AppSpec spec, TaskSet blue, String targetGroup) {
        var service = deployment.group.service();
        return call(deployment, ecs -> ecs.createTaskSet(r -> {
                    r.cluster(service.clusterName())
                            .service(service.serviceName())
                            .externalId(deployment.id())
                            .taskDefinition(spec.taskDefinition())
                            .networkConfiguration(
                                    spec.network() == null ? blue.networkConfiguration() : spec.network())
                            .platformVersion(
                                    spec.platformVersion() == null ? blue.platformVersion() : spec.platformVersion())
                            .loadBalancers(LoadBalancer.builder()
                                    .targetGroupArn(targetGroup)
                                    .containerName(spec.containerName())
                                    .containerPort(spec.containerPort())
                                    .build())
                            .scale(s -> s.unit(ScaleUnit.PERCENT).value(100.0));
                    if (!spec.strategy().isEmpty()) {
                        r.capacityProviderStrategy(spec.strategy());
                    } else if (!blue.capacityProviderStrategy().isEmpty()) {
                        r.capacityProviderStrategy(blue.capacityProviderStrategy());
                    } else {
                        r.launchType(blue.launchType());
                    }
                }))
                .taskSet()
                .id();
    }

    /** @throws DeploymentFailure if the service is gone */
    boolean isSteady(Deployment deployment, String taskSet) {
        return require(deployment).taskSets().stream()
                .anyMatch(s -> s.id().equals(taskSet) && s.stabilityStatus() == StabilityStatus.STEADY_STATE);
    }

    boolean isGone(Deployment deployment, String taskSet) {
        var service = service(deployment);
        return service == null || service.taskSets().stream().noneMatch(s -> s.id().equals(taskSet));
    }

    void makePrimary(Deployment deployment, String taskSet) {
        var service = deployment.group.service();
        call(deployment, ecs -> ecs.updateServicePrimaryTaskSet(
                r -> r.cluster(service.clusterName()).service(service.serviceName()).primaryTaskSet(taskSet)));
    }

    /** Deletes a task set with whatever runs in it; one that is gone is as good as deleted. */
    void delete(Deployment deployment, String taskSet) {
        if (!isGone(deployment, taskSet)) {
            var service = deployment.group.service();
            call(deployment, ecs -> ecs.deleteTaskSet(r -> r.cluster(service.clusterName())
                    .service(service.serviceName())
                    .taskSet(taskSet)
                    .force(true)));
        }
    }

    private <T> T call(Deployment deployment, Function<EcsClient, T> operation) {
        var role = deployment.group.spec.serviceRoleArn();
        var caller = Caller.service(role, DeployRegion.PRINCIPAL, deployment.id());
        try {
            return ScopedValue.where(Caller.CURRENT, caller).call(() -> operation.apply(region.services().ecs()));
        } catch (EcsException e) {
            var details = e.awsErrorDetails();
            throw new DeploymentFailure(
                    ErrorCode.ECS_UPDATE_ERROR,
                    "The ECS service cannot be updated due to an unexpected error: "
                            + (details == null
                                    ? e.getMessage()
                                    : details.errorMessage() + " (Service: AmazonECS; Status Code: " + e.statusCode()
                                            + "; Error Code: " + details.errorCode() + "; Request ID: "
                                            + region.world().ids().uuid() + "; Proxy: null)")
                            + ". Check your ECS service status.");
        }
    }
}
