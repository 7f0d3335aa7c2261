package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentConfigRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentConfigResponse;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentConfigRequest;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentConfigResponse;
import software.amazon.awssdk.services.codedeploy.model.DeploymentConfigAlreadyExistsException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentConfigDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentConfigInUseException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentConfigInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentConfigNameRequiredException;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentConfigRequest;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentConfigResponse;
import software.amazon.awssdk.services.codedeploy.model.InvalidDeploymentConfigNameException;
import software.amazon.awssdk.services.codedeploy.model.InvalidMinimumHealthyHostValueException;
import software.amazon.awssdk.services.codedeploy.model.InvalidOperationException;
import software.amazon.awssdk.services.codedeploy.model.InvalidTrafficRoutingConfigurationException;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentConfigsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentConfigsResponse;
import software.amazon.awssdk.services.codedeploy.model.MinimumHealthyHostsType;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingConfig;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingType;

/** Deployment configurations: AWS's own, and those made here. */
final class Configurations {
    static final String ALL_AT_ONCE = "CodeDeployDefault.ECSAllAtOnce";
    private static final String PREFIX = "CodeDeployDefault.";

    private final DeployRegion region;
    private final Applications applications;
    private final Map<String, DeploymentConfigInfo> byName = new LinkedHashMap<>();

    Configurations(DeployRegion region, Applications applications) {
        this.region = region;
        this.applications = applications;
        servers("OneAtATime", MinimumHealthyHostsType.FLEET_PERCENT, 99);
        servers("HalfAtATime", MinimumHealthyHostsType.FLEET_PERCENT, 50);
        servers("AllAtOnce", MinimumHealthyHostsType.HOST_COUNT, 0);
        for (var platform : List.of(ComputePlatform.LAMBDA, ComputePlatform.ECS)) {
            shifts(platform);
        }
    }

