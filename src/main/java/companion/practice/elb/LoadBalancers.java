package companion.practice.elb;

import companion.practice.fabric.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DuplicateLoadBalancerNameException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidSubnetException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.OperationNotPermittedException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TooManyLoadBalancersException;

/** Application and network load balancers: provisioning, then active. */
final class LoadBalancers {
    static final int QUOTA = 50;
    private static final int LEAST_FREE_ADDRESSES = 8;

    /** As measured (facts, section 4.5). */
    private static final Duration UNTIL_ACTIVE = Duration.ofSeconds(141);

    private final ElbState state;
    private final Network network;
    private final TagSets tags;
    private final ListenerPorts ports;
    private final Listeners listeners;
    private final Wiring wiring;

    LoadBalancers(
            ElbState state, Network network, TagSets tags, ListenerPorts ports, Listeners listeners, Wiring wiring) {
        this.state = state;
        this.network = network;
        this.tags = tags;
        this.ports = ports;
        this.listeners = listeners;
        this.wiring = wiring;
    }

    CreateLoadBalancerResponse create(CreateLoadBalancerRequest request) {
        var name = Names.checked("Load balancer", request.name());
        var type = Objects.requireNonNullElse(request.type(), LoadBalancerTypeEnum.APPLICATION);
        boolean application = type == LoadBalancerTypeEnum.APPLICATION;
        if (!application && type != LoadBalancerTypeEnum.NETWORK) {
            throw new UnsupportedOperationException("The practice cloud has no load balancers of type " + type);
        }
        if (request.ipAddressType() != null && request.ipAddressType() != IpAddressType.IPV4) {
            throw new UnsupportedOperationException("The practice cloud's load balancers have IPv4 addresses only.");
        }
        var scheme = Objects.requireNonNullElse(request.scheme(), LoadBalancerSchemeEnum.INTERNET_FACING);
        var subnets = subnets(request.subnets(), request.subnetMappings(), application);
        var vpcId = subnets.getFirst().vpcId();
        if (scheme == LoadBalancerSchemeEnum.INTERNET_FACING && !network.hasInternetGateway(vpcId)) {
            throw Fault.of(
                    InvalidSubnetException.builder(), "InvalidSubnet", "VPC " + vpcId + " has no internet gateway");
        }
        var groups = application || !request.securityGroups().isEmpty()
                ? network.securityGroups(request.securityGroups(), vpcId)
                : List.<String>of();
        var wantedTags = TagSets.checked(request.tags());
        var wanted = LoadBalancer.builder()
                .loadBalancerName(name)
                .type(type)
                .scheme(scheme)
                .vpcId(vpcId)
                .availabilityZones(zones(subnets))
                .securityGroups(groups)
                .ipAddressType(IpAddressType.IPV4)
                .build();
        var existing = state.loadBalancers.values().stream()
                .filter(b -> b.loadBalancerName().equals(name))
                .findFirst();
        if (existing.isPresent()) {
            if (!sameSettings(existing.get(), wanted)) {
                throw Fault.of(
                        DuplicateLoadBalancerNameException.builder(),
                        "DuplicateLoadBalancerName",
                        "A load balancer with the same name '" + name + "' exists, but with different settings");
            }
            return CreateLoadBalancerResponse.builder().loadBalancers(existing.get()).build();
        }
        if (state.loadBalancers.size() >= QUOTA) {
            throw Fault.of(
                    TooManyLoadBalancersException.builder(),
                    "TooManyLoadBalancers",
                    "The maximum number of load balancers has been reached");
        }
        var made = add(wanted);
        tags.put(made.loadBalancerArn(), wantedTags);
        return CreateLoadBalancerResponse.builder().loadBalancers(made).build();
    }

    private LoadBalancer add(LoadBalancer wanted) {
        boolean application = wanted.type() == LoadBalancerTypeEnum.APPLICATION;
        var arn = state.place.arn(
                ElbState.SERVICE,
                "loadbalancer/" + (application ? "app/" : "net/") + wanted.loadBalancerName() + "/"
                        + state.world.ids().hex(16));
        var made = wanted.toBuilder()
                .loadBalancerArn(arn)
                .dnsName("127.0.0.1:" + ports.reserve(arn))
                .canonicalHostedZoneId(application ? "Z35SXDOTRQ7X7K" : "Z26RNL4JYFTOTI")
                .createdTime(state.world.now())
                .state(s -> s.code(LoadBalancerStateEnum.PROVISIONING))
                .build();
        network.plug(made);
        state.loadBalancers.put(arn, made);
        state.attributes.put(arn, BalancerAttributes.defaults(made));
        state.world.after(UNTIL_ACTIVE, () -> {
            state.loadBalancers.computeIfPresent(arn, (a, b) -> b.toBuilder()
                    .state(s -> s.code(LoadBalancerStateEnum.ACTIVE))
                    .build());
            wiring.update();
        });
        return made;
    }

    private static boolean sameSettings(LoadBalancer existing, LoadBalancer wanted) {
        return existing.type() == wanted.type()
                && existing.scheme() == wanted.scheme()
                && Set.copyOf(existing.availabilityZones()).equals(Set.copyOf(wanted.availabilityZones()))
                && Set.copyOf(existing.securityGroups()).equals(Set.copyOf(wanted.securityGroups()));
    }

