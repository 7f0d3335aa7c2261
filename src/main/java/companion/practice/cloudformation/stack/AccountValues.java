package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.template.ParameterRules;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Whether the value of an AWS-specific parameter, such as a VPC's id, is in the account. */
final class AccountValues implements ParameterRules.Existing {
    private final Room room;

    AccountValues(Room room) {
        this.room = room;
    }

    @Override
    public boolean test(String type, String value) {
        try {
            return find(type, value, room.services().ec2());
        } catch (AwsServiceException refused) {
            if (FailureReason.isGone(refused) || refused.statusCode() == 400) {
                return false;
            }
            throw refused;
        }
    }

    private static boolean find(String type, String value, Ec2Client ec2) {
        return switch (type) {
            case "AWS::EC2::VPC::Id" -> ec2.describeVpcs(request -> request.vpcIds(value)).hasVpcs();
            case "AWS::EC2::Subnet::Id" -> ec2.describeSubnets(request -> request.subnetIds(value)).hasSubnets();
            case "AWS::EC2::SecurityGroup::Id" ->
                ec2.describeSecurityGroups(request -> request.groupIds(value)).hasSecurityGroups();
            case "AWS::EC2::SecurityGroup::GroupName" ->
                ec2.describeSecurityGroups(request -> request.groupNames(value)).hasSecurityGroups();
            case "AWS::EC2::AvailabilityZone::Name" ->
                ec2.describeAvailabilityZones(request -> request.zoneNames(value)).hasAvailabilityZones();
            // Key pairs, images, instances, volumes and hosted zones: the practice account has none.
            default -> false;
        };
    }
}
