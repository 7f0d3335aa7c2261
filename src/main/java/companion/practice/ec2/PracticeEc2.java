package companion.practice.ec2;

import companion.practice.world.Place;
import companion.practice.world.World;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;

/**
 * EC2 of one region, as far as networks need it: VPCs, subnets, gateways, addresses, routes, security groups and
 * network interfaces. Operations on instances, volumes and the like are not part of it.
 *
 * <p>How other rooms get a network interface for a task, a build or a load balancer: call CreateNetworkInterface in
 * the role of the service, that is with {@link companion.practice.fabric.Caller#CURRENT} bound to a caller that names
 * the service; read {@code privateIpAddress}; for a public address call AssociateAddress with {@code
 * networkInterfaceId} alone and read {@code association} with DescribeNetworkInterfaces; in the end call
 * DeleteNetworkInterface, in the same role.
 */
public final class PracticeEc2 extends VpcOperations {
    private final NetworkInterfaces interfaces;
    private final Addresses addresses;
    private final NatGateways natGateways;
    private final SecurityGroups securityGroups;
    private final SecurityGroupRules rules;
    private final Tagging tagging;
    private final Regions regions;
    private final AccountAttributes attributes;

    public PracticeEc2(World world, Place place) {
        super(new Ec2State(world, place));
        this.interfaces = new NetworkInterfaces(state);
        this.addresses = new Addresses(state);
        this.natGateways = new NatGateways(state, addresses, interfaces);
        this.securityGroups = new SecurityGroups(state);
        this.rules = new SecurityGroupRules(state);
        this.tagging = new Tagging(state);
        this.regions = new Regions(place.region());
        this.attributes = new AccountAttributes(state);
    }

    @Override
    public CreateNatGatewayResponse createNatGateway(CreateNatGatewayRequest request) {
        return natGateways.create(Ec2Fault.real(request));
    }

    @Override
    public DeleteNatGatewayResponse deleteNatGateway(DeleteNatGatewayRequest request) {
        return natGateways.delete(Ec2Fault.real(request));
    }

    @Override
    public DescribeNatGatewaysResponse describeNatGateways(DescribeNatGatewaysRequest request) {
        return natGateways.describe(request);
    }

    @Override
    public AllocateAddressResponse allocateAddress(AllocateAddressRequest request) {
        return addresses.allocate(Ec2Fault.real(request));
    }

    @Override
    public ReleaseAddressResponse releaseAddress(ReleaseAddressRequest request) {
        return addresses.release(Ec2Fault.real(request));
    }

    @Override
    public AssociateAddressResponse associateAddress(AssociateAddressRequest request) {
        return addresses.associate(Ec2Fault.real(request));
    }

    @Override
    public DisassociateAddressResponse disassociateAddress(DisassociateAddressRequest request) {
        return addresses.disassociate(Ec2Fault.real(request));
    }

    @Override
    public DescribeAddressesResponse describeAddresses(DescribeAddressesRequest request) {
        return addresses.describe(request);
    }

    @Override
    public CreateSecurityGroupResponse createSecurityGroup(CreateSecurityGroupRequest request) {
        return securityGroups.create(Ec2Fault.real(request));
    }

    @Override
    public DeleteSecurityGroupResponse deleteSecurityGroup(DeleteSecurityGroupRequest request) {
        return securityGroups.delete(Ec2Fault.real(request));
    }

    @Override
    public DescribeSecurityGroupsResponse describeSecurityGroups(DescribeSecurityGroupsRequest request) {
        return securityGroups.describe(request);
    }

    @Override
    public AuthorizeSecurityGroupIngressResponse authorizeSecurityGroupIngress(
            AuthorizeSecurityGroupIngressRequest request) {
        return rules.authorize(Ec2Fault.real(request));
    }

    @Override
    public AuthorizeSecurityGroupEgressResponse authorizeSecurityGroupEgress(
            AuthorizeSecurityGroupEgressRequest request) {
        return rules.authorize(Ec2Fault.real(request));
    }

    @Override
    public RevokeSecurityGroupIngressResponse revokeSecurityGroupIngress(RevokeSecurityGroupIngressRequest request) {
        return rules.revoke(Ec2Fault.real(request));
    }

    @Override
    public RevokeSecurityGroupEgressResponse revokeSecurityGroupEgress(RevokeSecurityGroupEgressRequest request) {
        return rules.revoke(Ec2Fault.real(request));
    }

    @Override
    public DescribeSecurityGroupRulesResponse describeSecurityGroupRules(DescribeSecurityGroupRulesRequest request) {
        return rules.describe(request);
    }

    @Override
    public CreateNetworkInterfaceResponse createNetworkInterface(CreateNetworkInterfaceRequest request) {
        return interfaces.create(Ec2Fault.real(request));
    }

    @Override
    public DeleteNetworkInterfaceResponse deleteNetworkInterface(DeleteNetworkInterfaceRequest request) {
        return interfaces.delete(Ec2Fault.real(request));
    }

    @Override
    public ModifyNetworkInterfaceAttributeResponse modifyNetworkInterfaceAttribute(
            ModifyNetworkInterfaceAttributeRequest request) {
        return interfaces.modifyAttribute(Ec2Fault.real(request));
    }

    @Override
    public DescribeNetworkInterfacesResponse describeNetworkInterfaces(DescribeNetworkInterfacesRequest request) {
        return interfaces.describe(request);
    }

    @Override
    public CreateTagsResponse createTags(CreateTagsRequest request) {
        return tagging.create(Ec2Fault.real(request));
    }

    @Override
    public DeleteTagsResponse deleteTags(DeleteTagsRequest request) {
        return tagging.delete(Ec2Fault.real(request));
    }

    @Override
    public DescribeTagsResponse describeTags(DescribeTagsRequest request) {
        return tagging.describe(request);
    }

    @Override
    public DescribeAvailabilityZonesResponse describeAvailabilityZones(DescribeAvailabilityZonesRequest request) {
        return state.zones.describe(request);
    }

    @Override
    public DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
        return regions.describe(request);
    }

    @Override
    public DescribeAccountAttributesResponse describeAccountAttributes(DescribeAccountAttributesRequest request) {
        return attributes.describe(request);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
