package companion.practice.ecs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** What CreateService, UpdateService, CreateTaskSet and RunTask refuse, in ECS's words. */
final class ServiceRules {
    private final Targets targets;
    private final NetworkInterfaces network;

    ServiceRules(Targets targets, NetworkInterfaces network) {
        this.targets = targets;
        this.network = network;
    }

    /** The practice cloud has Fargate only, as a launch type or through its capacity providers. */
    void launch(
            ClusterState cluster,
            @Nullable LaunchType type,
            List<CapacityProviderStrategyItem> strategy,
            TaskDefinition definition) {
        if (type != null && !strategy.isEmpty()) {
            throw EcsFaults.invalid("Specifying both a launch type and capacity provider strategy is not supported."
                    + " Remove one and try again.");
        }
        for (var item : strategy) {
            if (!cluster.spec.capacityProviders().contains(item.capacityProvider())) {
                throw EcsFaults.invalid("The specified capacity provider strategy cannot contain a capacity provider"
                        + " that is"
                        + " not associated with the cluster. Associate the capacity provider with the cluster and try"
                        + " again.");
            }
        }
        if (type == LaunchType.EXTERNAL || (strategy.isEmpty() && type != LaunchType.FARGATE)) {
            throw EcsFaults.invalid("No Container Instances were found in your cluster.");
        }
        if (!definition.compatibilities().contains(Compatibility.FARGATE)) {
            throw EcsFaults.invalid("Task definition does not support launch_type FARGATE.");
        }
    }

    void network(@Nullable NetworkConfiguration configuration) {
        if (configuration == null || configuration.awsvpcConfiguration() == null) {
            throw EcsFaults.invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        }
        var awsvpc = configuration.awsvpcConfiguration();
        if (awsvpc.subnets().isEmpty()) {
            throw EcsFaults.invalid("subnets can not be empty.");
        }
        network.check(awsvpc);
    }

    /** @param behindListener whether a target group without a load balancer is refused */
    void loadBalancers(List<LoadBalancer> balancers, TaskDefinition definition, boolean behindListener) {
        for (var balancer : balancers) {
            if (balancer.targetGroupArn() == null) {
                throw EcsFaults.invalid("Classic load balancers are not supported with the awsvpc network mode."
                        + " Specify a targetGroupArn.");
            }
            container(balancer, definition);
            var arn = balancer.targetGroupArn();
            var group = targets.group(arn);
            if (group == null) {
                throw EcsFaults.invalid("The specified target group does not exist. targetGroupArn: " + arn);
            }
            if (group.targetType() != null && group.targetType() != TargetTypeEnum.IP) {
                throw EcsFaults.invalid("The provided target group " + arn + " has target type "
                        + group.targetTypeAsString() + ", which is incompatible with the awsvpc network mode specified in"
                        + " the task definition.");
            }
            if (behindListener && group.loadBalancerArns().isEmpty()) {
                throw EcsFaults.invalid("The target group with targetGroupArn " + arn
                        + " does not have an associated load balancer.");
            }
        }
    }

    static void deployment(@Nullable DeploymentConfiguration configuration) {
        if (configuration == null) {
            return;
        }
        Integer most = configuration.maximumPercent();
        Integer least = configuration.minimumHealthyPercent();
        if (most != null && most < 100) {
            throw EcsFaults.invalid("maximumPercent must be at least 100.");
        }
        if (most != null && least != null && most <= 100 && least >= 100) {
            throw EcsFaults.invalid(
                    "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.");
        }
    }

    private static void container(LoadBalancer balancer, TaskDefinition definition) {
        var container = definition.containerDefinitions().stream()
                .filter(c -> c.name().equals(balancer.containerName()))
                .findFirst()
                .orElseThrow(() -> EcsFaults.invalid(
                        "The container " + balancer.containerName() + " does not exist in the task definition."));
        if (container.portMappings().stream().noneMatch(p -> p.containerPort().equals(balancer.containerPort()))) {
            throw EcsFaults.invalid("The container " + balancer.containerName() + " did not have a container port "
                    + balancer.containerPort() + " defined.");
        }
    }
}
