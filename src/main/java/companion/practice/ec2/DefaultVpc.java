package companion.practice.ec2;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * The default VPC: 172.31.0.0/16 with a public subnet in each zone, an internet gateway and a route to it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html">Default VPC
 *     components</a>
 */
final class DefaultVpc {
    private static final Cidr BLOCK = Cidr.parse("172.31.0.0/16", "cidrBlock");
    private static final int SUBNET_PREFIX = 20;

    private final Ec2State state;
    private final Vpcs vpcs;
    private final Subnets subnets;

    DefaultVpc(Ec2State state, Vpcs vpcs, Subnets subnets) {
        this.state = state;
        this.vpcs = vpcs;
        this.subnets = subnets;
    }

    /** @param ids makes a new id for a prefix */
    Vpc make(UnaryOperator<String> ids) {
        var vpc = vpcs.add(ids, BLOCK, true, List.of());
        var gateway = InternetGateway.builder()
                .internetGatewayId(ids.apply("igw"))
                .ownerId(state.place.account())
                .attachments(a -> a.vpcId(vpc.vpcId()).state("available"))
                .build();
        state.internetGateways.put(gateway.internetGatewayId(), gateway);
        var main = RouteTables.mainOf(state, vpc.vpcId());
        state.routeTables.put(
                main.routeTableId(),
                RouteTables.withRoute(main, Routes.toGateway("0.0.0.0/0", gateway.internetGatewayId())));
        long offset = 0;
        for (var zone : state.zones.all()) {
            var block = new Cidr(BLOCK.base() + offset, SUBNET_PREFIX);
            subnets.add(ids, vpc.vpcId(), zone, block, true);
            offset += block.size();
        }
        return vpc;
    }
}
