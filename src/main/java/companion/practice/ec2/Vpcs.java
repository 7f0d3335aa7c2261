package companion.practice.ec2;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Tenancy;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcState;

/** VPCs. Each comes with a main route table and a default security group, and takes them along when it goes. */
final class Vpcs {
    private static final int QUOTA = 5;
    private static final Duration UNTIL_AVAILABLE = Duration.ofSeconds(2);

    private final Ec2State state;
    private final String dhcpOptions;

    Vpcs(Ec2State state) {
        this.state = state;
        this.dhcpOptions = new BirthIds(state.place).apply("dopt");
    }

    CreateVpcResponse create(CreateVpcRequest request) {
        var block = Cidr.parse(Ec2Fault.require(request.cidrBlock(), "cidrBlock"), "cidrBlock");
        if (block.prefix() < 16 || block.prefix() > 28) {
            throw Ec2Fault.of("InvalidVpc.Range", "The CIDR '" + request.cidrBlock() + "' is invalid.");
        }
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.VPC);
        refuseBeyondQuota();
        var vpc = add(state::id, block, false, tags);
        state.world.after(
                UNTIL_AVAILABLE,
                () -> state.vpcs.computeIfPresent(
                        vpc.vpcId(), (id, v) -> v.toBuilder().state(VpcState.AVAILABLE).build()));
        return CreateVpcResponse.builder().vpc(shown(vpc)).build();
    }

    void refuseBeyondQuota() {
        if (state.vpcs.size() >= QUOTA) {
            throw Ec2Fault.of("VpcLimitExceeded", "The maximum number of VPCs has been reached.");
        }
    }

    /** A VPC with its main route table and default security group; pending unless it is the default VPC. */
    Vpc add(UnaryOperator<String> ids, Cidr block, boolean isDefault, List<Tag> tags) {
        var vpc = Vpc.builder()
                .vpcId(ids.apply("vpc"))
                .cidrBlock(block.toString())
                .cidrBlockAssociationSet(a -> a.associationId(ids.apply("vpc-cidr-assoc"))
                        .cidrBlock(block.toString())
                        .cidrBlockState(s -> s.state("associated")))
                .state(isDefault ? VpcState.AVAILABLE : VpcState.PENDING)
                .isDefault(isDefault)
                .instanceTenancy(Tenancy.DEFAULT)
                .ownerId(state.place.account())
                .dhcpOptionsId(dhcpOptions)
                .build();
        state.vpcs.put(vpc.vpcId(), vpc);
        state.vpcAttributes.put(vpc.vpcId(), isDefault ? VpcAttributes.OF_DEFAULT_VPC : VpcAttributes.INITIAL);
        state.tags.put(vpc.vpcId(), tags);
        RouteTables.addMain(state, ids, vpc);
        SecurityGroups.addDefault(state, ids, vpc.vpcId());
        return vpc;
    }

    DeleteVpcResponse delete(DeleteVpcRequest request) {
        var id = state.vpc(request.vpcId()).vpcId();
        if (hasDependencies(id)) {
            throw Ec2Fault.hasDependencies("vpc", id);
        }
        state.securityGroups.values().removeIf(g -> g.vpcId().equals(id));
        state.securityGroupRules.values().removeIf(r -> !state.securityGroups.containsKey(r.groupId()));
        state.routeTables.values().removeIf(t -> t.vpcId().equals(id));
        state.vpcs.remove(id);
        state.vpcAttributes.remove(id);
        state.tags.forget(id);
        return DeleteVpcResponse.builder().build();
    }

    private boolean hasDependencies(String id) {
        return Stream.of(
                        state.subnets.values().stream().map(s -> s.vpcId()),
                        state.interfaces.values().stream().map(i -> i.vpcId()),
                        state.internetGateways.values().stream()
                                .flatMap(g -> g.attachments().stream().map(a -> a.vpcId())),
                        state.securityGroups.values().stream()
                                .filter(g -> !g.groupName().equals(SecurityGroups.DEFAULT))
                                .map(g -> g.vpcId()),
                        state.routeTables.values().stream()
                                .filter(t -> !RouteTables.isMain(t))
                                .map(t -> t.vpcId()))
                .flatMap(vpcs -> vpcs)
                .anyMatch(id::equals);
    }

    DescribeVpcsResponse describe(DescribeVpcsRequest request) {
        var page = new Listing<>(
                        Vpc::vpcId, Vpc::tags, id -> Ec2State.notFound("InvalidVpcID.NotFound", "vpc", id))
                .on("vpc-id", Vpc::vpcId)
                .on("cidr", Vpc::cidrBlock)
                .on("cidr-block", Vpc::cidrBlock)
                .onAny("cidr-block-association.cidr-block", v -> Stream.of(v.cidrBlock()))
                .on("dhcp-options-id", Vpc::dhcpOptionsId)
                .on("is-default", Vpc::isDefault)
                .on("isDefault", Vpc::isDefault)
                .on("owner-id", Vpc::ownerId)
                .on("state", Vpc::stateAsString)
                .page(
                        state.vpcs.values().stream().map(this::shown).toList(),
                        request.vpcIds(),
                        request.filters(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeVpcsResponse.builder()
                .vpcs(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    ModifyVpcAttributeResponse modifyAttribute(ModifyVpcAttributeRequest request) {
        var id = state.vpc(request.vpcId()).vpcId();
        var now = state.vpcAttributes.getOrDefault(id, VpcAttributes.INITIAL);
        var support = request.enableDnsSupport();
        var hostnames = request.enableDnsHostnames();
        var metrics = request.enableNetworkAddressUsageMetrics();
        if (Stream.of(support, hostnames, metrics).filter(a -> a != null).count() > 1) {
            throw Ec2Fault.of(
                    "InvalidParameterCombination", "Fields for multiple attribute types specified, only one allowed");
        }
        state.vpcAttributes.put(
                id,
                new VpcAttributes(
                        support == null ? now.dnsSupport() : support.value(),
                        hostnames == null ? now.dnsHostnames() : hostnames.value(),
                        metrics == null ? now.addressUsageMetrics() : metrics.value()));
        return ModifyVpcAttributeResponse.builder().build();
    }

    DescribeVpcAttributeResponse describeAttribute(DescribeVpcAttributeRequest request) {
        var id = state.vpc(request.vpcId()).vpcId();
        Ec2Fault.require(request.attributeAsString(), "attribute");
        var now = state.vpcAttributes.getOrDefault(id, VpcAttributes.INITIAL);
        var response = DescribeVpcAttributeResponse.builder().vpcId(id);
        switch (request.attribute()) {
            case ENABLE_DNS_SUPPORT -> response.enableDnsSupport(v -> v.value(now.dnsSupport()));
            case ENABLE_DNS_HOSTNAMES -> response.enableDnsHostnames(v -> v.value(now.dnsHostnames()));
            case ENABLE_NETWORK_ADDRESS_USAGE_METRICS -> response.enableNetworkAddressUsageMetrics(
                    v -> v.value(now.addressUsageMetrics()));
            default -> throw Ec2Fault.invalid("Value (" + request.attributeAsString()
                    + ") for parameter attribute is invalid. Unknown attribute.");
        }
        return response.build();
    }

    private Vpc shown(Vpc vpc) {
        return vpc.toBuilder().tags(state.tags.of(vpc.vpcId())).build();
    }
}
