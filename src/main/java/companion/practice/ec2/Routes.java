package companion.practice.ec2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteResponse;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteResponse;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteResponse;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** The routes in a table: to an internet gateway, a NAT gateway or a network interface. */
final class Routes {
    private static final String LOCAL = "local";

    private final Ec2State state;

    Routes(Ec2State state) {
        this.state = state;
    }

    static Route local(String block) {
        return toGateway(block, LOCAL).toBuilder()
                .origin(RouteOrigin.CREATE_ROUTE_TABLE)
                .build();
    }

    static Route toGateway(String block, String gatewayId) {
        return Route.builder()
                .destinationCidrBlock(block)
                .gatewayId(gatewayId)
                .origin(RouteOrigin.CREATE_ROUTE)
                .state(RouteState.ACTIVE)
                .build();
    }

    CreateRouteResponse create(CreateRouteRequest request) {
        var table = state.routeTable(request.routeTableId());
        var block = destination(request.destinationCidrBlock());
        if (table.routes().stream().anyMatch(r -> block.equals(r.destinationCidrBlock()))) {
            throw Ec2Fault.of("RouteAlreadyExists", "The route identified by " + block + " already exists.");
        }
        var route = route(
                table, block, request.gatewayId(), request.natGatewayId(), request.networkInterfaceId());
        state.routeTables.put(table.routeTableId(), RouteTables.withRoute(table, route));
        return CreateRouteResponse.builder().returnValue(true).build();
    }

    ReplaceRouteResponse replace(ReplaceRouteRequest request) {
        var table = state.routeTable(request.routeTableId());
        var block = destination(request.destinationCidrBlock());
        if (existing(table, block).gatewayId() instanceof String gateway && gateway.equals(LOCAL)) {
            throw Ec2Fault.invalid("cannot replace local route " + block + " in route table " + table.routeTableId());
        }
        var route = route(
                table, block, request.gatewayId(), request.natGatewayId(), request.networkInterfaceId());
        state.routeTables.put(
                table.routeTableId(),
                table.toBuilder()
                        .routes(table.routes().stream()
                                .map(r -> block.equals(r.destinationCidrBlock()) ? route : r)
                                .toList())
                        .build());
        return ReplaceRouteResponse.builder().build();
    }

    DeleteRouteResponse delete(DeleteRouteRequest request) {
        var table = state.routeTable(request.routeTableId());
        var block = destination(request.destinationCidrBlock());
        if (LOCAL.equals(existing(table, block).gatewayId())) {
            throw Ec2Fault.invalid(
                    "cannot remove local route " + block + " in route table " + table.routeTableId());
        }
        state.routeTables.put(
                table.routeTableId(),
                table.toBuilder()
                        .routes(table.routes().stream()
                                .filter(r -> !block.equals(r.destinationCidrBlock()))
                                .toList())
                        .build());
        return DeleteRouteResponse.builder().build();
    }

    private static String destination(@Nullable String block) {
        return Cidr.parse(Ec2Fault.require(block, "destinationCidrBlock"), "destinationCidrBlock")
                .toString();
    }

    private static Route existing(RouteTable table, String block) {
        return table.routes().stream()
                .filter(r -> block.equals(r.destinationCidrBlock()))
                .findFirst()
                .orElseThrow(() -> Ec2Fault.of(
                        "InvalidRoute.NotFound",
                        "no route with destination-cidr-block " + block + " in route table "
                                + table.routeTableId()));
    }

    private Route route(
            RouteTable table,
            String block,
            @Nullable String gatewayId,
            @Nullable String natGatewayId,
            @Nullable String interfaceId) {
        long targets = List.of(gatewayId != null, natGatewayId != null, interfaceId != null).stream()
                .filter(given -> given)
                .count();
        if (targets != 1) {
            throw Ec2Fault.of(
                    targets == 0 ? "MissingParameter" : "InvalidParameterCombination",
                    "The request must contain exactly one of gatewayId, natGatewayId, networkInterfaceId, "
                            + "vpcPeeringConnectionId, egressOnlyInternetGatewayId, transitGatewayId, "
                            + "localGatewayId, carrierGatewayId or instanceId");
        }
        var route = Route.builder()
                .destinationCidrBlock(block)
                .origin(RouteOrigin.CREATE_ROUTE)
                .state(RouteState.ACTIVE);
        if (gatewayId != null) {
            checkGateway(table, gatewayId);
            return route.gatewayId(gatewayId).build();
        }
        if (natGatewayId != null) {
            checkNatGateway(natGatewayId);
            return route.natGatewayId(natGatewayId).build();
        }
        return route.networkInterfaceId(state.networkInterface(interfaceId).networkInterfaceId())
                .build();
    }

    private void checkGateway(RouteTable table, String id) {
        var gateway = state.internetGateways.get(id);
        if (gateway == null) {
            throw Ec2State.notFound("InvalidGatewayID.NotFound", "gateway", id);
        }
        if (!InternetGateways.isAttached(gateway, table.vpcId())) {
            throw Ec2Fault.invalid(
                    "route table " + table.routeTableId() + " and network gateway " + id
                            + " belong to different networks");
        }
    }

    private void checkNatGateway(String id) {
        var gateway = state.natGateways.get(id);
        if (gateway == null || gateway.state() == NatGatewayState.DELETED) {
            throw Ec2State.notFound("InvalidNatGatewayID.NotFound", "natGateway", id);
        }
    }

    /** A route as it is now: traffic to a target that has gone falls into a black hole. */
    Route shown(Route route, String vpcId) {
        return leadsSomewhere(route, vpcId)
                ? route
                : route.toBuilder().state(RouteState.BLACKHOLE).build();
    }

    private boolean leadsSomewhere(Route route, String vpcId) {
        if (route.natGatewayId() != null) {
            var gateway = state.natGateways.get(route.natGatewayId());
            return gateway != null
                    && gateway.state() != NatGatewayState.DELETED
                    && gateway.state() != NatGatewayState.FAILED;
        }
        if (route.networkInterfaceId() != null) {
            return state.interfaces.containsKey(route.networkInterfaceId());
        }
        var gateway = state.internetGateways.get(route.gatewayId());
        return LOCAL.equals(route.gatewayId())
                || gateway != null && InternetGateways.isAttached(gateway, vpcId);
    }
}
