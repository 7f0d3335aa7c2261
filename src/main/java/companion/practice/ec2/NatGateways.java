package companion.practice.ec2;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AvailabilityMode;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Zonal NAT gateways: pending, then available or failed with the reason; deleting, then deleted, and still described
 * for an hour. Durations as measured (facts, section 4.5).
 */
final class NatGateways {
    private static final int QUOTA_PER_ZONE = 5;
    private static final Duration UNTIL_AVAILABLE = Duration.ofSeconds(92);
    private static final Duration UNTIL_FAILED = Duration.ofSeconds(10);
    private static final Duration UNTIL_DELETED = Duration.ofSeconds(50);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Requester SERVICE = new Requester("ec2.amazonaws.com");

    private final Ec2State state;
    private final Addresses addresses;
    private final NetworkInterfaces interfaces;

    NatGateways(Ec2State state, Addresses addresses, NetworkInterfaces interfaces) {
        this.state = state;
        this.addresses = addresses;
        this.interfaces = interfaces;
    }

    /** Why a gateway ends as failed. */
    private record Failure(String code, String message) {}

    CreateNatGatewayResponse create(CreateNatGatewayRequest request) {
        if (request.availabilityMode() == AvailabilityMode.REGIONAL) {
            throw new UnsupportedOperationException("The practice cloud makes zonal NAT gateways only.");
        }
        var subnet = state.subnet(request.subnetId());
        boolean isPublic = request.connectivityType() != ConnectivityType.PRIVATE;
        if (isPublic) {
            addresses.allocated(request.allocationId());
        } else if (request.allocationId() != null) {
            throw Ec2Fault.of(
                    "InvalidParameterCombination",
                    "The parameter AllocationId cannot be used with connectivity type private");
        }
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.NATGATEWAY);
        refuseBeyondQuota(subnet);
        var failure = isPublic ? failure(subnet, request.allocationId()) : null;
        var gateway = NatGateway.builder()
                .natGatewayId("nat-0" + state.world.ids().hex(16))
                .subnetId(subnet.subnetId())
                .vpcId(subnet.vpcId())
                .state(NatGatewayState.PENDING)
                .createTime(state.world.now())
                .connectivityType(isPublic ? ConnectivityType.PUBLIC : ConnectivityType.PRIVATE)
                .availabilityMode(AvailabilityMode.ZONAL)
                .natGatewayAddresses(NatGatewayAddress.builder()
                        .allocationId(request.allocationId())
                        .isPrimary(true)
                        .build())
                .build();
        if (failure == null) {
            gateway = connected(gateway, request.allocationId(), request.privateIpAddress());
        }
        state.natGateways.put(gateway.natGatewayId(), gateway);
        state.tags.put(gateway.natGatewayId(), tags);
        settleLater(gateway.natGatewayId(), failure);
        return CreateNatGatewayResponse.builder()
                .natGateway(shown(gateway))
                .clientToken(request.clientToken())
                .build();
    }

    private void refuseBeyondQuota(Subnet subnet) {
        long sameZone = state.natGateways.values().stream()
                .filter(n -> n.state() == NatGatewayState.PENDING
                        || n.state() == NatGatewayState.AVAILABLE
                        || n.state() == NatGatewayState.DELETING)
                .map(n -> state.subnets.get(n.subnetId()))
                .filter(s -> s != null && s.availabilityZone().equals(subnet.availabilityZone()))
                .count();
        if (sameZone >= QUOTA_PER_ZONE) {
            throw Ec2Fault.of(
                    "NatGatewayLimitExceeded",
                    "Performing this operation would exceed the limit of " + QUOTA_PER_ZONE + " NAT gateways");
        }
    }

    private @Nullable Failure failure(Subnet subnet, String allocationId) {
        if (!InternetGateways.attachedTo(state, subnet.vpcId())) {
            return new Failure(
                    "Gateway.NotAttached", "Network " + subnet.vpcId() + " has no Internet gateway attached");
        }
        if (addresses.allocated(allocationId).associationId() != null) {
            return new Failure(
                    "Resource.AlreadyAssociated", "Elastic IP address " + allocationId + " is already associated");
        }
        return null;
    }

    private NatGateway connected(NatGateway gateway, @Nullable String allocationId, @Nullable String privateIp) {
        var made = interfaces.make(
                CreateNetworkInterfaceRequest.builder()
                        .subnetId(gateway.subnetId())
                        .privateIpAddress(privateIp)
                        .description("Interface for NAT Gateway " + gateway.natGatewayId())
                        .build(),
                NetworkInterfaceType.NAT_GATEWAY,
                SERVICE);
        var address = gateway.natGatewayAddresses().getFirst().toBuilder()
                .networkInterfaceId(made.networkInterfaceId())
                .privateIp(made.privateIpAddress())
                .status("succeeded");
        if (allocationId != null) {
            var elastic = addresses.allocated(allocationId);
            address.publicIp(elastic.publicIp()).associationId(addresses.bind(elastic, made));
        }
        return gateway.toBuilder().natGatewayAddresses(address.build()).build();
    }

    private void settleLater(String id, @Nullable Failure failure) {
        state.world.after(
                failure == null ? UNTIL_AVAILABLE : UNTIL_FAILED,
                () -> state.natGateways.computeIfPresent(id, (i, gateway) -> {
                    if (gateway.state() != NatGatewayState.PENDING) {
                        return gateway;
                    }
                    if (failure == null) {
                        return gateway.toBuilder().state(NatGatewayState.AVAILABLE).build();
                    }
                    state.world.deadline(REMEMBERED, () -> forget(id));
                    return gateway.toBuilder()
                            .state(NatGatewayState.FAILED)
                            .failureCode(failure.code())
                            .failureMessage(failure.message())
                            .build();
                }));
    }

    DeleteNatGatewayResponse delete(DeleteNatGatewayRequest request) {
        var gateway = state.natGateway(request.natGatewayId());
        var id = gateway.natGatewayId();
        if (gateway.state() == NatGatewayState.PENDING
                || gateway.state() == NatGatewayState.AVAILABLE
                || gateway.state() == NatGatewayState.FAILED) {
            state.natGateways.put(id, gateway.toBuilder().state(NatGatewayState.DELETING).build());
            state.world.after(UNTIL_DELETED, () -> deleted(id));
        }
        return DeleteNatGatewayResponse.builder().natGatewayId(id).build();
    }

    private void deleted(String id) {
        state.natGateways.computeIfPresent(id, (i, gateway) -> {
            gateway.natGatewayAddresses().stream()
                    .map(NatGatewayAddress::networkInterfaceId)
                    .filter(eni -> eni != null)
                    .forEach(interfaces::remove);
            return gateway.toBuilder()
                    .state(NatGatewayState.DELETED)
                    .deleteTime(state.world.now())
                    .build();
        });
        state.world.deadline(REMEMBERED, () -> forget(id));
    }

    private void forget(String id) {
        state.natGateways.remove(id);
        state.tags.forget(id);
    }

    DescribeNatGatewaysResponse describe(DescribeNatGatewaysRequest request) {
        var page = new Listing<>(NatGateway::natGatewayId, NatGateway::tags, Ec2State::noSuchNatGateway)
                .on("nat-gateway-id", NatGateway::natGatewayId)
                .on("state", NatGateway::stateAsString)
                .on("subnet-id", NatGateway::subnetId)
                .on("vpc-id", NatGateway::vpcId)
                .page(
                        state.natGateways.values().stream().map(this::shown).toList(),
                        request.natGatewayIds(),
                        request.filter(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeNatGatewaysResponse.builder()
                .natGateways(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private NatGateway shown(NatGateway gateway) {
        return gateway.toBuilder()
                .tags(state.tags.of(gateway.natGatewayId()))
                .build();
    }
}
