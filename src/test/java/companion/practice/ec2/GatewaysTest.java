package companion.practice.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;

class GatewaysTest extends Ec2TestBase {
    private final String vpc = vpc("10.0.0.0/16");
    private final String subnet = subnet(vpc, "10.0.0.0/24", "us-east-1a");

    private String address() {
        return ec2.allocateAddress().allocationId();
    }

    private String natGateway(String allocation) {
        return ec2.createNatGateway(r -> r.subnetId(subnet).allocationId(allocation)).natGateway().natGatewayId();
    }

    private NatGateway shown(String id) {
        return ec2.describeNatGateways(r -> r.natGatewayIds(id)).natGateways().getFirst();
    }

    @Test
    void aNatGatewayTakesAboutAMinuteAndAHalf() {
        attachedGateway(vpc);
        var allocation = address();
        var id = natGateway(allocation);
        assertThat(shown(id).state()).isEqualTo(NatGatewayState.PENDING);
        world.step(Duration.ofSeconds(80));
        assertThat(shown(id).state()).isEqualTo(NatGatewayState.PENDING);
        world.step(Duration.ofSeconds(15));
        assertThat(shown(id).state()).isEqualTo(NatGatewayState.AVAILABLE);
        var holder = ec2.describeAddresses(r -> r.allocationIds(allocation)).addresses().getFirst();
        assertThat(shown(id).natGatewayAddresses().getFirst()).satisfies(a -> {
            assertThat(a.publicIp()).isEqualTo(holder.publicIp());
            assertThat(a.networkInterfaceId()).isEqualTo(holder.networkInterfaceId());
        });
    }

    @Test
    void aNatGatewayHoldsItsAddressAndSubnetUntilItIsDeletedAndIsRememberedForAnHour() {
        var gateway = attachedGateway(vpc);
        var allocation = address();
        var id = natGateway(allocation);
        world.step(Duration.ofMinutes(2));
        ec2.deleteNatGateway(r -> r.natGatewayId(id));
        assertThat(shown(id).state()).isEqualTo(NatGatewayState.DELETING);
        refused("AuthFailure", () -> ec2.releaseAddress(r -> r.allocationId(allocation)))
                .hasMessageContaining("You do not have permission to access the specified resource.");
        refused("DependencyViolation", () -> ec2.deleteSubnet(r -> r.subnetId(subnet)))
                .hasMessageContaining("The subnet '" + subnet + "' has dependencies and cannot be deleted.");
        refused("DependencyViolation", () -> ec2.detachInternetGateway(
                        r -> r.internetGatewayId(gateway).vpcId(vpc)))
                .hasMessageContaining("Network " + vpc + " has some mapped public address(es). "
                        + "Please unmap those public address(es) before detaching the gateway.");
        world.step(Duration.ofSeconds(51));
        assertThat(shown(id).state()).isEqualTo(NatGatewayState.DELETED);
        ec2.releaseAddress(r -> r.allocationId(allocation));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        world.step(Duration.ofHours(1));
        refused("NatGatewayNotFound", () -> shown(id)).hasMessageContaining("NAT gateway " + id + " was not found");
    }

    @Test
    void aNatGatewayInAVpcWithoutInternetGatewayFails() {
        var id = natGateway(address());
        world.step(Duration.ofSeconds(30));
        assertThat(shown(id)).satisfies(n -> {
            assertThat(n.state()).isEqualTo(NatGatewayState.FAILED);
            assertThat(n.failureCode()).isEqualTo("Gateway.NotAttached");
            assertThat(n.failureMessage()).isEqualTo("Network " + vpc + " has no Internet gateway attached");
        });
    }

    @Test
    void anAddressServesOneNatGatewayOnly() {
        attachedGateway(vpc);
        var allocation = address();
        natGateway(allocation);
        var second = natGateway(allocation);
        world.step(Duration.ofSeconds(30));
        assertThat(shown(second).failureCode()).isEqualTo("Resource.AlreadyAssociated");
    }

    @Test
    void theSixthAddressIsBeyondTheQuota() {
        for (int i = 0; i < 5; i++) {
            address();
        }
        refused("AddressLimitExceeded", this::address)
                .hasMessageContaining("The maximum number of addresses has been reached.");
        refused("InvalidAllocationID.NotFound", () -> natGateway("eipalloc-0"))
                .hasMessageContaining("The allocation ID 'eipalloc-0' does not exist");
    }

