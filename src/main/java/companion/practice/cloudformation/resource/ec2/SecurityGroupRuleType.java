package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.fabric.Services;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/**
 * {@code AWS::EC2::SecurityGroupIngress} and {@code AWS::EC2::SecurityGroupEgress}: one rule of its own; Ref is the
 * rule's id.
 */
public final class SecurityGroupRuleType extends Ec2Type {
    private final boolean inward;

    private SecurityGroupRuleType(String name, String otherSide, boolean inward) {
        super(
                name,
                "GroupId" + (inward ? "! GroupName~" : "*!")
                        + " IpProtocol*! FromPort! ToPort! CidrIp! CidrIpv6! Description! " + otherSide,
                "Id",
                Pace.seconds(2, 4));
        this.inward = inward;
    }

    public static SecurityGroupRuleType ingress() {
        return new SecurityGroupRuleType(
                "AWS::EC2::SecurityGroupIngress",
                "SourceSecurityGroupId! SourceSecurityGroupName! SourceSecurityGroupOwnerId! SourcePrefixListId!",
                true);
    }

    public static SecurityGroupRuleType egress() {
        return new SecurityGroupRuleType(
                "AWS::EC2::SecurityGroupEgress", "DestinationSecurityGroupId! DestinationPrefixListId!", false);
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        var group = desired.properties().required("GroupId");
        var permission = Rules.permission(desired.properties());
        List<SecurityGroupRule> made = inward
                ? ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(permission))
                        .securityGroupRules()
                : ec2.authorizeSecurityGroupEgress(request -> request.groupId(group).ipPermissions(permission))
                        .securityGroupRules();
        return made.getFirst().securityGroupRuleId();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Id") ? text(resource.physicalId()) : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        // A rule carries no tags of its stack, and every property needs a replacement.
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        var group = resource.properties().required("GroupId");
        if (inward) {
            ec2.revokeSecurityGroupIngress(
                    request -> request.groupId(group).securityGroupRuleIds(resource.physicalId()));
        } else {
            ec2.revokeSecurityGroupEgress(
                    request -> request.groupId(group).securityGroupRuleIds(resource.physicalId()));
        }
    }
}
