package companion.practice.elb;

import companion.practice.fabric.Caller;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidSecurityGroupException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetNotFoundException;

/** What load balancing asks of EC2, and the network interfaces that it keeps there, one in each subnet. */
final class Network {
    private static final String PRINCIPAL = "elasticloadbalancing.amazonaws.com";

    private final Services services;
    private final Caller service;

    Network(Services services, Place place) {
        this.services = services;
        this.service = Caller.service(
                place.globalArn("iam", "role/aws-service-role/" + PRINCIPAL + "/AWSServiceRoleForElasticLoadBalancing"),
                PRINCIPAL,
                "ElasticLoadBalancing");
    }

    private Ec2Client ec2() {
        return services.ec2();
    }

    /** The subnets in the order in which they were named. */
    List<Subnet> subnets(List<String> ids) {
        return ids.stream()
                .map(id -> {
                    try {
                        return ec2().describeSubnets(r -> r.subnetIds(id)).subnets().getFirst();
                    } catch (Ec2Exception e) {
                        throw Fault.of(
                                SubnetNotFoundException.builder(),
                                "SubnetNotFound",
                                "The subnet ID '" + id + "' does not exist");
                    }
                })
                .toList();
    }

    /** Checks groups, or gives the VPC's default group if there are none. */
    List<String> securityGroups(List<String> ids, String vpcId) {
        if (ids.isEmpty()) {
            return ec2()
                    .describeSecurityGroups(r -> r.filters(filter("vpc-id", vpcId), filter("group-name", "default")))
                    .securityGroups()
                    .stream()
                    .map(SecurityGroup::groupId)
                    .toList();
        }
        try {
            var found = ec2().describeSecurityGroups(r -> r.groupIds(ids)).securityGroups();
            if (found.stream().allMatch(g -> g.vpcId().equals(vpcId))) {
                return List.copyOf(ids);
            }
        } catch (Ec2Exception e) {
            // Answered below: load balancing does not say which one.
        }
        throw Fault.of(
                InvalidSecurityGroupException.builder(),
                "InvalidSecurityGroup",
                "One or more security groups are invalid");
    }

    boolean hasInternetGateway(String vpcId) {
        return !ec2()
                .describeInternetGateways(r -> r.filters(filter("attachment.vpc-id", vpcId)))
                .internetGateways()
                .isEmpty();
    }

    void checkVpc(String vpcId) {
        try {
            ec2().describeVpcs(r -> r.vpcIds(vpcId));
        } catch (Ec2Exception e) {
            throw ElbFault.validation("The VPC ID '" + vpcId + "' is not found");
        }
    }

    /** The subnet in which an address lies, if it lies in the VPC. */
    Optional<Subnet> subnetOf(@Nullable String vpcId, String address) {
        return ec2().describeSubnets(r -> r.filters(filter("vpc-id", vpcId == null ? "" : vpcId))).subnets().stream()
                .filter(s -> Ipv4.contains(s.cidrBlock(), address))
                .findFirst();
    }

    /** Whether some interface has the address: then a closed port answers, with a refusal. */
    boolean isTaken(String address) {
        return !ec2()
                .describeNetworkInterfaces(r -> r.filters(filter("private-ip-address", address)))
                .networkInterfaces()
                .isEmpty();
    }

    /** Makes the interfaces of a load balancer. */
    void plug(LoadBalancer balancer) {
        ScopedValue.where(Caller.CURRENT, service).run(() -> {
            for (var zone : balancer.availabilityZones()) {
                var made = ec2().createNetworkInterface(r -> r.subnetId(zone.subnetId())
                                .groups(balancer.securityGroups())
                                .description(description(balancer)))
                        .networkInterface();
                if (balancer.scheme() == LoadBalancerSchemeEnum.INTERNET_FACING) {
                    ec2().associateAddress(r -> r.networkInterfaceId(made.networkInterfaceId()));
                }
            }
        });
    }

    void unplug(LoadBalancer balancer) {
        ScopedValue.where(Caller.CURRENT, service)
                .run(() -> interfaces(balancer).forEach(i -> ec2()
                        .deleteNetworkInterface(r -> r.networkInterfaceId(i.networkInterfaceId()))));
    }

    void setGroups(LoadBalancer balancer, List<String> groups) {
        ScopedValue.where(Caller.CURRENT, service)
                .run(() -> interfaces(balancer).forEach(i -> ec2().modifyNetworkInterfaceAttribute(
                        r -> r.networkInterfaceId(i.networkInterfaceId()).groups(groups))));
    }

    private List<NetworkInterface> interfaces(LoadBalancer balancer) {
        return ec2()
                .describeNetworkInterfaces(r -> r.filters(filter("description", description(balancer))))
                .networkInterfaces();
    }

    /** For example {@code ELB app/alb-devops-workshop/0123456789abcdef}. */
    private static String description(LoadBalancer balancer) {
        var arn = balancer.loadBalancerArn();
        return "ELB " + arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length());
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
