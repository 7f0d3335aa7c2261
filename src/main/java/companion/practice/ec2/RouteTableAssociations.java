package companion.practice.ec2;

import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationResponse;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationState;

/** Which subnet uses which route table. */
final class RouteTableAssociations {
    private static final RouteTableAssociationState ASSOCIATED =
            RouteTableAssociationState.builder().state("associated").build();

    private final Ec2State state;

    RouteTableAssociations(Ec2State state) {
        this.state = state;
    }

    AssociateRouteTableResponse associate(AssociateRouteTableRequest request) {
        var table = state.routeTable(request.routeTableId());
        var subnet = state.subnet(request.subnetId());
        if (!subnet.vpcId().equals(table.vpcId())) {
            throw differentNetworks(table, subnet.subnetId());
        }
        for (var other : state.routeTables.values()) {
            for (var association : other.associations()) {
                if (subnet.subnetId().equals(association.subnetId())) {
                    if (other.routeTableId().equals(table.routeTableId())) {
                        return response(association);
                    }
                    throw Ec2Fault.of(
                            "Resource.AlreadyAssociated",
                            "the specified association for route table " + table.routeTableId()
                                    + " conflicts with an existing association");
                }
            }
        }
        return response(add(table, subnet.subnetId(), false));
    }

    private static RuntimeException differentNetworks(RouteTable table, String subnetId) {
        return Ec2Fault.invalid("route table " + table.routeTableId() + " and subnet " + subnetId
                + " belong to different networks");
    }

    private static AssociateRouteTableResponse response(RouteTableAssociation association) {
        return AssociateRouteTableResponse.builder()
                .associationId(association.routeTableAssociationId())
                .associationState(association.associationState())
                .build();
    }

    private RouteTableAssociation add(RouteTable table, @Nullable String subnetId, boolean main) {
        var association = RouteTableAssociation.builder()
                .routeTableAssociationId(state.id("rtbassoc"))
                .routeTableId(table.routeTableId())
                .subnetId(subnetId)
                .main(main)
                .associationState(ASSOCIATED)
                .build();
        var all = new ArrayList<>(table.associations());
        all.add(association);
        state.routeTables.put(
                table.routeTableId(), table.toBuilder().associations(all).build());
        return association;
    }

    DisassociateRouteTableResponse disassociate(DisassociateRouteTableRequest request) {
        var association = find(request.associationId());
        if (association.main()) {
            throw Ec2Fault.invalid("cannot disassociate the main route table association "
                    + association.routeTableAssociationId());
        }
        remove(association);
        return DisassociateRouteTableResponse.builder().build();
    }

    ReplaceRouteTableAssociationResponse replace(ReplaceRouteTableAssociationRequest request) {
        var association = find(request.associationId());
        var table = state.routeTable(request.routeTableId());
        if (!state.routeTable(association.routeTableId()).vpcId().equals(table.vpcId())) {
            throw differentNetworks(table, Objects.toString(association.subnetId(), "-"));
        }
        remove(association);
        var made = add(state.routeTable(table.routeTableId()), association.subnetId(), association.main());
        return ReplaceRouteTableAssociationResponse.builder()
                .newAssociationId(made.routeTableAssociationId())
                .associationState(made.associationState())
                .build();
    }

    private RouteTableAssociation find(@Nullable String id) {
        Ec2Fault.require(id, "AssociationId");
        return state.routeTables.values().stream()
                .flatMap(t -> t.associations().stream())
                .filter(a -> a.routeTableAssociationId().equals(id))
                .findFirst()
                .orElseThrow(() -> Ec2State.notFound("InvalidAssociationID.NotFound", "association", id));
    }

    private void remove(RouteTableAssociation association) {
        state.routeTables.computeIfPresent(association.routeTableId(), (id, table) -> table.toBuilder()
                .associations(table.associations().stream()
                        .filter(a -> !a.equals(association))
                        .toList())
                .build());
    }
}
