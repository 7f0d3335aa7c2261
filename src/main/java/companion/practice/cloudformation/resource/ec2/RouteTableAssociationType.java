package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** {@code AWS::EC2::SubnetRouteTableAssociation}: Ref is the association's id. */
public final class RouteTableAssociationType extends Ec2Type {

    public RouteTableAssociationType() {
        super("AWS::EC2::SubnetRouteTableAssociation", "RouteTableId*! SubnetId*!", "Id", Pace.seconds(3, 5));
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        return ec2.associateRouteTable(request -> request.routeTableId(desired.properties().text("RouteTableId"))
                        .subnetId(desired.properties().text("SubnetId")))
                .associationId();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Id") ? text(resource.physicalId()) : super.attribute(resource, attribute, cloud);
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.disassociateRouteTable(request -> request.associationId(resource.physicalId()));
    }
}
