package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import companion.practice.fabric.Trust;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codedeploy.model.AutoRollbackConfiguration;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentOption;
import software.amazon.awssdk.services.codedeploy.model.DeploymentReadyAction;
import software.amazon.awssdk.services.codedeploy.model.DeploymentType;
import software.amazon.awssdk.services.codedeploy.model.ECSService;
import software.amazon.awssdk.services.codedeploy.model.EcsServiceMappingLimitExceededException;
import software.amazon.awssdk.services.codedeploy.model.InvalidAutoRollbackConfigException;
import software.amazon.awssdk.services.codedeploy.model.InvalidBlueGreenDeploymentConfigurationException;
import software.amazon.awssdk.services.codedeploy.model.InvalidDeploymentStyleException;
import software.amazon.awssdk.services.codedeploy.model.InvalidEcsServiceException;
import software.amazon.awssdk.services.codedeploy.model.InvalidInputException;
import software.amazon.awssdk.services.codedeploy.model.InvalidLoadBalancerInfoException;
import software.amazon.awssdk.services.codedeploy.model.InvalidRoleException;
import software.amazon.awssdk.services.codedeploy.model.InvalidTargetGroupPairException;
import software.amazon.awssdk.services.codedeploy.model.InvalidTrafficRoutingConfigurationException;
import software.amazon.awssdk.services.codedeploy.model.RoleRequiredException;
import software.amazon.awssdk.services.codedeploy.model.TargetGroupPairInfo;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingConfig;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingType;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** What CreateDeploymentGroup and UpdateDeploymentGroup refuse for Amazon ECS. */
final class GroupRules {
    private static final int LONGEST_WAIT = 2880;

    private final DeployRegion region;
    private final Applications applications;

    GroupRules(DeployRegion region, Applications applications) {
        this.region = region;
        this.applications = applications;
    }

    void role(@Nullable String role) {
        if (role == null || role.isEmpty()) {
            throw Fault.of(RoleRequiredException.builder(), "RoleRequiredException", "Role is required.");
        }
        if (!role.startsWith("arn:") || !role.contains(":role/")) {
            throw Fault.of(InvalidRoleException.builder(), "InvalidRoleException", "Role ARN is not in a valid"
                    + " format: " + role);
        }
        if (region.assume(role) != Trust.Answer.TRUSTED) {
            throw Fault.of(InvalidRoleException.builder(), "InvalidRoleException", "Cannot assume role provided.");
        }
    }

    static void rollback(@Nullable AutoRollbackConfiguration configuration) {
        if (configuration != null
                && Boolean.TRUE.equals(configuration.enabled())
                && configuration.events().isEmpty()) {
            throw Fault.of(
                    InvalidAutoRollbackConfigException.builder(),
                    "InvalidAutoRollbackConfigException",
                    "Automatic rollback is enabled, but no events were specified.");
        }
    }

    /** @param self the group that is updated; null for a new one */
    void ecs(DeploymentGroupInfo group, TrafficRoutingConfig routing, @Nullable Group self) {
        servers(group);
        var style = group.deploymentStyle();
        if (style == null
                || style.deploymentType() != DeploymentType.BLUE_GREEN
                || style.deploymentOption() != DeploymentOption.WITH_TRAFFIC_CONTROL) {
            throw Fault.of(
                    InvalidDeploymentStyleException.builder(),
                    "InvalidDeploymentStyleException",
                    "For ECS deployment, the deployment type must be BLUE_GREEN, and deployment option must be"
                            + " WITH_TRAFFIC_CONTROL.");
        }
        blueGreen(group);
        var pair = loadBalancers(group);
        service(group, self);
        routes(pair);
        gradual(pair, routing);
    }

