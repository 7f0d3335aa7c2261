package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** {@code AWS::EC2::RouteTable}: Ref is the table's id. */
public final class RouteTableType extends Ec2Type {

    public RouteTableType() {
        super(
                "AWS::EC2::RouteTable",
                "VpcId*! Tags",
                "RouteTableId",
                Pace.seconds(9, 12).withConsistencyCheck());
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        return ec2.createRouteTable(request -> request.vpcId(desired.properties().text("VpcId"))
                        .tagSpecifications(Ec2Tags.at(ResourceType.ROUTE_TABLE, desired)))
                .routeTable()
                .routeTableId();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("RouteTableId")
                ? text(resource.physicalId())
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.deleteRouteTable(request -> request.routeTableId(resource.physicalId()));
    }
}
