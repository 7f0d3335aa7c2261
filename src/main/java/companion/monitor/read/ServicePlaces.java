package companion.monitor.read;

import companion.aws.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;

/** Finds the service behind a deploy action. A deployment group is asked once. Used by one thread at a time. */
final class ServicePlaces {
    static final String BLUE_GREEN = "CodeDeployToECS";
    static final String ROLLING = "ECS";

    private final Connection connection;
    private final Map<List<String>, Optional<ServicePlace>> groups = new HashMap<>();

    ServicePlaces(Connection connection) {
        this.connection = connection;
    }

    /** @return null if the action deploys to no service of ECS */
    @Nullable ServicePlace find(String provider, Map<String, String> configuration) {
        return switch (provider) {
            case BLUE_GREEN -> group(configuration.get("ApplicationName"), configuration.get("DeploymentGroupName"));
            case ROLLING -> service(configuration.get("ClusterName"), configuration.get("ServiceName"));
            default -> null;
        };
    }

    /** Forgets the deployment groups: those of the same names may have been made anew. */
    void forget() {
        groups.clear();
    }

    private static @Nullable ServicePlace service(@Nullable String cluster, @Nullable String service) {
        return cluster == null || service == null ? null : new ServicePlace(cluster, service, List.of());
    }

    private @Nullable ServicePlace group(@Nullable String application, @Nullable String name) {
        if (application == null || name == null) {
            return null;
        }
        var key = List.of(application, name);
        var known = groups.get(key);
        if (known == null) {
            var info = connection.codeDeploy()
                    .getDeploymentGroup(request -> request.applicationName(application).deploymentGroupName(name))
                    .deploymentGroupInfo();
            known = info.ecsServices().stream()
                    .findFirst()
                    .map(service -> new ServicePlace(service.clusterName(), service.serviceName(), listeners(info)));
            groups.put(key, known);
        }
        return known.orElse(null);
    }

    private static List<String> listeners(DeploymentGroupInfo info) {
        return info.loadBalancerInfo() == null
                ? List.of()
                : info.loadBalancerInfo().targetGroupPairInfoList().stream()
                        .filter(pair -> pair.prodTrafficRoute() != null)
                        .flatMap(pair -> pair.prodTrafficRoute().listenerArns().stream())
                        .toList();
    }
}
