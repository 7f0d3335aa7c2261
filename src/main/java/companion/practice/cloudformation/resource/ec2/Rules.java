package companion.practice.cloudformation.resource.ec2;

import companion.practice.cloudformation.resource.Properties;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Rules of security groups, which CloudFormation writes flat and EC2 writes nested. */
final class Rules {
    private Rules() {}

    /** One rule, of either direction: the other side is called Source… or Destination…. */
    static IpPermission permission(Properties rule) {
        var permission = rule.only("IpProtocol", "FromPort", "ToPort").fill(IpPermission.builder());
        var description = rule.text("Description");
        var cidr = rule.text("CidrIp");
        if (cidr != null) {
            permission.ipRanges(range -> range.cidrIp(cidr).description(description));
        }
        var cidr6 = rule.text("CidrIpv6");
        if (cidr6 != null) {
            permission.ipv6Ranges(range -> range.cidrIpv6(cidr6).description(description));
        }
        var prefixList = rule.text("SourcePrefixListId", rule.text("DestinationPrefixListId", ""));
        if (!prefixList.isEmpty()) {
            permission.prefixListIds(list -> list.prefixListId(prefixList).description(description));
        }
        var group = rule.text("SourceSecurityGroupId", rule.text("DestinationSecurityGroupId", ""));
        var groupName = rule.text("SourceSecurityGroupName");
        if (!group.isEmpty() || groupName != null) {
            permission.userIdGroupPairs(pair -> pair.groupId(group.isEmpty() ? null : group)
                    .groupName(groupName)
                    .userId(rule.text("SourceSecurityGroupOwnerId"))
                    .description(description));
        }
        return permission.build();
    }

    /** What EC2 puts into every new group: everything may go out. */
    static IpPermission allowAllOut() {
        return IpPermission.builder()
                .ipProtocol("-1")
                .ipRanges(range -> range.cidrIp("0.0.0.0/0"))
                .build();
    }
}
