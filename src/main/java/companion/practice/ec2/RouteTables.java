package companion.practice.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Route tables. The main one of a VPC serves every subnet that is associated with no other. */
final class RouteTables {
    private final Ec2State state;
    private final Routes routes;

    RouteTables(Ec2State state, Routes routes) {
        this.state = state;
        this.routes = routes;
    }

    static void addMain(Ec2State state, UnaryOperator<String> ids, Vpc vpc) {
        var table = add(state, ids, vpc);
        state.routeTables.put(
                table.routeTableId(),
                table.toBuilder()
                        .associations(a -> a.main(true)
                                .routeTableAssociationId(ids.apply("rtbassoc"))
                                .routeTableId(table.routeTableId())
                                .associationState(s -> s.state("associated")))
                        .build());
    }

    private static RouteTable add(Ec2State state, UnaryOperator<String> ids, Vpc vpc) {
        var table = RouteTable.builder()
                .routeTableId(ids.apply("rtb"))
                .vpcId(vpc.vpcId())
                .ownerId(state.place.account())
                .routes(Routes.local(vpc.cidrBlock()))
                .associations(List.of())
                .propagatingVgws(List.of())
                .build();
        state.routeTables.put(table.routeTableId(), table);
        return table;
    }

    static RouteTable mainOf(Ec2State state, String vpcId) {
        return state.routeTables.values().stream()
                .filter(t -> t.vpcId().equals(vpcId) && isMain(t))
                .findFirst()
                .orElseThrow();
    }

    static boolean isMain(RouteTable table) {
        return table.associations().stream().anyMatch(RouteTableAssociation::main);
    }

    static RouteTable withRoute(RouteTable table, Route route) {
        var routes = new ArrayList<>(table.routes());
        routes.add(route);
        return table.toBuilder().routes(routes).build();
    }

    CreateRouteTableResponse create(CreateRouteTableRequest request) {
        var vpc = state.vpc(request.vpcId());
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.ROUTE_TABLE);
        var table = add(state, state::id, vpc);
        state.tags.put(table.routeTableId(), tags);
        return CreateRouteTableResponse.builder().routeTable(shown(table)).build();
    }

    DeleteRouteTableResponse delete(DeleteRouteTableRequest request) {
        var table = state.routeTable(request.routeTableId());
        if (!table.associations().isEmpty()) {
            throw Ec2Fault.hasDependencies("routeTable", table.routeTableId());
        }
        state.routeTables.remove(table.routeTableId());
        state.tags.forget(table.routeTableId());
        return DeleteRouteTableResponse.builder().build();
    }

    DescribeRouteTablesResponse describe(DescribeRouteTablesRequest request) {
        var page = new Listing<>(
                        RouteTable::routeTableId,
                        RouteTable::tags,
                        id -> Ec2State.notFound("InvalidRouteTableID.NotFound", "routeTable", id))
                .on("route-table-id", RouteTable::routeTableId)
                .on("vpc-id", RouteTable::vpcId)
                .on("owner-id", RouteTable::ownerId)
                .onAny(
                        "association.main",
                        t -> t.associations().stream().map(a -> a.main().toString()))
                .onAny("association.subnet-id", t -> t.associations().stream().map(a -> a.subnetId())
                        .filter(id -> id != null))
                .onAny("association.route-table-id", t -> t.associations().stream().map(a -> a.routeTableId()))
                .onAny(
                        "association.route-table-association-id",
                        t -> t.associations().stream().map(a -> a.routeTableAssociationId()))
                .onAny("route.destination-cidr-block", t -> route(t, Route::destinationCidrBlock))
                .onAny("route.gateway-id", t -> route(t, Route::gatewayId))
                .onAny("route.nat-gateway-id", t -> route(t, Route::natGatewayId))
                .onAny("route.origin", t -> route(t, Route::originAsString))
                .onAny("route.state", t -> route(t, Route::stateAsString))
                .page(
                        state.routeTables.values().stream().map(this::shown).toList(),
                        request.routeTableIds(),
                        request.filters(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeRouteTablesResponse.builder()
                .routeTables(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static Stream<String> route(RouteTable table, Function<Route, String> value) {
        return table.routes().stream().map(value).filter(v -> v != null);
    }

    private RouteTable shown(RouteTable table) {
        return table.toBuilder()
                .routes(table.routes().stream()
                        .map(r -> routes.shown(r, table.vpcId()))
                        .toList())
                .tags(state.tags.of(table.routeTableId()))
                .build();
    }
}
