package companion.practice.ecs;

import companion.practice.fabric.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ClusterContainsServicesException;
import software.amazon.awssdk.services.ecs.model.ClusterContainsTasksException;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.CreateClusterResponse;
import software.amazon.awssdk.services.ecs.model.DeleteClusterRequest;
import software.amazon.awssdk.services.ecs.model.DeleteClusterResponse;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersResponse;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterResponse;
import software.amazon.awssdk.services.ecs.model.UpdateClusterSettingsRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterSettingsResponse;

/** The clusters of the region. A deleted one stays describable as INACTIVE, as on AWS. */
final class Clusters {
    private final EcsRegion region;
    private final ServiceLinkedRole role;
    private final Map<String, ClusterState> byName = new LinkedHashMap<>();

    Clusters(EcsRegion region, ServiceLinkedRole role) {
        this.region = region;
        this.role = role;
    }

    /**
     * The active cluster of that name.
     *
     * @param nameOrArn null means {@code default}
     */
    ClusterState find(@Nullable String nameOrArn) {
        var cluster = byName.get(Names.cluster(nameOrArn));
        if (cluster == null || !cluster.isActive()) {
            throw EcsFaults.clusterNotFound();
        }
        return cluster;
    }

    @Nullable ClusterState peek(@Nullable String nameOrArn) {
        return byName.get(Names.cluster(nameOrArn));
    }

    CreateClusterResponse create(CreateClusterRequest request) {
        var name = Names.cluster(request.clusterName());
        if (!Names.valid(name)) {
            throw EcsFaults.invalid("Invalid cluster name: " + name);
        }
        CapacityProviders.check(request.capacityProviders(), request.defaultCapacityProviderStrategy());
        var existing = byName.get(name);
        if (existing != null && existing.isActive()) {
            return CreateClusterResponse.builder().cluster(existing.describe()).build();
        }
        role.ensure();
        var settings = request.hasSettings()
                ? request.settings()
                : List.of(ClusterSetting.builder().name("containerInsights").value("disabled").build());
        var created = new ClusterState(Cluster.builder()
                .clusterArn(region.arn("cluster/" + name))
                .clusterName(name)
                .status("ACTIVE")
                .settings(settings)
                .configuration(request.configuration())
                .capacityProviders(request.capacityProviders())
                .defaultCapacityProviderStrategy(request.defaultCapacityProviderStrategy())
                .tags(request.tags())
                .statistics(List.of())
                .build());
        byName.put(name, created);
        return CreateClusterResponse.builder().cluster(created.describe()).build();
    }

    DescribeClustersResponse describe(DescribeClustersRequest request) {
        var found = new ArrayList<Cluster>();
        var failures = new ArrayList<Failure>();
        for (var asked : request.clusters().isEmpty() ? List.of("default") : request.clusters()) {
            var cluster = byName.get(Names.cluster(asked));
            if (cluster == null) {
                failures.add(missing(region.arn("cluster/" + Names.cluster(asked))));
            } else {
                found.add(only(cluster.describe(), request.include()));
            }
        }
        return DescribeClustersResponse.builder().clusters(found).failures(failures).build();
    }

    ListClustersResponse list(ListClustersRequest request) {
        var arns = byName.values().stream().filter(ClusterState::isActive).map(ClusterState::arn).toList();
        var page = Page.of(arns, request.nextToken(), request.maxResults(), 100);
        return ListClustersResponse.builder().clusterArns(page.items()).nextToken(page.nextToken()).build();
    }

    DeleteClusterResponse delete(DeleteClusterRequest request) {
        if (request.cluster() == null || request.cluster().isBlank()) {
            throw EcsFaults.invalid("Cluster can not be blank.");
        }
        var cluster = find(request.cluster());
        if (!cluster.openServices().isEmpty()) {
            throw Fault.of(
                    ClusterContainsServicesException.builder(),
                    "ClusterContainsServicesException",
                    "The Cluster cannot be deleted while Services are active.");
        }
        if (cluster.unfinishedTasks().findAny().isPresent()) {
            throw Fault.of(
                    ClusterContainsTasksException.builder(),
                    "ClusterContainsTasksException",
                    "The Cluster cannot be deleted while Tasks are active.");
        }
        cluster.spec = cluster.spec.toBuilder().status("INACTIVE").build();
        return DeleteClusterResponse.builder().cluster(cluster.describe()).build();
    }

    UpdateClusterResponse update(UpdateClusterRequest request) {
        var cluster = find(request.cluster());
        var changed = cluster.spec.toBuilder();
        if (request.hasSettings()) {
            changed.settings(request.settings());
        }
        if (request.configuration() != null) {
            changed.configuration(request.configuration());
        }
        cluster.spec = changed.build();
        return UpdateClusterResponse.builder().cluster(cluster.describe()).build();
    }

    UpdateClusterSettingsResponse updateSettings(UpdateClusterSettingsRequest request) {
        var cluster = find(request.cluster());
        cluster.spec = cluster.spec.toBuilder().settings(request.settings()).build();
        return UpdateClusterSettingsResponse.builder().cluster(cluster.describe()).build();
    }

    PutClusterCapacityProvidersResponse putCapacityProviders(PutClusterCapacityProvidersRequest request) {
        var cluster = find(request.cluster());
        List<CapacityProviderStrategyItem> strategy = request.defaultCapacityProviderStrategy();
        CapacityProviders.check(request.capacityProviders(), strategy);
        cluster.spec = cluster.spec.toBuilder()
                .capacityProviders(request.capacityProviders())
                .defaultCapacityProviderStrategy(strategy)
                .build();
        return PutClusterCapacityProvidersResponse.builder().cluster(cluster.describe()).build();
    }

    static Failure missing(String arn) {
        return Failure.builder().arn(arn).reason("MISSING").build();
    }

    private static Cluster only(Cluster cluster, List<ClusterField> include) {
        var shown = cluster.toBuilder();
        if (!include.contains(ClusterField.TAGS)) {
            shown.tags(List.of());
        }
        if (!include.contains(ClusterField.SETTINGS)) {
            shown.settings(List.of());
        }
        if (!include.contains(ClusterField.CONFIGURATIONS)) {
            shown.configuration((ClusterConfiguration) null);
        }
        return shown.build();
    }
}
