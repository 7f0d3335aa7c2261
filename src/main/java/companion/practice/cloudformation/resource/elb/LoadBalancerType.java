package companion.practice.cloudformation.resource.elb;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Progress;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;

/** {@code AWS::ElasticLoadBalancingV2::LoadBalancer}: Ref is the ARN; ready when it is active. */
public final class LoadBalancerType extends ResourceType {
    private static final String ATTRIBUTES = "LoadBalancerAttributes";

    public LoadBalancerType() {
        super(
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                "Name! Scheme! Type! Subnets SubnetMappings SecurityGroups IpAddressType LoadBalancerAttributes Tags"
                        + " EnablePrefixForIpv6SourceNat~ EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic~"
                        + " Ipv4IpamPoolId~ MinimumLoadBalancerCapacity~",
                "LoadBalancerArn DNSName CanonicalHostedZoneID LoadBalancerName LoadBalancerFullName SecurityGroups",
                Pace.seconds(5, 7).polling(10, Duration.ofMinutes(30)).deleting(3));
    }

    @Override
    public @Nullable String takenName(Desired desired, Services cloud) {
        return takenIf(desired.properties().text("Name"), name -> cloud.elb()
                .describeLoadBalancers(request -> request.names(name))
                .hasLoadBalancers());
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties()
                .without(ATTRIBUTES)
                .withTags(desired.tags())
                .fill(CreateLoadBalancerRequest.builder());
        if (!desired.properties().has("Name")) {
            request.name(desired.shortName());
        }
        return cloud.elb().createLoadBalancer(request.build()).loadBalancers().getFirst().loadBalancerArn();
    }

    @Override
    public void configure(String arn, Desired desired, Services cloud) {
        setAttributes(arn, desired.properties(), cloud);
    }

    @Override
    public Progress ready(Existing resource, Services cloud) {
        var state = loadBalancer(resource, cloud).state();
        return switch (state.codeAsString()) {
            case "active", "active_impaired" -> Progress.DONE;
            case "failed" -> new Progress.Failed(state.reason());
            default -> Progress.WAITING;
        };
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        var arn = resource.physicalId();
        return switch (attribute) {
            case "LoadBalancerArn" -> text(arn);
            case "LoadBalancerFullName" -> text(arn.substring(arn.indexOf(":loadbalancer/") + 14));
            case "LoadBalancerName" -> text(loadBalancer(resource, cloud).loadBalancerName());
            case "DNSName" -> text(loadBalancer(resource, cloud).dnsName());
            case "CanonicalHostedZoneID" -> text(loadBalancer(resource, cloud).canonicalHostedZoneId());
            case "SecurityGroups" -> list(loadBalancer(resource, cloud).securityGroups());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var arn = current.physicalId();
        var properties = desired.properties();
        var changed = changed(current.properties(), properties);
        if (changed.contains("Subnets") || changed.contains("SubnetMappings")) {
            cloud.elb().setSubnets(properties.only("Subnets", "SubnetMappings")
                    .fill(SetSubnetsRequest.builder())
                    .loadBalancerArn(arn)
                    .build());
        }
        if (changed.contains("SecurityGroups")) {
            List<String> groups = properties.texts("SecurityGroups");
            cloud.elb().setSecurityGroups(request -> request.loadBalancerArn(arn).securityGroups(groups));
        }
        if (changed.contains("IpAddressType")) {
            cloud.elb().setIpAddressType(request -> request.loadBalancerArn(arn)
                    .ipAddressType(properties.text("IpAddressType", "ipv4")));
        }
        if (changed.contains(ATTRIBUTES)) {
            setAttributes(arn, properties, cloud);
        }
        ElbTags.change(current, desired, cloud.elb());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.elb().deleteLoadBalancer(request -> request.loadBalancerArn(resource.physicalId()));
    }

    @Override
    public Progress gone(Existing resource, Services cloud) {
        try {
            loadBalancer(resource, cloud);
            return Progress.WAITING;
        } catch (LoadBalancerNotFoundException deleted) {
            return Progress.DONE;
        }
    }

    private static void setAttributes(String arn, Properties properties, Services cloud) {
        if (properties.has(ATTRIBUTES)) {
            cloud.elb().modifyLoadBalancerAttributes(properties.only(ATTRIBUTES)
                    .renamed(ATTRIBUTES, "Attributes")
                    .fill(ModifyLoadBalancerAttributesRequest.builder())
                    .loadBalancerArn(arn)
                    .build());
        }
    }

    private static LoadBalancer loadBalancer(Existing resource, Services cloud) {
        return cloud.elb()
                .describeLoadBalancers(request -> request.loadBalancerArns(resource.physicalId()))
                .loadBalancers()
                .getFirst();
    }
}
