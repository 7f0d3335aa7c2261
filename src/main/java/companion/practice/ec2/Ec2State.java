package companion.practice.ec2;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * All that exists in one region, by id, as the SDK's records without what is worked out when they are shown: tags, free
 * addresses, the state of routes, and the permissions of security groups.
 */
final class Ec2State {
    final World world;
    final Place place;
    final Zones zones;
    final Tags tags = new Tags();
    final Map<String, Vpc> vpcs = new LinkedHashMap<>();
    final Map<String, VpcAttributes> vpcAttributes = new LinkedHashMap<>();
    final Map<String, Subnet> subnets = new LinkedHashMap<>();
    final Map<String, InternetGateway> internetGateways = new LinkedHashMap<>();
    final Map<String, NatGateway> natGateways = new LinkedHashMap<>();
    final Map<String, Address> addresses = new LinkedHashMap<>();
    final Map<String, RouteTable> routeTables = new LinkedHashMap<>();
    final Map<String, SecurityGroup> securityGroups = new LinkedHashMap<>();
    final Map<String, SecurityGroupRule> securityGroupRules = new LinkedHashMap<>();
    final Map<String, NetworkInterface> interfaces = new LinkedHashMap<>();

    Ec2State(World world, Place place) {
        this.world = world;
        this.place = place;
        this.zones = new Zones(place.region());
    }

    /** A new id, for example {@code vpc-0a94be31c5d2f7e68}. */
    String id(String prefix) {
        return prefix + "-0" + world.ids().hex(16);
    }

    Vpc vpc(@Nullable String id) {
        return find(vpcs, id, "VpcId", "InvalidVpcID.NotFound", "vpc");
    }

    Subnet subnet(@Nullable String id) {
        return find(subnets, id, "SubnetId", "InvalidSubnetID.NotFound", "subnet");
    }

    InternetGateway internetGateway(@Nullable String id) {
        return find(
                internetGateways, id, "InternetGatewayId", "InvalidInternetGatewayID.NotFound", "internetGateway");
    }

    RouteTable routeTable(@Nullable String id) {
        return find(routeTables, id, "RouteTableId", "InvalidRouteTableID.NotFound", "routeTable");
    }

    NetworkInterface networkInterface(@Nullable String id) {
        return find(interfaces, id, "NetworkInterfaceId", "InvalidNetworkInterfaceID.NotFound", "networkInterface");
    }

    SecurityGroup securityGroup(@Nullable String id) {
        var group = securityGroups.get(Ec2Fault.require(id, "GroupId"));
        if (group == null) {
            throw noSuchGroup(id);
        }
        return group;
    }

    static RuntimeException noSuchGroup(@Nullable String id) {
        return Ec2Fault.of("InvalidGroup.NotFound", "The security group '" + id + "' does not exist");
    }

    NatGateway natGateway(@Nullable String id) {
        var gateway = natGateways.get(Ec2Fault.require(id, "NatGatewayId"));
        if (gateway == null) {
            throw noSuchNatGateway(id);
        }
        return gateway;
    }

    static RuntimeException noSuchNatGateway(@Nullable String id) {
        return Ec2Fault.of("NatGatewayNotFound", "NAT gateway " + id + " was not found");
    }

    static RuntimeException notFound(String code, String kind, @Nullable String id) {
        return Ec2Fault.of(code, "The " + kind + " ID '" + id + "' does not exist");
    }

    private static <T> T find(Map<String, T> all, @Nullable String id, String parameter, String code, String kind) {
        var found = all.get(Ec2Fault.require(id, parameter));
        if (found == null) {
            throw notFound(code, kind, id);
        }
        return found;
    }
}
