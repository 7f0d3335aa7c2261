package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codedeploy.model.InvalidRevisionException;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;

/**
 * An AppSpec file for Amazon ECS, in YAML or JSON (AWS: "AppSpec file structure for Amazon ECS deployments"). What it
 * leaves out is taken from the task set that is being replaced.
 *
 * @param taskDefinition an ARN, or family:revision
 * @param hooks lifecycle event to Lambda function
 */
record AppSpec(
        String taskDefinition,
        String containerName,
        int containerPort,
        @Nullable String platformVersion,
        @Nullable NetworkConfiguration network,
        List<CapacityProviderStrategyItem> strategy,
        Map<String, String> hooks) {

    private static final Set<String> HOOKS = Set.of(
            "BeforeInstall",
            "AfterInstall",
            "AfterAllowTestTraffic",
            "BeforeAllowTraffic",
            "AfterAllowTraffic");

    /**
     * Reads an AppSpec file.
     *
     * @throws InvalidRevisionException if it is none for Amazon ECS, with a sentence that says what is wrong
     */
    static AppSpec parse(String content) {
        Object document;
        try {
            document = new Load(LoadSettings.builder().build()).loadFromString(content);
        } catch (YamlEngineException e) {
            throw fault("The AppSpec file is neither valid YAML nor valid JSON: " + e.getMessage());
        }
        if (!(document instanceof Map<?, ?> root)) {
            throw fault("The AppSpec file must contain version and Resources");
        }
        if (!"0.0".equals(String.valueOf(member(root, "version")))) {
            throw fault("The AppSpec file must have version 0.0");
        }
        var properties = properties(root);
        var balancer = map(member(properties, "LoadBalancerInfo"));
        var taskDefinition = text(member(properties, "TaskDefinition"));
        var containerName = text(member(balancer, "ContainerName"));
        var containerPort = text(member(balancer, "ContainerPort"));
        if (taskDefinition == null
                || containerName == null
                || containerPort == null
                || !containerPort.matches("\\d{1,5}")) {
            throw fault("The AppSpec file must contain TaskDefinition, LoadBalancerInfo.ContainerName and"
                    + " LoadBalancerInfo.ContainerPort");
        }
        return new AppSpec(
                taskDefinition,
                containerName,
                Integer.parseInt(containerPort),
                text(member(properties, "PlatformVersion")),
                network(map(member(map(member(properties, "NetworkConfiguration")), "AwsvpcConfiguration"))),
                strategy(member(properties, "CapacityProviderStrategy")),
                hooks(member(root, "Hooks")));
    }

    private static Map<?, ?> properties(Map<?, ?> root) {
        if (!(member(root, "Resources") instanceof List<?> resources) || resources.size() != 1) {
            throw fault("The AppSpec file must contain exactly one resource");
        }
        var target = map(map(resources.getFirst()).values().stream().findFirst().orElse(null));
        if (!"AWS::ECS::Service".equals(member(target, "Type"))) {
            throw fault("The resource of the AppSpec file must be of type AWS::ECS::Service");
        }
        return map(member(target, "Properties"));
    }

    private static @Nullable NetworkConfiguration network(Map<?, ?> awsvpc) {
        if (awsvpc.isEmpty()) {
            return null;
        }
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(v -> v.subnets(texts(member(awsvpc, "Subnets")))
                        .securityGroups(texts(member(awsvpc, "SecurityGroups")))
                        .assignPublicIp(text(member(awsvpc, "AssignPublicIp"))))
                .build();
    }

    private static List<CapacityProviderStrategyItem> strategy(@Nullable Object items) {
        if (!(items instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(AppSpec::map)
                .map(i -> CapacityProviderStrategyItem.builder()
                        .capacityProvider(text(member(i, "CapacityProvider")))
                        .base(number(member(i, "Base")))
                        .weight(number(member(i, "Weight")))
                        .build())
                .toList();
    }

    private static Map<String, String> hooks(@Nullable Object items) {
        var hooks = new LinkedHashMap<String, String>();
        if (items instanceof List<?> list) {
            for (var item : list) {
                map(item).forEach((event, function) -> {
                    if (!HOOKS.contains(String.valueOf(event))) {
                        throw fault("The AppSpec file contains an unknown lifecycle event hook: " + event);
                    }
                    hooks.put(String.valueOf(event), String.valueOf(function));
                });
            }
        }
        return hooks;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
    }

    /** Member names differ in case between the YAML and the JSON forms in use. */
    private static @Nullable Object member(Map<?, ?> map, String name) {
        for (var entry : map.entrySet()) {
            if (name.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number number ? (Integer) number.intValue() : null;
    }

    static AwsServiceException fault(String message) {
        return Fault.of(InvalidRevisionException.builder(), "InvalidRevisionException", message);
    }
}