    /** Only the listeners of an Application Load Balancer can shift traffic gradually. */
    void gradual(TargetGroupPairInfo pair, TrafficRoutingConfig routing) {
        if (routing.type() != TrafficRoutingType.ALL_AT_ONCE && isNetwork(Routes.production(pair))) {
            throw Fault.of(
                    InvalidTrafficRoutingConfigurationException.builder(),
                    "InvalidTrafficRoutingConfigurationException",
                    "Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you"
                            + " create/update Deployment group.");
        }
    }

    private void routes(TargetGroupPairInfo pair) {
        for (var group : pair.targetGroups()) {
            try {
                region.services().elb().describeTargetGroups(r -> r.names(group.name()));
            } catch (ElasticLoadBalancingV2Exception e) {
                throw pairFault("Target group " + group.name() + " could not be found.");
            }
        }
        listener(Routes.production(pair));
        var test = Routes.test(pair);
        if (test != null) {
            listener(test);
        }
    }

    private static void servers(DeploymentGroupInfo group) {
        var misplaced = group.hasAutoScalingGroups() && !group.autoScalingGroups().isEmpty()
                ? "autoScalingGroups"
                : group.hasEc2TagFilters() && !group.ec2TagFilters().isEmpty()
                        ? "ec2TagFilters"
                        : group.hasOnPremisesInstanceTagFilters() && !group.onPremisesInstanceTagFilters().isEmpty()
                                ? "onPremisesInstanceTagFilters"
                                : null;
        if (misplaced != null) {
            throw Fault.of(
                    InvalidInputException.builder(),
                    "InvalidInputException",
                    "For ECS deployment group, " + misplaced + " can not be specified");
        }
    }

    private static void blueGreen(DeploymentGroupInfo group) {
        var configuration = group.blueGreenDeploymentConfiguration();
        if (configuration == null) {
            throw blueGreenFault("For ECS deployment group, blueGreenDeploymentConfiguration must be specified");
        }
        if (configuration.greenFleetProvisioningOption() != null) {
            throw blueGreenFault("For ECS deployment group, greenFleetProvisioningOption can not be specified");
        }
        var termination = configuration.terminateBlueInstancesOnDeploymentSuccess();
        if (termination == null || termination.action() == null) {
            throw blueGreenFault(
                    "For ECS deployment group, terminateBlueInstancesOnDeploymentSuccess must be specified");
        }
        wait(termination.terminationWaitTimeInMinutes(), "terminationWaitTimeInMinutes");
        var ready = configuration.deploymentReadyOption();
        if (ready == null || ready.actionOnTimeout() == null) {
            throw blueGreenFault("For ECS deployment group, deploymentReadyOption must be specified");
        }
        wait(ready.waitTimeInMinutes(), "waitTimeInMinutes");
        boolean waits = ready.waitTimeInMinutes() != null && ready.waitTimeInMinutes() > 0;
        if (waits != (ready.actionOnTimeout() == DeploymentReadyAction.STOP_DEPLOYMENT)) {
            throw blueGreenFault("waitTimeInMinutes must be specified for actionOnTimeout STOP_DEPLOYMENT, and only"
                    + " for it");
        }
    }

    private static void wait(@Nullable Integer minutes, String name) {
        if (minutes != null && (minutes < 0 || minutes > LONGEST_WAIT)) {
            throw blueGreenFault(name + " must be between 0 and " + LONGEST_WAIT);
        }
    }

    private static TargetGroupPairInfo loadBalancers(DeploymentGroupInfo group) {
        var info = group.loadBalancerInfo();
        if (info == null) {
            throw balancerFault("For ECS deployment group, loadBalancerInfo must be specified");
        }
        if (!info.elbInfoList().isEmpty()) {
            throw balancerFault("For ECS deployment group, loadBalancerInfo must not contain elbInfo list");
        }
        if (!info.targetGroupInfoList().isEmpty()) {
            throw balancerFault("For ECS deployment group, loadBalancerInfo must not contain targetGroupInfo list");
        }
        if (info.targetGroupPairInfoList().size() != 1) {
            throw pairFault("For ECS deployment group, exactly one target group pair must be specified");
        }
        var pair = info.targetGroupPairInfoList().getFirst();
        var names = pair.targetGroups().stream().map(g -> g.name()).distinct().toList();
        if (pair.targetGroups().size() != 2 || names.size() != 2 || names.contains(null)) {
            throw pairFault("A target group pair must contain exactly two different target groups");
        }
        if (pair.prodTrafficRoute() == null || pair.prodTrafficRoute().listenerArns().size() != 1) {
            throw pairFault("A target group pair must contain exactly one production listener");
        }
        if (pair.testTrafficRoute() != null
                && pair.testTrafficRoute().listenerArns().equals(pair.prodTrafficRoute().listenerArns())) {
            throw pairFault("The production and test listeners of a target group pair must be different");
        }
        return pair;
    }

