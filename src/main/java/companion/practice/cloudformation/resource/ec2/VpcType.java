package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Progress;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.fabric.Services;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcState;

/** {@code AWS::EC2::VPC}: Ref is the VPC's id. */
public final class VpcType extends Ec2Type {

    public VpcType() {
        super(
                "AWS::EC2::VPC",
                "CidrBlock! InstanceTenancy EnableDnsSupport EnableDnsHostnames Tags Ipv4IpamPoolId~"
                        + " Ipv4NetmaskLength~",
                "VpcId CidrBlock DefaultSecurityGroup DefaultNetworkAcl CidrBlockAssociations Ipv6CidrBlocks",
                Pace.seconds(11, 15).withConsistencyCheck());
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        var request = desired.properties()
                .only("CidrBlock", "InstanceTenancy")
                .fill(CreateVpcRequest.builder())
                .tagSpecifications(Ec2Tags.at(ResourceType.VPC, desired));
        return ec2.createVpc(request.build()).vpc().vpcId();
    }

    @Override
    public void configure(String vpc, Desired desired, Services cloud) {
        setDns(vpc, desired.properties(), cloud.ec2());
    }

    @Override
    public Progress ready(Existing resource, Services cloud) {
        return Progress.doneWhen(vpc(resource, cloud.ec2()).state() == VpcState.AVAILABLE);
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        var ec2 = cloud.ec2();
        return switch (attribute) {
            case "VpcId" -> text(resource.physicalId());
            case "CidrBlock" -> text(vpc(resource, ec2).cidrBlock());
            case "DefaultSecurityGroup" -> text(ec2.describeSecurityGroups(request ->
                            request.filters(inVpc(resource), filter("group-name", "default")))
                    .securityGroups().getFirst().groupId());
            case "DefaultNetworkAcl" -> text(ec2.describeNetworkAcls(request ->
                            request.filters(inVpc(resource), filter("default", "true")))
                    .networkAcls().getFirst().networkAclId());
            case "CidrBlockAssociations" -> list(vpc(resource, ec2).cidrBlockAssociationSet().stream()
                    .map(association -> association.associationId())
                    .toList());
            case "Ipv6CidrBlocks" -> list(List.of());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        if (changed(current.properties(), desired.properties()).contains("InstanceTenancy")) {
            cloud.ec2().modifyVpcTenancy(request -> request.vpcId(current.physicalId())
                    .instanceTenancy(desired.properties().text("InstanceTenancy", "default")));
        }
        setDns(current.physicalId(), desired.properties(), cloud.ec2());
        super.update(current, desired, cloud);
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.deleteVpc(request -> request.vpcId(resource.physicalId()));
    }

    private static void setDns(String vpc, Properties properties, Ec2Client ec2) {
        if (properties.has("EnableDnsSupport")) {
            ec2.modifyVpcAttribute(request -> request.vpcId(vpc)
                    .enableDnsSupport(value -> value.value(properties.flag("EnableDnsSupport"))));
        }
        if (properties.has("EnableDnsHostnames")) {
            ec2.modifyVpcAttribute(request -> request.vpcId(vpc)
                    .enableDnsHostnames(value -> value.value(properties.flag("EnableDnsHostnames"))));
        }
    }

    private static Vpc vpc(Existing resource, Ec2Client ec2) {
        return ec2.describeVpcs(request -> request.vpcIds(resource.physicalId())).vpcs().getFirst();
    }

    private static Filter inVpc(Existing resource) {
        return filter("vpc-id", resource.physicalId());
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
