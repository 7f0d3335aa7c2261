package companion.practice.ecs;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStatus;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;

/** The two capacity providers of Fargate, which every account has; the practice cloud has no EC2 instances to offer. */
final class CapacityProviders {
    static final List<String> FARGATE = List.of("FARGATE", "FARGATE_SPOT");

    private CapacityProviders() {}

    static void check(List<String> providers, List<CapacityProviderStrategyItem> strategy) {
        for (var provider : providers) {
            if (!FARGATE.contains(Names.last(provider))) {
                throw EcsFaults.invalid("The specified capacity provider '" + provider + "' was not found. Specify a"
                        + " valid name or ARN and try again.");
            }
        }
        for (var item : strategy) {
            if (!providers.contains(item.capacityProvider())) {
                throw EcsFaults.invalid("The specified capacity provider strategy cannot contain a capacity provider"
                        + " that is"
                        + " not associated with the cluster. Associate the capacity provider with the cluster and try"
                        + " again.");
            }
        }
    }

    static DescribeCapacityProvidersResponse describe(EcsRegion region, DescribeCapacityProvidersRequest request) {
        var found = new ArrayList<CapacityProvider>();
        var failures = new ArrayList<Failure>();
        for (var asked : request.capacityProviders().isEmpty() ? FARGATE : request.capacityProviders()) {
            var name = Names.last(asked);
            var arn = region.arn("capacity-provider/" + name);
            if (FARGATE.contains(name)) {
                found.add(CapacityProvider.builder()
                        .capacityProviderArn(arn)
                        .name(name)
                        .status(CapacityProviderStatus.ACTIVE)
                        .build());
            } else {
                failures.add(Clusters.missing(arn));
            }
        }
        return DescribeCapacityProvidersResponse.builder().capacityProviders(found).failures(failures).build();
    }
}
