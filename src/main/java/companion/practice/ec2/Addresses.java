package companion.practice.ec2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceType;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/**
 * Elastic IP addresses and their association with network interfaces.
 *
 * <p>A service (see {@link NetworkInterfaces}) that calls AssociateAddress with an interface and no address gets one of
 * Amazon's own for it, as load balancers and tasks with {@code assignPublicIp} have; it goes with the interface.
 */
final class Addresses {
    static final int QUOTA = 5;

    private final Ec2State state;
    private final PublicAddresses pool;

    Addresses(Ec2State state) {
        this.state = state;
        this.pool = new PublicAddresses(state);
    }

    AllocateAddressResponse allocate(AllocateAddressRequest request) {
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.ELASTIC_IP);
        if (state.addresses.size() >= QUOTA) {
            throw Ec2Fault.of("AddressLimitExceeded", "The maximum number of addresses has been reached.");
        }
        var address = Address.builder()
                .publicIp(pool.take())
                .allocationId(state.id("eipalloc"))
                .domain(DomainType.VPC)
                .publicIpv4Pool("amazon")
                .networkBorderGroup(state.place.region())
                .build();
        state.addresses.put(address.allocationId(), address);
        state.tags.put(address.allocationId(), tags);
        return AllocateAddressResponse.builder()
                .publicIp(address.publicIp())
                .allocationId(address.allocationId())
                .domain(address.domain())
                .publicIpv4Pool(address.publicIpv4Pool())
                .networkBorderGroup(address.networkBorderGroup())
                .build();
    }

    Address allocated(@Nullable String allocationId) {
        var address = state.addresses.get(Ec2Fault.require(allocationId, "AllocationId"));
        if (address == null) {
            throw noSuchAllocation(allocationId);
        }
        return address;
    }

    private static RuntimeException noSuchAllocation(@Nullable String id) {
        return Ec2State.notFound("InvalidAllocationID.NotFound", "allocation", id);
    }

    ReleaseAddressResponse release(ReleaseAddressRequest request) {
        if (request.allocationId() == null && request.publicIp() != null) {
            throw Ec2Fault.invalid("You must specify an allocation id when releasing a VPC elastic IP address");
        }
        var address = allocated(request.allocationId());
        if (address.associationId() != null) {
            var holder = state.interfaces.get(address.networkInterfaceId());
            if (holder != null && Boolean.TRUE.equals(holder.requesterManaged())) {
                throw noPermission();
            }
            throw Ec2Fault.of("InvalidIPAddress.InUse", "Address " + address.publicIp() + " is in use.");
        }
        state.addresses.remove(address.allocationId());
        state.tags.forget(address.allocationId());
        return ReleaseAddressResponse.builder().build();
    }

    /** What EC2 says of an address that a NAT gateway or a service holds. */
    private static RuntimeException noPermission() {
        return Ec2Fault.of("AuthFailure", "You do not have permission to access the specified resource.");
    }

    AssociateAddressResponse associate(AssociateAddressRequest request) {
        var target = state.networkInterface(request.networkInterfaceId());
        var requester = Requester.current();
        if (request.allocationId() == null && requester.isService()) {
            var association = state.id("eipassoc");
            attach(
                    target,
                    NetworkInterfaceAssociation.builder()
                            .associationId(association)
                            .publicIp(pool.take())
                            .ipOwnerId(requester.addressOwner())
                            .build());
            return AssociateAddressResponse.builder().associationId(association).build();
        }
        if (request.allocationId() == null) {
            throw Ec2Fault.of("MissingParameter", "Either public IP or allocation id must be specified");
        }
        var address = allocated(request.allocationId());
        if (Boolean.TRUE.equals(target.requesterManaged())) {
            throw noPermission();
        }
        if (address.associationId() != null && !Boolean.TRUE.equals(request.allowReassociation())) {
            throw Ec2Fault.of(
                    "Resource.AlreadyAssociated",
                    "resource " + address.allocationId() + " is already associated with associate-id "
                            + address.associationId());
        }
        return AssociateAddressResponse.builder()
                .associationId(bind(address, target))
                .build();
    }

    /** Associates an Elastic IP with an interface, taking it from another one. */
    String bind(Address address, NetworkInterface target) {
        detach(address.networkInterfaceId());
        var association = state.id("eipassoc");
        state.addresses.put(
                address.allocationId(),
                address.toBuilder()
                        .associationId(association)
                        .networkInterfaceId(target.networkInterfaceId())
                        .networkInterfaceOwnerId(state.place.account())
                        .privateIpAddress(target.privateIpAddress())
                        .build());
        attach(
                target,
                NetworkInterfaceAssociation.builder()
                        .allocationId(address.allocationId())
                        .associationId(association)
                        .publicIp(address.publicIp())
                        .ipOwnerId(state.place.account())
                        .build());
        return association;
    }

    private void attach(NetworkInterface target, NetworkInterfaceAssociation association) {
        var full = association.toBuilder().publicDnsName(publicName(association.publicIp())).build();
        state.interfaces.put(
                target.networkInterfaceId(),
                target.toBuilder()
                        .association(full)
                        .privateIpAddresses(target.privateIpAddresses().getFirst().toBuilder()
                                .association(full)
                                .build())
                        .build());
    }

    private void detach(@Nullable String interfaceId) {
        if (interfaceId != null) {
            state.interfaces.computeIfPresent(interfaceId, (id, i) -> i.toBuilder()
                    .association((NetworkInterfaceAssociation) null)
                    .privateIpAddresses(i.privateIpAddresses().getFirst().toBuilder()
                            .association((NetworkInterfaceAssociation) null)
                            .build())
                    .build());
        }
    }

    private String publicName(String address) {
        var region = state.place.region();
        return "ec2-" + address.replace('.', '-')
                + (region.equals("us-east-1") ? ".compute-1" : "." + region + ".compute") + ".amazonaws.com";
    }

    DisassociateAddressResponse disassociate(DisassociateAddressRequest request) {
        var id = Ec2Fault.require(request.associationId(), "AssociationId");
        var address = state.addresses.values().stream()
                .filter(a -> id.equals(a.associationId()))
                .findFirst()
                .orElseThrow(() -> Ec2State.notFound("InvalidAssociationID.NotFound", "association", id));
        var holder = state.interfaces.get(address.networkInterfaceId());
        if (holder != null && holder.interfaceType() == NetworkInterfaceType.NAT_GATEWAY) {
            throw noPermission();
        }
        detach(address.networkInterfaceId());
        state.addresses.put(address.allocationId(), dissociated(address));
        return DisassociateAddressResponse.builder().build();
    }

    static Address dissociated(Address address) {
        return address.toBuilder()
                .associationId(null)
                .networkInterfaceId(null)
                .networkInterfaceOwnerId(null)
                .privateIpAddress(null)
                .build();
    }

    DescribeAddressesResponse describe(DescribeAddressesRequest request) {
        for (var ip : request.publicIps()) {
            if (state.addresses.values().stream().noneMatch(a -> a.publicIp().equals(ip))) {
                throw Ec2Fault.of("InvalidAddress.NotFound", "Address '" + ip + "' not found.");
            }
        }
        var found = new Listing<>(Address::allocationId, Address::tags, Addresses::noSuchAllocation)
                .on("allocation-id", Address::allocationId)
                .on("association-id", Address::associationId)
                .on("domain", Address::domainAsString)
                .on("instance-id", Address::instanceId)
                .on("network-border-group", Address::networkBorderGroup)
                .on("network-interface-id", Address::networkInterfaceId)
                .on("network-interface-owner-id", Address::networkInterfaceOwnerId)
                .on("private-ip-address", Address::privateIpAddress)
                .on("public-ip", Address::publicIp)
                .all(shown(), request.allocationIds(), request.filters());
        return DescribeAddressesResponse.builder()
                .addresses(found.stream()
                        .filter(a -> request.publicIps().isEmpty() || request.publicIps().contains(a.publicIp()))
                        .toList())
                .build();
    }

    private List<Address> shown() {
        return state.addresses.values().stream()
                .map(a -> a.toBuilder().tags(state.tags.of(a.allocationId())).build())
                .toList();
    }
}
