package companion.practice.ec2;

import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetState;

/** Subnets: blocks of a VPC in one zone. */
final class Subnets {
    private final Ec2State state;

    Subnets(Ec2State state) {
        this.state = state;
    }

    CreateSubnetResponse create(CreateSubnetRequest request) {
        var vpc = state.vpc(request.vpcId());
        var block = Cidr.parse(Ec2Fault.require(request.cidrBlock(), "cidrBlock"), "cidrBlock");
        if (block.prefix() < 16
                || block.prefix() > 28
                || !Cidr.parse(vpc.cidrBlock(), "cidrBlock").contains(block)) {
            throw Ec2Fault.of("InvalidSubnet.Range", "The CIDR '" + request.cidrBlock() + "' is invalid.");
        }
        boolean conflict = state.subnets.values().stream()
                .filter(s -> s.vpcId().equals(vpc.vpcId()))
                .anyMatch(s -> Cidr.parse(s.cidrBlock(), "cidrBlock").overlaps(block));
        if (conflict) {
            throw Ec2Fault.of(
                    "InvalidSubnet.Conflict",
                    "The CIDR '" + request.cidrBlock() + "' conflicts with another subnet");
        }
        var zone = zone(request);
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.SUBNET);
        var subnet = add(state::id, vpc.vpcId(), zone, block, false);
        state.tags.put(subnet.subnetId(), tags);
        return CreateSubnetResponse.builder().subnet(shown(subnet)).build();
    }

    private AvailabilityZone zone(CreateSubnetRequest request) {
        if (request.availabilityZone() != null) {
            return state.zones
                    .named(request.availabilityZone())
                    .orElseThrow(() -> invalidZone(request.availabilityZone(), "availabilityZone"));
        }
        if (request.availabilityZoneId() != null) {
            return state.zones
                    .withId(request.availabilityZoneId())
                    .orElseThrow(() -> invalidZone(request.availabilityZoneId(), "availabilityZoneId"));
        }
        return state.zones.all().getFirst();
    }

    private RuntimeException invalidZone(String value, String parameter) {
        var known = state.zones.all().stream()
                .map(AvailabilityZone::zoneName)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return Ec2Fault.invalid("Value (" + value + ") for parameter " + parameter
                + " is invalid. Subnets can currently only be created in the following availability zones: " + known
                + ".");
    }

    Subnet add(UnaryOperator<String> ids, String vpcId, AvailabilityZone zone, Cidr block, boolean isDefault) {
        var id = ids.apply("subnet");
        var subnet = Subnet.builder()
                .subnetId(id)
                .subnetArn(state.place.arn("ec2", "subnet/" + id))
                .vpcId(vpcId)
                .cidrBlock(block.toString())
                .availabilityZone(zone.zoneName())
                .availabilityZoneId(zone.zoneId())
                .state(SubnetState.AVAILABLE)
                .defaultForAz(isDefault)
                .mapPublicIpOnLaunch(isDefault)
                .assignIpv6AddressOnCreation(false)
                .mapCustomerOwnedIpOnLaunch(false)
                .enableDns64(false)
                .ipv6Native(false)
                .ownerId(state.place.account())
                .privateDnsNameOptionsOnLaunch(o -> o.hostnameType("ip-name")
                        .enableResourceNameDnsARecord(false)
                        .enableResourceNameDnsAAAARecord(false))
                .build();
        state.subnets.put(id, subnet);
        return subnet;
    }

    DeleteSubnetResponse delete(DeleteSubnetRequest request) {
        var id = state.subnet(request.subnetId()).subnetId();
        if (state.interfaces.values().stream().anyMatch(i -> i.subnetId().equals(id))) {
            throw Ec2Fault.hasDependencies("subnet", id);
        }
        state.routeTables.replaceAll((tableId, table) -> table.toBuilder()
                .associations(table.associations().stream()
                        .filter(a -> !id.equals(a.subnetId()))
                        .toList())
                .build());
        state.subnets.remove(id);
        state.tags.forget(id);
        return DeleteSubnetResponse.builder().build();
    }

    ModifySubnetAttributeResponse modifyAttribute(ModifySubnetAttributeRequest request) {
        var subnet = state.subnet(request.subnetId());
        var changed = subnet.toBuilder();
        if (request.mapPublicIpOnLaunch() != null) {
            changed.mapPublicIpOnLaunch(request.mapPublicIpOnLaunch().value());
        }
        if (request.privateDnsHostnameTypeOnLaunch() != null) {
            changed.privateDnsNameOptionsOnLaunch(subnet.privateDnsNameOptionsOnLaunch().toBuilder()
                    .hostnameType(request.privateDnsHostnameTypeOnLaunchAsString())
                    .build());
        }
        if (request.assignIpv6AddressOnCreation() != null
                && Boolean.TRUE.equals(request.assignIpv6AddressOnCreation().value())) {
            throw Ec2Fault.invalid("Invalid value 'true' for assignIpv6AddressOnCreation. "
                    + "The subnet '" + subnet.subnetId() + "' has no IPv6 CIDR block.");
        }
        state.subnets.put(subnet.subnetId(), changed.build());
        return ModifySubnetAttributeResponse.builder().build();
    }

    DescribeSubnetsResponse describe(DescribeSubnetsRequest request) {
        var page = new Listing<>(
                        Subnet::subnetId,
                        Subnet::tags,
                        id -> Ec2State.notFound("InvalidSubnetID.NotFound", "subnet", id))
                .on("subnet-id", Subnet::subnetId)
                .on("subnet-arn", Subnet::subnetArn)
                .on("vpc-id", Subnet::vpcId)
                .on("availability-zone", Subnet::availabilityZone)
                .on("availabilityZone", Subnet::availabilityZone)
                .on("availability-zone-id", Subnet::availabilityZoneId)
                .on("available-ip-address-count", Subnet::availableIpAddressCount)
                .on("cidr", Subnet::cidrBlock)
                .on("cidr-block", Subnet::cidrBlock)
                .on("cidrBlock", Subnet::cidrBlock)
                .on("default-for-az", Subnet::defaultForAz)
                .on("defaultForAz", Subnet::defaultForAz)
                .on("map-public-ip-on-launch", Subnet::mapPublicIpOnLaunch)
                .on("owner-id", Subnet::ownerId)
                .on("state", Subnet::stateAsString)
                .page(
                        state.subnets.values().stream().map(this::shown).toList(),
                        request.subnetIds(),
                        request.filters(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeSubnetsResponse.builder()
                .subnets(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private Subnet shown(Subnet subnet) {
        long taken = state.interfaces.values().stream()
                .filter(i -> i.subnetId().equals(subnet.subnetId()))
                .count();
        return subnet.toBuilder()
                .availableIpAddressCount((int) (Cidr.parse(subnet.cidrBlock(), "cidrBlock").size()
                        - PrivateAddresses.RESERVED
                        - taken))
                .tags(state.tags.of(subnet.subnetId()))
                .build();
    }
}
