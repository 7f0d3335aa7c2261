package companion.practice.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;

class SecurityGroupTest extends Ec2TestBase {
    private final String vpc = vpc("10.0.0.0/16");

    private String group(String name) {
        return ec2.createSecurityGroup(r -> r.groupName(name).description("d").vpcId(vpc)).groupId();
    }

    private static IpPermission web(String cidr) {
        return IpPermission.builder()
                .ipProtocol("6")
                .fromPort(80)
                .toPort(80)
                .ipRanges(IpRange.builder().cidrIp(cidr).build())
                .build();
    }

    @Test
    void permissionsAreGrantedShownAndTakenBack() {
        var group = group("web");
        var granted = ec2.authorizeSecurityGroupIngress(
                        r -> r.groupId(group).ipPermissions(web("0.0.0.0/0"), web("10.0.0.0/8")))
                .securityGroupRules();
        assertThat(granted).extracting(g -> g.ipProtocol()).containsOnly("tcp");
        assertThat(ec2.describeSecurityGroups(r -> r.groupIds(group)).securityGroups().getFirst().ipPermissions())
                .singleElement()
                .satisfies(p -> assertThat(p.ipRanges()).hasSize(2));
        refused("InvalidPermission.Duplicate", () -> ec2.authorizeSecurityGroupIngress(
                        r -> r.groupId(group).ipPermissions(web("0.0.0.0/0"))))
                .hasMessageContaining("the specified rule \"peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW\""
                        + " already exists");
        ec2.revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(web("10.0.0.0/8")));
        ec2.revokeSecurityGroupIngress(
                r -> r.groupId(group).securityGroupRuleIds(granted.getFirst().securityGroupRuleId()));
        refused("InvalidPermission.NotFound", () -> ec2.revokeSecurityGroupIngress(
                        r -> r.groupId(group).ipPermissions(web("10.0.0.0/8"))))
                .hasMessageContaining("The specified rule does not exist in this security group.");
        assertThat(ec2.describeSecurityGroupRules(r -> r.filters(filter("group-id", group))).securityGroupRules())
                .singleElement()
                .satisfies(r -> assertThat(r.isEgress()).isTrue());
    }

    @Test
    void theShortFormOfACallIsUnderstood() {
        var group = group("web");
        ec2.authorizeSecurityGroupIngress(
                r -> r.groupId(group).ipProtocol("tcp").fromPort(443).toPort(443).cidrIp("0.0.0.0/0"));
        assertThat(ec2.describeSecurityGroups(r -> r.filters(filter("ip-permission.cidr", "0.0.0.0/0")))
                        .securityGroups())
                .extracting(g -> g.groupId())
                .containsExactly(group);
        refused("InvalidParameterValue", () -> ec2.authorizeSecurityGroupEgress(r -> r.groupId(group)
                        .ipPermissions(p -> p.ipProtocol("tcp").ipRanges(x -> x.cidrIp("0.0.0.0/0")))))
                .hasMessageContaining("Must specify both from and to ports with TCP/UDP.");
    }

    @Test
    void aGroupThatAnotherOneNamesCannotGo() {
        var balancer = group("alb");
        var tasks = group("tasks");
        ec2.authorizeSecurityGroupIngress(r -> r.groupId(tasks)
                .ipPermissions(p -> p.ipProtocol("-1").userIdGroupPairs(x -> x.groupId(balancer))));
        refused("DependencyViolation", () -> ec2.deleteSecurityGroup(r -> r.groupId(balancer)))
                .hasMessageContaining("resource " + balancer + " has a dependent object");
        ec2.deleteSecurityGroup(r -> r.groupId(tasks));
        ec2.deleteSecurityGroup(r -> r.groupId(balancer));
        refused("InvalidGroup.NotFound", () -> ec2.describeSecurityGroups(r -> r.groupIds(balancer)))
                .hasMessageContaining("The security group '" + balancer + "' does not exist");
    }

    @Test
    void namesAreUniqueInAVpcAndTheDefaultGroupStays() {
        group("web");
        refused("InvalidGroup.Duplicate", () -> group("web"))
                .hasMessageContaining("The security group 'web' already exists for VPC '" + vpc + "'");
        var own = ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", vpc), filter("group-name", "default")))
                .securityGroups()
                .getFirst()
                .groupId();
        refused("CannotDelete", () -> ec2.deleteSecurityGroup(r -> r.groupId(own)));
    }
}