    private List<Subnet> subnets(List<String> named, List<SubnetMapping> mapped, boolean application) {
        if (!named.isEmpty() && !mapped.isEmpty()) {
            throw ElbFault.validation("You can specify either subnets or subnet mappings, but not both");
        }
        var ids = named.isEmpty() ? mapped.stream().map(SubnetMapping::subnetId).toList() : named;
        if (ids.isEmpty()) {
            throw ElbFault.validation(
                    application
                            ? "At least two subnets in two different Availability Zones must be specified"
                            : "At least one subnet must be specified");
        }
        var subnets = network.subnets(ids);
        if (subnets.stream().map(Subnet::vpcId).distinct().count() > 1) {
            throw ElbFault.configuration("All subnets must belong to the same VPC: '"
                    + subnets.getFirst().vpcId() + "'");
        }
        var zones = new HashSet<String>();
        if (!subnets.stream().allMatch(s -> zones.add(s.availabilityZone()))) {
            throw ElbFault.configuration(
                    "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
        }
        if (application && zones.size() < 2) {
            throw ElbFault.validation("At least two subnets in two different Availability Zones must be specified");
        }
        for (var subnet : subnets) {
            if (subnet.availableIpAddressCount() < LEAST_FREE_ADDRESSES) {
                throw Fault.of(
                        InvalidSubnetException.builder(),
                        "InvalidSubnet",
                        "Not enough IP space available in " + subnet.subnetId() + ". ELB requires at least "
                                + LEAST_FREE_ADDRESSES + " free IP addresses in each subnet.");
            }
        }
        return subnets;
    }

    private static List<AvailabilityZone> zones(List<Subnet> subnets) {
        return subnets.stream()
                .map(s -> AvailabilityZone.builder()
                        .zoneName(s.availabilityZone())
                        .subnetId(s.subnetId())
                        .loadBalancerAddresses(List.of())
                        .build())
                .toList();
    }

    /** Deletes a load balancer with its listeners; one that is not there is deleted already. */
    DeleteLoadBalancerResponse delete(DeleteLoadBalancerRequest request) {
        var arn = ElbFault.required(request.loadBalancerArn(), "loadBalancerArn");
        var found = state.loadBalancers.get(arn);
        if (found != null) {
            if (state.attributes.get(arn).get(BalancerAttributes.DELETION_PROTECTION).equals("true")) {
                throw Fault.of(
                        OperationNotPermittedException.builder(),
                        "OperationNotPermitted",
                        "Load balancer '" + arn + "' cannot be deleted because deletion protection is enabled");
            }
            state.listenersOf(arn).forEach(listeners::remove);
            network.unplug(found);
            state.loadBalancers.remove(arn);
            state.forget(arn);
            ports.forget(arn);
            wiring.update();
        }
        return DeleteLoadBalancerResponse.builder().build();
    }

    SetSubnetsResponse setSubnets(SetSubnetsRequest request) {
        var balancer = state.loadBalancer(request.loadBalancerArn());
        var subnets = subnets(
                request.subnets(), request.subnetMappings(), balancer.type() == LoadBalancerTypeEnum.APPLICATION);
        if (!subnets.getFirst().vpcId().equals(balancer.vpcId())) {
            throw ElbFault.configuration("All subnets must belong to the same VPC: '" + balancer.vpcId() + "'");
        }
        var changed = balancer.toBuilder().availabilityZones(zones(subnets)).build();
        network.unplug(balancer);
        network.plug(changed);
        state.loadBalancers.put(balancer.loadBalancerArn(), changed);
        wiring.update();
        return SetSubnetsResponse.builder()
                .availabilityZones(changed.availabilityZones())
                .ipAddressType(changed.ipAddressType())
                .build();
    }

    SetSecurityGroupsResponse setSecurityGroups(SetSecurityGroupsRequest request) {
        var balancer = state.loadBalancer(request.loadBalancerArn());
        var groups = network.securityGroups(
                ElbFault.some(request.securityGroups(), "securityGroups"), balancer.vpcId());
        if (balancer.securityGroups().isEmpty()) {
            throw ElbFault.configuration("Security groups cannot be set on a load balancer that was created without");
        }
        network.setGroups(balancer, groups);
        state.loadBalancers.put(
                balancer.loadBalancerArn(),
                balancer.toBuilder().securityGroups(groups).build());
        return SetSecurityGroupsResponse.builder().securityGroupIds(groups).build();
    }

    DescribeLoadBalancersResponse describe(DescribeLoadBalancersRequest request) {
        List<LoadBalancer> found;
        if (!request.loadBalancerArns().isEmpty()) {
            found = request.loadBalancerArns().stream()
                    .map(arn -> named(arn, LoadBalancer::loadBalancerArn))
                    .toList();
        } else if (!request.names().isEmpty()) {
            found = request.names().stream()
                    .map(name -> named(name, LoadBalancer::loadBalancerName))
                    .toList();
        } else {
            found = List.copyOf(state.loadBalancers.values());
        }
        var page = Pages.of(found, request.marker(), request.pageSize());
        return DescribeLoadBalancersResponse.builder()
                .loadBalancers(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }

    private LoadBalancer named(String value, Function<LoadBalancer, String> by) {
        return state.loadBalancers.values().stream()
                .filter(b -> by.apply(b).equals(value))
                .findFirst()
                .orElseThrow(() -> Fault.of(
                        LoadBalancerNotFoundException.builder(),
                        "LoadBalancerNotFound",
                        "Load balancers '[" + value + "]' not found"));
    }
}
