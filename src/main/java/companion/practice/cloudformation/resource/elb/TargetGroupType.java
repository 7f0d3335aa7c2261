package companion.practice.cloudformation.resource.elb;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** {@code AWS::ElasticLoadBalancingV2::TargetGroup}: Ref is the ARN. */
public final class TargetGroupType extends ResourceType {
    private static final String ATTRIBUTES = "TargetGroupAttributes";
    private static final String TARGETS = "Targets";

    public TargetGroupType() {
        super(
                "AWS::ElasticLoadBalancingV2::TargetGroup",
                "Name! Port! Protocol! ProtocolVersion! VpcId! TargetType! IpAddressType! HealthCheckEnabled"
                        + " HealthCheckIntervalSeconds HealthCheckPath HealthCheckPort HealthCheckProtocol"
                        + " HealthCheckTimeoutSeconds HealthyThresholdCount UnhealthyThresholdCount Matcher Targets"
                        + " TargetGroupAttributes Tags",
                "TargetGroupArn TargetGroupName TargetGroupFullName LoadBalancerArns",
                Pace.seconds(11, 14));
    }

    @Override
    public @Nullable String takenName(Desired desired, Services cloud) {
        return takenIf(desired.properties().text("Name"), name -> cloud.elb()
                .describeTargetGroups(request -> request.names(name))
                .hasTargetGroups());
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties()
                .without(ATTRIBUTES, TARGETS)
                .withTags(desired.tags())
                .fill(CreateTargetGroupRequest.builder());
        if (!desired.properties().has("Name")) {
            request.name(desired.shortName());
        }
        return cloud.elb().createTargetGroup(request.build()).targetGroups().getFirst().targetGroupArn();
    }

    @Override
    public void configure(String arn, Desired desired, Services cloud) {
        setAttributes(arn, desired.properties(), cloud);
        if (desired.properties().has(TARGETS)) {
            register(arn, desired.properties(), cloud);
        }
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        var arn = resource.physicalId();
        return switch (attribute) {
            case "TargetGroupArn" -> text(arn);
            case "TargetGroupFullName" -> text(arn.substring(arn.indexOf(":targetgroup/") + 1));
            case "TargetGroupName" -> text(targetGroup(resource, cloud).targetGroupName());
            case "LoadBalancerArns" -> list(targetGroup(resource, cloud).loadBalancerArns());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var properties = desired.properties();
        var changed = changed(current.properties(), properties);
        if (changed.stream().anyMatch(name -> name.startsWith("Health") || name.startsWith("Unhealthy"))
                || changed.contains("Matcher")) {
            cloud.elb().modifyTargetGroup(properties
                    .without("Name", "Port", "Protocol", "ProtocolVersion", "VpcId", "TargetType", "IpAddressType")
                    .without(TARGETS, ATTRIBUTES, "Tags")
                    .fill(ModifyTargetGroupRequest.builder())
                    .targetGroupArn(current.physicalId())
                    .build());
        }
        if (changed.contains(ATTRIBUTES)) {
            setAttributes(current.physicalId(), properties, cloud);
        }
        if (changed.contains(TARGETS)) {
            moveTargets(current, properties, cloud);
        }
        ElbTags.change(current, desired, cloud.elb());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.elb().deleteTargetGroup(request -> request.targetGroupArn(resource.physicalId()));
    }

    private static void moveTargets(Existing current, Properties after, Services cloud) {
        if (current.properties().has(TARGETS)) {
            cloud.elb().deregisterTargets(current.properties()
                    .only(TARGETS)
                    .fill(DeregisterTargetsRequest.builder())
                    .targetGroupArn(current.physicalId())
                    .build());
        }
        if (after.has(TARGETS)) {
            register(current.physicalId(), after, cloud);
        }
    }

    private static void register(String arn, Properties properties, Services cloud) {
        cloud.elb().registerTargets(properties.only(TARGETS)
                .fill(RegisterTargetsRequest.builder())
                .targetGroupArn(arn)
                .build());
    }

    private static void setAttributes(String arn, Properties properties, Services cloud) {
        if (properties.has(ATTRIBUTES)) {
            cloud.elb().modifyTargetGroupAttributes(properties.only(ATTRIBUTES)
                    .renamed(ATTRIBUTES, "Attributes")
                    .fill(ModifyTargetGroupAttributesRequest.builder())
                    .targetGroupArn(arn)
                    .build());
        }
    }

    private static TargetGroup targetGroup(Existing resource, Services cloud) {
        return cloud.elb()
                .describeTargetGroups(request -> request.targetGroupArns(resource.physicalId()))
                .targetGroups()
                .getFirst();
    }
}