    @Test
    void anAttachedInternetGatewayIsAvailable() {
        var gateway = attachedGateway(vpc);

        assertThat(ec2.describeInternetGateways(r -> r.internetGatewayIds(gateway))
                        .internetGateways()
                        .getFirst()
                        .attachments())
                .singleElement()
                .satisfies(a -> assertThat(a.stateAsString()).isEqualTo("available"));
    }

    @Test
    void aVpcHasOneInternetGatewayAndAGatewayOneVpc() {
        var gateway = attachedGateway(vpc);
        var other = vpc("10.1.0.0/16");
        refused("Resource.AlreadyAssociated", () -> ec2.attachInternetGateway(
                        r -> r.internetGatewayId(gateway).vpcId(other)))
                .hasMessageContaining("resource " + gateway + " is already attached to network " + vpc);
        var second = ec2.createInternetGateway().internetGateway().internetGatewayId();
        refused("InvalidParameterValue", () -> ec2.attachInternetGateway(
                        r -> r.internetGatewayId(second).vpcId(vpc)))
                .hasMessageContaining("Network " + vpc + " already has an internet gateway attached");
        refused("Gateway.NotAttached", () -> ec2.detachInternetGateway(
                r -> r.internetGatewayId(second).vpcId(vpc)));
    }

    @Test
    void routesLeadToGatewaysAndIntoABlackHoleWhenTheseGo() {
        attachedGateway(vpc);
        var nat = natGateway(address());
        var table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").natGatewayId(nat));
        refused("RouteAlreadyExists", () -> ec2.createRoute(r -> r.routeTableId(table)
                        .destinationCidrBlock("0.0.0.0/0")
                        .natGatewayId(nat)))
                .hasMessageContaining("The route identified by 0.0.0.0/0 already exists.");
        ec2.deleteNatGateway(r -> r.natGatewayId(nat));
        world.step(Duration.ofMinutes(1));
        assertThat(ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().getFirst().routes())
                .extracting(r -> r.destinationCidrBlock() + " " + r.stateAsString())
                .containsExactly("10.0.0.0/16 active", "0.0.0.0/0 blackhole");
        ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0"));
        refused("InvalidRoute.NotFound", () -> ec2.deleteRoute(
                        r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0")))
                .hasMessageContaining("no route with destination-cidr-block 0.0.0.0/0 in route table " + table);
    }

    @Test
    void aRouteIsReplacedAndTheLocalOneStays() {
        var gateway = attachedGateway(vpc);
        var nat = natGateway(address());
        var table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        ec2.createRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").natGatewayId(nat));
        ec2.replaceRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        assertThat(ec2.describeRouteTables(r -> r.filters(filter("route.gateway-id", gateway))).routeTables())
                .singleElement()
                .satisfies(t -> assertThat(t.routeTableId()).isEqualTo(table));
        refused("InvalidParameterValue", () -> ec2.deleteRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16")));
        refused("InvalidGatewayID.NotFound", () -> ec2.createRoute(r -> r.routeTableId(table)
                .destinationCidrBlock("10.9.0.0/16")
                .gatewayId("igw-0")));
    }

    @Test
    void aSubnetHasOneRouteTableAndCanChangeIt() {
        var first = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        var second = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        var association = ec2.associateRouteTable(r -> r.routeTableId(first).subnetId(subnet)).associationId();
        assertThat(ec2.associateRouteTable(r -> r.routeTableId(first).subnetId(subnet)).associationId())
                .isEqualTo(association);
        refused("Resource.AlreadyAssociated", () -> ec2.associateRouteTable(
                r -> r.routeTableId(second).subnetId(subnet)));
        ec2.replaceRouteTableAssociation(r -> r.associationId(association).routeTableId(second));
        assertThat(ec2.describeRouteTables(r -> r.filters(filter("association.subnet-id", subnet))).routeTables())
                .singleElement()
                .satisfies(t -> assertThat(t.routeTableId()).isEqualTo(second));
        refused("InvalidAssociationID.NotFound", () -> ec2.disassociateRouteTable(
                r -> r.associationId(association)));
    }
}
