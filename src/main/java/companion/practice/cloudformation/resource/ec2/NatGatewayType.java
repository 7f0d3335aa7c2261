package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Progress;
import companion.practice.fabric.Services;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** {@code AWS::EC2::NatGateway}: Ref is the gateway's id; ready when EC2 says available. */
public final class NatGatewayType extends Ec2Type {

    public NatGatewayType() {
        super(
                "AWS::EC2::NatGateway",
                "SubnetId! AllocationId! ConnectivityType! PrivateIpAddress! Tags VpcId~ AvailabilityMode~"
                        + " AvailabilityZoneAddresses~ MaxDrainDurationSeconds~ SecondaryAllocationIds~"
                        + " SecondaryPrivateIpAddressCount~ SecondaryPrivateIpAddresses~",
                "NatGatewayId",
                Pace.seconds(10, 12).deleting(10));
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        var request = desired.properties()
                .without("Tags")
                .fill(CreateNatGatewayRequest.builder())
                .tagSpecifications(Ec2Tags.at(ResourceType.NATGATEWAY, desired));
        return ec2.createNatGateway(request.build()).natGateway().natGatewayId();
    }

    @Override
    public Progress ready(Existing resource, Services cloud) {
        var gateway = gateway(resource, cloud.ec2()).orElse(null);
        return switch (gateway == null ? "" : gateway.stateAsString()) {
            case "available" -> Progress.DONE;
            case "failed" -> new Progress.Failed(gateway.failureMessage());
            default -> Progress.WAITING;
        };
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("NatGatewayId")
                ? text(resource.physicalId())
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.deleteNatGateway(request -> request.natGatewayId(resource.physicalId()));
    }

    @Override
    public Progress gone(Existing resource, Services cloud) {
        return Progress.doneWhen(gateway(resource, cloud.ec2())
                .filter(gateway -> !"deleted".equals(gateway.stateAsString()))
                .isEmpty());
    }

    private static Optional<NatGateway> gateway(Existing resource, Ec2Client ec2) {
        return ec2.describeNatGateways(request -> request.natGatewayIds(resource.physicalId())).natGateways().stream()
                .findFirst();
    }
}
