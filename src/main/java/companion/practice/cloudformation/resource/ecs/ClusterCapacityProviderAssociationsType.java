package companion.practice.cloudformation.resource.ecs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;

/** {@code AWS::ECS::ClusterCapacityProviderAssociations}: Ref is the cluster. */
public final class ClusterCapacityProviderAssociationsType extends ResourceType {

    public ClusterCapacityProviderAssociationsType() {
        super(
                "AWS::ECS::ClusterCapacityProviderAssociations",
                "Cluster*! CapacityProviders* DefaultCapacityProviderStrategy*",
                "",
                Pace.seconds(5, 10));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        put(desired.properties(), cloud);
        return desired.properties().required("Cluster");
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        put(desired.properties(), cloud);
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.ecs().putClusterCapacityProviders(request -> request.cluster(resource.physicalId())
                .capacityProviders(List.of())
                .defaultCapacityProviderStrategy(List.<CapacityProviderStrategyItem>of()));
    }

    /** ECS wants both lists, also when they are to become empty. */
    static Properties orNone(Properties properties) {
        var complete = properties;
        for (var name : List.of("CapacityProviders", "DefaultCapacityProviderStrategy")) {
            if (!complete.has(name)) {
                complete = complete.with(name, JsonNodeFactory.instance.arrayNode());
            }
        }
        return complete;
    }

    private static void put(Properties properties, Services cloud) {
        cloud.ecs().putClusterCapacityProviders(
                orNone(properties).fill(PutClusterCapacityProvidersRequest.builder()).build());
    }
}