    DeploymentConfigInfo find(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw Fault.of(
                    DeploymentConfigNameRequiredException.builder(),
                    "DeploymentConfigNameRequiredException",
                    "Deployment Configuration name is required.");
        }
        var found = byName.get(name);
        if (found == null) {
            throw Fault.of(
                    DeploymentConfigDoesNotExistException.builder(),
                    "DeploymentConfigDoesNotExistException",
                    "No Deployment Configuration found for name: " + name);
        }
        return found;
    }

    /** A configuration for a deployment or group of a platform. */
    DeploymentConfigInfo find(String name, ComputePlatform platform) {
        var found = find(name);
        if (found.computePlatform() != platform) {
            throw Fault.of(
                    InvalidDeploymentConfigNameException.builder(),
                    "InvalidDeploymentConfigNameException",
                    "For " + platform + " deployment group, deploymentConfigName must be for the " + platform
                            + " compute platform: " + name);
        }
        return found;
    }

    GetDeploymentConfigResponse get(GetDeploymentConfigRequest request) {
        return GetDeploymentConfigResponse.builder()
                .deploymentConfigInfo(find(request.deploymentConfigName()))
                .build();
    }

    ListDeploymentConfigsResponse list(ListDeploymentConfigsRequest request) {
        var page = Page.of(List.copyOf(byName.keySet()), request.nextToken());
        return ListDeploymentConfigsResponse.builder()
                .deploymentConfigsList(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    CreateDeploymentConfigResponse create(CreateDeploymentConfigRequest request) {
        var name = request.deploymentConfigName();
        if (name == null || !Names.valid(name) || name.startsWith(PREFIX)) {
            throw Fault.of(
                    InvalidDeploymentConfigNameException.builder(),
                    "InvalidDeploymentConfigNameException",
                    "Deployment Configuration name " + name + " is not in a valid format.");
        }
        var platform = request.computePlatform() == null ? ComputePlatform.SERVER : request.computePlatform();
        if (platform == ComputePlatform.SERVER) {
            if (request.minimumHealthyHosts() == null || request.minimumHealthyHosts().value() == null) {
                throw Fault.of(
                        InvalidMinimumHealthyHostValueException.builder(),
                        "InvalidMinimumHealthyHostValueException",
                        "The minimum healthy instance value was specified in an invalid format.");
            }
        } else {
            check(request.trafficRoutingConfig());
        }
        if (byName.containsKey(name)) {
            throw Fault.of(
                    DeploymentConfigAlreadyExistsException.builder(),
                    "DeploymentConfigAlreadyExistsException",
                    "Deployment Configuration already exists: " + name);
        }
        var id = region.world().ids().uuid();
        byName.put(
                name,
                DeploymentConfigInfo.builder()
                        .deploymentConfigId(id)
                        .deploymentConfigName(name)
                        .createTime(region.world().now())
                        .computePlatform(platform)
                        .minimumHealthyHosts(request.minimumHealthyHosts())
                        .trafficRoutingConfig(request.trafficRoutingConfig())
                        .zonalConfig(request.zonalConfig())
                        .build());
        return CreateDeploymentConfigResponse.builder().deploymentConfigId(id).build();
    }

    DeleteDeploymentConfigResponse delete(DeleteDeploymentConfigRequest request) {
        var name = find(request.deploymentConfigName()).deploymentConfigName();
        if (name.startsWith(PREFIX)) {
            throw Fault.of(
                    InvalidOperationException.builder(),
                    "InvalidOperationException",
                    "Cannot delete predefined deployment configurations");
        }
        for (var application : applications.all()) {
            for (var group : application.groups.values()) {
                if (name.equals(group.spec.deploymentConfigName())) {
                    throw Fault.of(
                            DeploymentConfigInUseException.builder(),
                            "DeploymentConfigInUseException",
                            "The deployment configuration is still in use.");
                }
            }
        }
        byName.remove(name);
        return DeleteDeploymentConfigResponse.builder().build();
    }

    private static void check(@Nullable TrafficRoutingConfig routing) {
        boolean fits = routing != null
                && switch (routing.type()) {
                    case ALL_AT_ONCE -> true;
                    case TIME_BASED_CANARY -> routing.timeBasedCanary() != null
                            && share(routing.timeBasedCanary().canaryPercentage())
                            && minutes(routing.timeBasedCanary().canaryInterval());
                    case TIME_BASED_LINEAR -> routing.timeBasedLinear() != null
                            && share(routing.timeBasedLinear().linearPercentage())
                            && minutes(routing.timeBasedLinear().linearInterval());
                    case null, default -> false;
                };
        if (!fits) {
            throw Fault.of(
                    InvalidTrafficRoutingConfigurationException.builder(),
                    "InvalidTrafficRoutingConfigurationException",
                    "The configuration that specifies how traffic is routed during a deployment is invalid.");
        }
    }

    private static boolean share(@Nullable Integer percent) {
        return percent != null && percent > 0 && percent < 100;
    }

    private static boolean minutes(@Nullable Integer interval) {
        return interval != null && interval > 0 && interval <= 2880;
    }

    private void servers(String name, MinimumHealthyHostsType type, int value) {
        add(
                ComputePlatform.SERVER,
                name,
                DeploymentConfigInfo.builder().minimumHealthyHosts(h -> h.type(type).value(value)));
    }

    private void shifts(ComputePlatform platform) {
        var name = platform == ComputePlatform.ECS ? "ECS" : "Lambda";
        add(platform, name + "AllAtOnce", routing(r -> r.type(TrafficRoutingType.ALL_AT_ONCE)));
        for (int minutes : platform == ComputePlatform.ECS ? new int[] {5, 15} : new int[] {5, 10, 15, 30}) {
            add(platform, name + "Canary10Percent" + minutes + "Minutes", routing(r -> r.type(
                            TrafficRoutingType.TIME_BASED_CANARY)
                    .timeBasedCanary(c -> c.canaryPercentage(10).canaryInterval(minutes))));
        }
        for (int minutes : platform == ComputePlatform.ECS ? new int[] {1, 3} : new int[] {1, 2, 3, 10}) {
            var every = minutes == 1 && platform == ComputePlatform.LAMBDA ? "Minute" : "Minutes";
            add(platform, name + "Linear10PercentEvery" + minutes + every, routing(r -> r.type(
                            TrafficRoutingType.TIME_BASED_LINEAR)
                    .timeBasedLinear(l -> l.linearPercentage(10).linearInterval(minutes))));
        }
    }

    private static DeploymentConfigInfo.Builder routing(
            Consumer<TrafficRoutingConfig.Builder> configuration) {
        return DeploymentConfigInfo.builder().trafficRoutingConfig(configuration);
    }

    private void add(ComputePlatform platform, String name, DeploymentConfigInfo.Builder configuration) {
        byName.put(
                PREFIX + name,
                configuration
                        .deploymentConfigId("00000000-0000-0000-0000-" + String.format("%012d", byName.size() + 1))
                        .deploymentConfigName(PREFIX + name)
                        .createTime(Instant.EPOCH)
                        .computePlatform(platform)
                        .build());
    }
}
