package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;

/** {@code AWS::EC2::Route}: Ref is the table's id and the destination, {@code rtb-…|0.0.0.0/0}. */
public final class RouteType extends Ec2Type {

    public RouteType() {
        super(
                "AWS::EC2::Route",
                "RouteTableId*! DestinationCidrBlock! DestinationIpv6CidrBlock! DestinationPrefixListId! GatewayId"
                        + " NatGatewayId InstanceId NetworkInterfaceId VpcPeeringConnectionId TransitGatewayId"
                        + " EgressOnlyInternetGatewayId VpcEndpointId LocalGatewayId CarrierGatewayId CoreNetworkArn",
                "CidrBlock",
                Pace.seconds(2, 4).deleting(2));
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        ec2.createRoute(desired.properties().fill(CreateRouteRequest.builder()).build());
        return desired.properties().required("RouteTableId") + "|" + destination(desired.properties());
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("CidrBlock")
                ? text(destination(resource.properties()))
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        cloud.ec2().replaceRoute(desired.properties().fill(ReplaceRouteRequest.builder()).build());
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        var properties = resource.properties();
        ec2.deleteRoute(request -> request.routeTableId(properties.text("RouteTableId"))
                .destinationCidrBlock(properties.text("DestinationCidrBlock"))
                .destinationIpv6CidrBlock(properties.text("DestinationIpv6CidrBlock"))
                .destinationPrefixListId(properties.text("DestinationPrefixListId")));
    }

    private static String destination(Properties properties) {
        return properties.text(
                "DestinationCidrBlock",
                properties.text(
                        "DestinationIpv6CidrBlock", properties.text("DestinationPrefixListId", "")));
    }
}
