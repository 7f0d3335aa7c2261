package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** {@code AWS::EC2::EIP}: Ref is the public address. */
public final class ElasticIpType extends Ec2Type {

    public ElasticIpType() {
        super(
                "AWS::EC2::EIP",
                "Domain! NetworkBorderGroup! PublicIpv4Pool! Tags InstanceId~ TransferAddress~ Address~ IpamPoolId~",
                "AllocationId PublicIp",
                Pace.seconds(13, 16).deleting(3));
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        var request = desired.properties()
                .without("Tags")
                .fill(AllocateAddressRequest.builder())
                .tagSpecifications(Ec2Tags.at(ResourceType.ELASTIC_IP, desired));
        return ec2.allocateAddress(request.build()).publicIp();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "AllocationId" -> text(allocation(resource, cloud.ec2()));
            case "PublicIp" -> text(resource.physicalId());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        Ec2Tags.change(allocation(current, cloud.ec2()), current, desired, cloud.ec2());
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        var allocation = allocation(resource, ec2);
        ec2.releaseAddress(request -> request.allocationId(allocation));
    }

    private static String allocation(Existing resource, Ec2Client ec2) {
        return ec2.describeAddresses(request -> request.publicIps(resource.physicalId()))
                .addresses()
                .getFirst()
                .allocationId();
    }
}
