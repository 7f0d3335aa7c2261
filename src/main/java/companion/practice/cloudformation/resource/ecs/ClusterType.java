package companion.practice.cloudformation.resource.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** {@code AWS::ECS::Cluster}: Ref is the name. */
public final class ClusterType extends ResourceType {
    private static final Map<String, String> RENAMED = Map.of("ClusterSettings", "settings");

    public ClusterType() {
        super(
                "AWS::ECS::Cluster",
                "ClusterName! ClusterSettings Configuration CapacityProviders DefaultCapacityProviderStrategy"
                        + " ServiceConnectDefaults Tags",
                "Arn",
                Pace.seconds(6, 10).deleting(3).withConsistencyCheck());
    }

    @Override
    public @Nullable String takenName(Desired desired, Services cloud) {
        return takenIf(
                desired.properties().text("ClusterName"),
                name -> cloud.ecs().describeClusters(request -> request.clusters(name)).clusters().stream()
                        .anyMatch(cluster -> "ACTIVE".equals(cluster.status())));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("ClusterName", 255);
        var request = desired.properties()
                .with("ClusterName", name)
                .withTags(desired.tags())
                .fill(CreateClusterRequest.builder(), RENAMED);
        cloud.ecs().createCluster(request.build());
        return name;
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Arn") ? text(arn(resource)) : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var changed = changed(current.properties(), desired.properties());
        if (changed.contains("ClusterSettings")
                || changed.contains("Configuration")
                || changed.contains("ServiceConnectDefaults")) {
            cloud.ecs().updateCluster(desired.properties()
                    .only("ClusterSettings", "Configuration", "ServiceConnectDefaults")
                    .fill(UpdateClusterRequest.builder(), RENAMED)
                    .cluster(current.physicalId())
                    .build());
        }
        if (changed.contains("CapacityProviders") || changed.contains("DefaultCapacityProviderStrategy")) {
            cloud.ecs().putClusterCapacityProviders(ClusterCapacityProviderAssociationsType.orNone(desired.properties())
                    .only("CapacityProviders", "DefaultCapacityProviderStrategy")
                    .fill(PutClusterCapacityProvidersRequest.builder())
                    .cluster(current.physicalId())
                    .build());
        }
        EcsTags.change(arn(current), current, desired, cloud.ecs());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.ecs().deleteCluster(request -> request.cluster(resource.physicalId()));
    }

    private static String arn(Existing resource) {
        return resource.place().arn("ecs", "cluster/" + resource.physicalId());
    }
}
