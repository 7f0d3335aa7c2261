package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** {@code AWS::EC2::InternetGateway}: Ref is the gateway's id. */
public final class InternetGatewayType extends Ec2Type {

    public InternetGatewayType() {
        super(
                "AWS::EC2::InternetGateway",
                "Tags",
                "InternetGatewayId",
                Pace.seconds(12, 15).withConsistencyCheck());
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        return ec2.createInternetGateway(request ->
                        request.tagSpecifications(Ec2Tags.at(ResourceType.INTERNET_GATEWAY, desired)))
                .internetGateway()
                .internetGatewayId();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("InternetGatewayId")
                ? text(resource.physicalId())
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.deleteInternetGateway(request -> request.internetGatewayId(resource.physicalId()));
    }
}
