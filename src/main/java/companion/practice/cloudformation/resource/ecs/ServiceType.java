package companion.practice.cloudformation.resource.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Progress;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** {@code AWS::ECS::Service}: Ref is the ARN; ready in the steady state, for which it waits up to three hours. */
public final class ServiceType extends ResourceType {
    private static final Map<String, String> RENAMED = Map.of("PlacementStrategies", "placementStrategy");

    public ServiceType() {
        super(
                "AWS::ECS::Service",
                "ServiceName! Cluster! LaunchType! Role! SchedulingStrategy! TaskDefinition DesiredCount LoadBalancers"
                        + " NetworkConfiguration HealthCheckGracePeriodSeconds EnableExecuteCommand"
                        + " EnableECSManagedTags PropagateTags PlatformVersion DeploymentConfiguration"
                        + " DeploymentController"
                        + " ServiceRegistries PlacementConstraints PlacementStrategies CapacityProviderStrategy"
                        + " ServiceConnectConfiguration VolumeConfigurations VpcLatticeConfigurations"
                        + " AvailabilityZoneRebalancing Tags ForceNewDeployment~",
                "Name ServiceArn",
                Pace.seconds(8, 10).deleting(5).polling(10, Duration.ofHours(3)).withConsistencyCheck());
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties()
                .with("ServiceName", desired.nameFrom("ServiceName", 255))
                .withTags(desired.tags())
                .fill(CreateServiceRequest.builder(), RENAMED);
        return cloud.ecs().createService(request.build()).service().serviceArn();
    }

    @Override
    public Progress ready(Existing resource, Services cloud) {
        var service = service(resource, cloud).orElse(null);
        if (service == null) {
            return new Progress.Failed("The service " + resource.physicalId() + " does not exist.");
        }
        boolean broken = service.deployments().stream()
                .anyMatch(deployment -> deployment.rolloutState() == DeploymentRolloutState.FAILED);
        if (broken) {
            return new Progress.Failed(
                    "Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.");
        }
        boolean steady = service.hasTaskSets() && !service.taskSets().isEmpty()
                ? service.taskSets().stream()
                        .allMatch(set -> set.stabilityStatus() == StabilityStatus.STEADY_STATE)
                : service.deployments().size() <= 1
                        && service.deployments().stream()
                                .noneMatch(one -> one.rolloutState() == DeploymentRolloutState.IN_PROGRESS);
        return Progress.doneWhen(steady && service.runningCount().equals(service.desiredCount()));
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        var arn = resource.physicalId();
        return switch (attribute) {
            case "ServiceArn" -> text(arn);
            case "Name" -> text(arn.substring(arn.lastIndexOf('/') + 1));
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var changed = changed(current.properties(), desired.properties());
        var inPlace = changed.stream().filter(name -> !name.equals("Tags")).toArray(String[]::new);
        if (inPlace.length > 0) {
            cloud.ecs().updateService(desired.properties()
                    .only(inPlace)
                    .fill(UpdateServiceRequest.builder(), RENAMED)
                    .cluster(cluster(desired.properties()))
                    .service(current.physicalId())
                    .build());
        }
        EcsTags.change(current.physicalId(), current, desired, cloud.ecs());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.ecs().deleteService(request -> request.cluster(cluster(resource.properties()))
                .service(resource.physicalId())
                .force(true));
    }

    @Override
    public Progress gone(Existing resource, Services cloud) {
        return Progress.doneWhen(service(resource, cloud)
                .filter(service -> !"INACTIVE".equals(service.status()))
                .isEmpty());
    }

    private static Optional<Service> service(Existing resource, Services cloud) {
        return cloud.ecs()
                .describeServices(request -> request.cluster(cluster(resource.properties()))
                        .services(resource.physicalId()))
                .services()
                .stream()
                .findFirst();
    }

    private static String cluster(Properties properties) {
        return properties.text("Cluster", "default");
    }
}
