package companion.practice.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

class NetworkInterfaceTest extends Ec2TestBase {
    private static final String TASKS = "ecs.amazonaws.com";

    private final String vpc = vpc("10.0.0.0/16");
    private final String subnet = subnet(vpc, "10.0.0.0/28", "us-east-1a");

    private NetworkInterface make() {
        return ec2.createNetworkInterface(r -> r.subnetId(subnet)).networkInterface();
    }

    private NetworkInterface shown(String id) {
        return ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(id)).networkInterfaces().getFirst();
    }

    @Test
    void addressesComeFromTheSubnetWithoutTheFiveThatAreReserved() {
        var addresses = new HashSet<String>();
        for (int i = 0; i < 11; i++) {
            addresses.add(make().privateIpAddress());
        }
        assertThat(addresses).hasSize(11).contains("10.0.0.4", "10.0.0.14").doesNotContain("10.0.0.3", "10.0.0.15");
        refused("InsufficientFreeAddressesInSubnet", this::make);
        assertThat(ec2.describeSubnets(r -> r.subnetIds(subnet)).subnets().getFirst().availableIpAddressCount())
                .isZero();
    }

    @Test
    void anAddressIsNotGivenAgainRightAfterItWasFreed() {
        var first = make();
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(first.networkInterfaceId()));
        assertThat(make().privateIpAddress()).isNotEqualTo(first.privateIpAddress());
    }

    @Test
    void twoVpcsWithTheSameBlockNeverShareAnAddress() {
        var twin = subnet(vpc("10.0.0.0/16"), "10.0.0.0/28", "us-east-1a");
        var first = make();
        var second = ec2.createNetworkInterface(r -> r.subnetId(twin)).networkInterface();
        assertThat(second.privateIpAddress()).isNotEqualTo(first.privateIpAddress());
    }

    @Test
    void anInterfaceOfAServiceIsItsOwnAndKeepsSubnetAndGroupsInUse() {
        var group = ec2.createSecurityGroup(r -> r.groupName("tasks").description("d").vpcId(vpc)).groupId();
        var made = as(TASKS, () -> ec2.createNetworkInterface(
                        r -> r.subnetId(subnet).groups(group).description("arn:aws:ecs:…:attachment/1"))
                .networkInterface());
        assertThat(made.requesterManaged()).isTrue();
        assertThat(made.statusAsString()).isEqualTo("in-use");
        refused("InvalidParameterValue", () -> ec2.deleteNetworkInterface(
                        r -> r.networkInterfaceId(made.networkInterfaceId())))
                .hasMessageContaining(
                        "Network interface '" + made.networkInterfaceId() + "' is currently in use.");
        refused("DependencyViolation", () -> ec2.deleteSecurityGroup(r -> r.groupId(group)));
        refused("DependencyViolation", () -> ec2.deleteSubnet(r -> r.subnetId(subnet)));
        as(TASKS, () -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(made.networkInterfaceId())));
        ec2.deleteSecurityGroup(r -> r.groupId(group));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
    }

    @Test
    void aServiceGetsAPublicAddressForItsInterfaceThatHoldsTheInternetGateway() {
        var gateway = attachedGateway(vpc);
        var id = as(TASKS, this::make).networkInterfaceId();
        as(TASKS, () -> ec2.associateAddress(r -> r.networkInterfaceId(id)));
        assertThat(shown(id).association()).satisfies(a -> {
            assertThat(a.publicIp()).startsWith("203.0.113.");
            assertThat(a.ipOwnerId()).isEqualTo("amazon");
        });
        assertThat(ec2.describeAddresses().addresses()).isEmpty();
        refused("DependencyViolation", () -> ec2.detachInternetGateway(
                r -> r.internetGatewayId(gateway).vpcId(vpc)));
        as(TASKS, () -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id)));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
    }

    @Test
    void anElasticAddressMovesOnlyWhenAsked() {
        var first = make().networkInterfaceId();
        var second = make().networkInterfaceId();
        var allocation = ec2.allocateAddress().allocationId();
        ec2.associateAddress(r -> r.allocationId(allocation).networkInterfaceId(first));
        refused("Resource.AlreadyAssociated", () -> ec2.associateAddress(
                r -> r.allocationId(allocation).networkInterfaceId(second)));
        refused("InvalidIPAddress.InUse", () -> ec2.releaseAddress(r -> r.allocationId(allocation)));
        var association = ec2.associateAddress(
                        r -> r.allocationId(allocation).networkInterfaceId(second).allowReassociation(true))
                .associationId();
        assertThat(shown(first).association()).isNull();
        assertThat(shown(second).association().allocationId()).isEqualTo(allocation);
        ec2.disassociateAddress(r -> r.associationId(association));
        ec2.releaseAddress(r -> r.allocationId(allocation));
        assertThat(shown(second).association()).isNull();
    }

    @Test
    void aChosenAddressMustBeFreeAndInTheSubnet() {
        ec2.createNetworkInterface(r -> r.subnetId(subnet).privateIpAddress("10.0.0.9"));
        refused("InvalidIPAddress.InUse", () -> ec2.createNetworkInterface(
                r -> r.subnetId(subnet).privateIpAddress("10.0.0.9")));
        refused("InvalidParameterValue", () -> ec2.createNetworkInterface(
                        r -> r.subnetId(subnet).privateIpAddress("10.0.0.2")))
                .hasMessageContaining("Address is in subnet's reserved address range");
        refused("InvalidParameterValue", () -> ec2.createNetworkInterface(
                        r -> r.subnetId(subnet).privateIpAddress("10.0.9.9")))
                .hasMessageContaining("Address does not fall within the subnet's address range");
    }
}
