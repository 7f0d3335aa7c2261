package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.fabric.Services;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** {@code AWS::EC2::SecurityGroup}: Ref is the group's id. */
public final class SecurityGroupType extends Ec2Type {
    private static final String INGRESS = "SecurityGroupIngress";
    private static final String EGRESS = "SecurityGroupEgress";

    public SecurityGroupType() {
        super(
                "AWS::EC2::SecurityGroup",
                "GroupDescription*! GroupName! VpcId! SecurityGroupIngress SecurityGroupEgress Tags",
                "GroupId Id VpcId",
                Pace.seconds(5, 8).withConsistencyCheck());
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        var properties = desired.properties();
        return ec2.createSecurityGroup(request -> request.groupName(desired.nameFrom("GroupName", 255))
                        .description(properties.text("GroupDescription"))
                        .vpcId(properties.text("VpcId"))
                        .tagSpecifications(Ec2Tags.at(ResourceType.SECURITY_GROUP, desired)))
                .groupId();
    }

    @Override
    public void configure(String group, Desired desired, Services cloud) {
        change(group, List.of(), ingress(desired.properties()), true, cloud.ec2());
        change(group, List.of(Rules.allowAllOut()), egress(desired.properties()), false, cloud.ec2());
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "GroupId", "Id" -> text(resource.physicalId());
            case "VpcId" -> text(cloud.ec2()
                    .describeSecurityGroups(request -> request.groupIds(resource.physicalId()))
                    .securityGroups()
                    .getFirst()
                    .vpcId());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var group = current.physicalId();
        change(group, ingress(current.properties()), ingress(desired.properties()), true, cloud.ec2());
        change(group, egress(current.properties()), egress(desired.properties()), false, cloud.ec2());
        super.update(current, desired, cloud);
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.deleteSecurityGroup(request -> request.groupId(resource.physicalId()));
    }

    private static List<IpPermission> ingress(Properties properties) {
        return properties.objects(INGRESS).stream().map(Rules::permission).distinct().toList();
    }

    private static List<IpPermission> egress(Properties properties) {
        return properties.has(EGRESS)
                ? properties.objects(EGRESS).stream().map(Rules::permission).distinct().toList()
                : List.of(Rules.allowAllOut());
    }

    private static void change(
            String group, List<IpPermission> before, List<IpPermission> after, boolean inward, Ec2Client ec2) {
        var gone = new ArrayList<>(before);
        gone.removeAll(after);
        var added = new ArrayList<>(after);
        added.removeAll(before);
        if (!added.isEmpty()) {
            if (inward) {
                ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(added));
            } else {
                ec2.authorizeSecurityGroupEgress(request -> request.groupId(group).ipPermissions(added));
            }
        }
        if (!gone.isEmpty()) {
            if (inward) {
                ec2.revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(gone));
            } else {
                ec2.revokeSecurityGroupEgress(request -> request.groupId(group).ipPermissions(gone));
            }
        }
    }
}
