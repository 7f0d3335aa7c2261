package companion.practice.cloudformation.resource.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** {@code AWS::EC2::VPCGatewayAttachment}: Ref is {@code IGW|vpc-…}. */
public final class GatewayAttachmentType extends Ec2Type {

    public GatewayAttachmentType() {
        super(
                "AWS::EC2::VPCGatewayAttachment",
                "VpcId*! InternetGatewayId VpnGatewayId~",
                "AttachmentType",
                Pace.seconds(14, 16).deleting(12));
    }

    @Override
    String create(Desired desired, Ec2Client ec2) {
        attach(desired.properties(), ec2);
        return "IGW|" + desired.properties().required("VpcId");
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("AttachmentType") ? text("IGW") : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        if (!changed(current.properties(), desired.properties()).isEmpty()) {
            delete(current, cloud.ec2());
            attach(desired.properties(), cloud.ec2());
        }
    }

    @Override
    void delete(Existing resource, Ec2Client ec2) {
        ec2.detachInternetGateway(request -> request.vpcId(resource.properties().text("VpcId"))
                .internetGatewayId(resource.properties().text("InternetGatewayId")));
    }

    private static void attach(Properties properties, Ec2Client ec2) {
        ec2.attachInternetGateway(request -> request.vpcId(properties.text("VpcId"))
                .internetGatewayId(properties.required("InternetGatewayId")));
    }
}
