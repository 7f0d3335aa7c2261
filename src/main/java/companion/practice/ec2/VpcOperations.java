package companion.practice.ec2;

import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateDefaultVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateDefaultVpcResponse;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteResponse;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The operations on VPCs and on what leads traffic through them. {@link PracticeEc2} has the others. */
abstract sealed class VpcOperations implements Ec2Client permits PracticeEc2 {
    final Ec2State state;
    private final Vpcs vpcs;
    private final Subnets subnets;
    private final InternetGateways internetGateways;
    private final Routes routes;
    private final RouteTables routeTables;
    private final RouteTableAssociations associations;
    private final DefaultVpc defaultVpc;

    VpcOperations(Ec2State state) {
        this.state = state;
        this.vpcs = new Vpcs(state);
        this.subnets = new Subnets(state);
        this.internetGateways = new InternetGateways(state);
        this.routes = new Routes(state);
        this.routeTables = new RouteTables(state, routes);
        this.associations = new RouteTableAssociations(state);
        this.defaultVpc = new DefaultVpc(state, vpcs, subnets);
        defaultVpc.make(new BirthIds(state.place));
    }

    @Override
    public CreateDefaultVpcResponse createDefaultVpc(CreateDefaultVpcRequest request) {
        Ec2Fault.real(request);
        if (state.vpcs.values().stream().anyMatch(Vpc::isDefault)) {
            throw Ec2Fault.of(
                    "DefaultVpcAlreadyExists", "A Default VPC already exists for this account in this region.");
        }
        vpcs.refuseBeyondQuota();
        return CreateDefaultVpcResponse.builder().vpc(defaultVpc.make(state::id)).build();
    }

    @Override
    public CreateVpcResponse createVpc(CreateVpcRequest request) {
        return vpcs.create(Ec2Fault.real(request));
    }

    @Override
    public DeleteVpcResponse deleteVpc(DeleteVpcRequest request) {
        return vpcs.delete(Ec2Fault.real(request));
    }

    @Override
    public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
        return vpcs.describe(request);
    }

    @Override
    public ModifyVpcAttributeResponse modifyVpcAttribute(ModifyVpcAttributeRequest request) {
        return vpcs.modifyAttribute(Ec2Fault.real(request));
    }

    @Override
    public DescribeVpcAttributeResponse describeVpcAttribute(DescribeVpcAttributeRequest request) {
        return vpcs.describeAttribute(request);
    }

    @Override
    public CreateSubnetResponse createSubnet(CreateSubnetRequest request) {
        return subnets.create(Ec2Fault.real(request));
    }

    @Override
    public DeleteSubnetResponse deleteSubnet(DeleteSubnetRequest request) {
        return subnets.delete(Ec2Fault.real(request));
    }

    @Override
    public DescribeSubnetsResponse describeSubnets(DescribeSubnetsRequest request) {
        return subnets.describe(request);
    }

    @Override
    public ModifySubnetAttributeResponse modifySubnetAttribute(ModifySubnetAttributeRequest request) {
        return subnets.modifyAttribute(Ec2Fault.real(request));
    }

    @Override
    public CreateInternetGatewayResponse createInternetGateway(CreateInternetGatewayRequest request) {
        return internetGateways.create(Ec2Fault.real(request));
    }

    @Override
    public AttachInternetGatewayResponse attachInternetGateway(AttachInternetGatewayRequest request) {
        return internetGateways.attach(Ec2Fault.real(request));
    }

    @Override
    public DetachInternetGatewayResponse detachInternetGateway(DetachInternetGatewayRequest request) {
        return internetGateways.detach(Ec2Fault.real(request));
    }

    @Override
    public DeleteInternetGatewayResponse deleteInternetGateway(DeleteInternetGatewayRequest request) {
        return internetGateways.delete(Ec2Fault.real(request));
    }

    @Override
    public DescribeInternetGatewaysResponse describeInternetGateways(DescribeInternetGatewaysRequest request) {
        return internetGateways.describe(request);
    }

    @Override
    public CreateRouteTableResponse createRouteTable(CreateRouteTableRequest request) {
        return routeTables.create(Ec2Fault.real(request));
    }

    @Override
    public DeleteRouteTableResponse deleteRouteTable(DeleteRouteTableRequest request) {
        return routeTables.delete(Ec2Fault.real(request));
    }

    @Override
    public DescribeRouteTablesResponse describeRouteTables(DescribeRouteTablesRequest request) {
        return routeTables.describe(request);
    }

    @Override
    public CreateRouteResponse createRoute(CreateRouteRequest request) {
        return routes.create(Ec2Fault.real(request));
    }

    @Override
    public ReplaceRouteResponse replaceRoute(ReplaceRouteRequest request) {
        return routes.replace(Ec2Fault.real(request));
    }

    @Override
    public DeleteRouteResponse deleteRoute(DeleteRouteRequest request) {
        return routes.delete(Ec2Fault.real(request));
    }

    @Override
    public AssociateRouteTableResponse associateRouteTable(AssociateRouteTableRequest request) {
        return associations.associate(Ec2Fault.real(request));
    }

    @Override
    public DisassociateRouteTableResponse disassociateRouteTable(DisassociateRouteTableRequest request) {
        return associations.disassociate(Ec2Fault.real(request));
    }

    @Override
    public ReplaceRouteTableAssociationResponse replaceRouteTableAssociation(
            ReplaceRouteTableAssociationRequest request) {
        return associations.replace(Ec2Fault.real(request));
    }
}