    private void service(DeploymentGroupInfo group, @Nullable Group self) {
        if (group.ecsServices().size() != 1) {
            throw serviceFault("For ECS deployment group, exactly one ECS service must be specified");
        }
        var wanted = group.ecsServices().getFirst();
        var found = load(wanted);
        if (found.deploymentController().type() != DeploymentControllerType.CODE_DEPLOY) {
            throw serviceFault(
                    "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller.");
        }
        for (var application : applications.all()) {
            for (var other : application.groups.values()) {
                if (other != self && application.isEcs() && other.service().equals(wanted)) {
                    throw Fault.of(
                            EcsServiceMappingLimitExceededException.builder(),
                            "ECSServiceMappingLimitExceededException",
                            "The Amazon ECS service is associated with more than one deployment groups. An Amazon ECS"
                                    + " service can be associated with only one deployment group.");
                }
            }
        }
    }

    private Service load(ECSService wanted) {
        var cause = "Service not found.";
        try {
            var services = region.services()
                    .ecs()
                    .describeServices(r -> r.cluster(wanted.clusterName()).services(wanted.serviceName()))
                    .services();
            if (!services.isEmpty() && "ACTIVE".equals(services.getFirst().status())) {
                return services.getFirst();
            }
        } catch (EcsException e) {
            cause = e.awsErrorDetails() == null ? cause : e.awsErrorDetails().errorMessage();
        }
        throw serviceFault("Could not load ECS service information for cluster: " + wanted.clusterName() + ", service: "
                + wanted.serviceName() + ". Cause: " + cause);
    }

    private void listener(String arn) {
        try {
            region.services().elb().describeListeners(r -> r.listenerArns(arn));
        } catch (ElasticLoadBalancingV2Exception e) {
            throw balancerFault("Listener " + arn + " could not be found.");
        }
    }

    /** A listener that is gone is no network load balancer's; its deployment fails later, as it does on AWS. */
    private boolean isNetwork(String arn) {
        var elb = region.services().elb();
        try {
            var listener = elb.describeListeners(r -> r.listenerArns(arn)).listeners().getFirst();
            return elb
                    .describeLoadBalancers(r -> r.loadBalancerArns(listener.loadBalancerArn()))
                    .loadBalancers()
                    .stream()
                    .anyMatch(b -> b.type() == LoadBalancerTypeEnum.NETWORK);
        } catch (ElasticLoadBalancingV2Exception e) {
            return false;
        }
    }

    private static AwsServiceException pairFault(String message) {
        return Fault.of(InvalidTargetGroupPairException.builder(), "InvalidTargetGroupPairException", message);
    }

    private static AwsServiceException balancerFault(String message) {
        return Fault.of(InvalidLoadBalancerInfoException.builder(), "InvalidLoadBalancerInfoException", message);
    }

    private static AwsServiceException serviceFault(String message) {
        return Fault.of(InvalidEcsServiceException.builder(), "InvalidECSServiceException", message);
    }

    private static AwsServiceException blueGreenFault(String message) {
        return Fault.of(
                InvalidBlueGreenDeploymentConfigurationException.builder(),
                "InvalidBlueGreenDeploymentConfigurationException",
                message);
    }
}
