package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Progress;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetState;

/** {@code AWS::EC2::Subnet}: Ref is the subnet's id. */
public final class SubnetType extends Ec2Type {
    private static final String MAP_PUBLIC_IP = "MapPublicIpOnLaunch";

    public SubnetType() {
        super(
                "AWS::EC2::Subnet",
                "VpcId*! CidrBlock! AvailabilityZone! AvailabilityZoneId! MapPublicIpOnLaunch Tags"
                        + " AssignIpv6AddressOnCreation~ EnableDns64~ Ipv4IpamPoolId~ Ipv4NetmaskLength~ Ipv6CidrBlock~"
                        + " Ipv6IpamPoolId~ Ipv6Native~ Ipv6NetmaskLength~ OutpostArn~ PrivateDnsNameOptionsOnLaunch~",
                "SubnetId VpcId CidrBlock AvailabilityZone AvailabilityZoneId",
                Pace.seconds(5, 9).withConsistencyCheck());
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        var request = desired.properties()
                .without(MAP_PUBLIC_IP, "Tags")
                .fill(CreateSubnetRequest.builder())
                .tagSpecifications(Ec2Tags.at(ResourceType.SUBNET, desired));
        return ec2.createSubnet(request.build()).subnet().subnetId();
    }

    @Override
    public void configure(String subnet, Desired desired, Services cloud) {
        setPublicIps(subnet, desired.properties(), cloud.ec2());
    }

    @Override
    public Progress ready(Existing resource, Services cloud) {
        return Progress.doneWhen(subnet(resource, cloud).state() == SubnetState.AVAILABLE);
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "SubnetId" -> text(resource.physicalId());
            case "VpcId" -> text(subnet(resource, cloud).vpcId());
            case "CidrBlock" -> text(subnet(resource, cloud).cidrBlock());
            case "AvailabilityZone" -> text(subnet(resource, cloud).availabilityZone());
            case "AvailabilityZoneId" -> text(subnet(resource, cloud).availabilityZoneId());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        if (changed(current.properties(), desired.properties()).contains(MAP_PUBLIC_IP)) {
            cloud.ec2().modifySubnetAttribute(request -> request.subnetId(current.physicalId())
                    .mapPublicIpOnLaunch(value -> value.value(desired.properties().flag(MAP_PUBLIC_IP))));
        }
        super.update(current, desired, cloud);
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.deleteSubnet(request -> request.subnetId(resource.physicalId()));
    }

    private static void setPublicIps(String subnet, Properties properties, Ec2Client ec2) {
        if (properties.has(MAP_PUBLIC_IP)) {
            ec2.modifySubnetAttribute(request -> request.subnetId(subnet)
                    .mapPublicIpOnLaunch(value -> value.value(properties.flag(MAP_PUBLIC_IP))));
        }
    }

    private static Subnet subnet(Existing resource, Services cloud) {
        return cloud.ec2()
                .describeSubnets(request -> request.subnetIds(resource.physicalId()))
                .subnets()
                .getFirst();
    }
}
