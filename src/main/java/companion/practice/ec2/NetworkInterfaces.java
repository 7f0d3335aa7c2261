package companion.practice.ec2;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceStatus;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/**
 * Network interfaces: the learner's, and those that services keep in the learner's subnets.
 *
 * <p>A call made in the role of a service ({@link companion.practice.fabric.Caller#service}) makes an interface that
 * is requester-managed and in use from the start, as those of load balancers, tasks and builds are; the service
 * deletes it with DeleteNetworkInterface, which the learner cannot.
 */
final class NetworkInterfaces {
    private static final int MOST_GROUPS = 5;

    private final Ec2State state;
    private final PrivateAddresses privateAddresses;

    NetworkInterfaces(Ec2State state) {
        this.state = state;
        this.privateAddresses = new PrivateAddresses(state);
    }

    CreateNetworkInterfaceResponse create(CreateNetworkInterfaceRequest request) {
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.NETWORK_INTERFACE);
        var made = make(request, NetworkInterfaceType.INTERFACE, Requester.current());
        state.tags.put(made.networkInterfaceId(), tags);
        return CreateNetworkInterfaceResponse.builder()
                .networkInterface(shown(made))
                .clientToken(request.clientToken())
                .build();
    }

    NetworkInterface make(CreateNetworkInterfaceRequest request, NetworkInterfaceType type, Requester requester) {
        var subnet = state.subnet(request.subnetId());
        var groups = type == NetworkInterfaceType.NAT_GATEWAY
                ? List.<GroupIdentifier>of()
                : groups(request.groups(), subnet.vpcId());
        var address = privateAddresses.take(subnet, request.privateIpAddress());
        var made = NetworkInterface.builder()
                .networkInterfaceId(state.id("eni"))
                .interfaceType(type)
                .description(request.description() == null ? "" : request.description())
                .subnetId(subnet.subnetId())
                .vpcId(subnet.vpcId())
                .availabilityZone(subnet.availabilityZone())
                .availabilityZoneId(subnet.availabilityZoneId())
                .groups(groups)
                .privateIpAddress(address)
                .privateDnsName(privateName(address))
                .privateIpAddresses(a -> a.primary(true).privateIpAddress(address).privateDnsName(privateName(address)))
                .macAddress("0a:" + state.world.ids().hex(10).replaceAll("(..)(?=.)", "$1:"))
                .ownerId(state.place.account())
                .sourceDestCheck(!requester.isService() || type != NetworkInterfaceType.NAT_GATEWAY)
                .requesterManaged(requester.isService())
                .requesterId(requester.isService() ? requester.id() : null)
                .status(requester.isService() ? NetworkInterfaceStatus.IN_USE : NetworkInterfaceStatus.AVAILABLE)
                .attachment(requester.isService() ? attachment(requester) : null)
                .build();
        state.interfaces.put(made.networkInterfaceId(), made);
        return made;
    }

    private NetworkInterfaceAttachment attachment(Requester requester) {
        return NetworkInterfaceAttachment.builder()
                .attachmentId(state.id("ela-attach"))
                .attachTime(state.world.now())
                .deviceIndex(1)
                .deleteOnTermination(false)
                .instanceOwnerId(requester.id())
                .status(AttachmentStatus.ATTACHED)
                .build();
    }

    private List<GroupIdentifier> groups(List<String> wanted, String vpcId) {
        if (wanted.size() > MOST_GROUPS) {
            throw Ec2Fault.of(
                    "SecurityGroupsPerInterfaceLimitExceeded",
                    "The maximum number of security groups per interface has been reached.");
        }
        var ids = wanted.isEmpty() ? List.of(SecurityGroups.defaultOf(state, vpcId).groupId()) : wanted;
        return ids.stream()
                .map(id -> {
                    var group = state.securityGroup(id);
                    if (!group.vpcId().equals(vpcId)) {
                        throw Ec2Fault.invalid(
                                "You have specified two resources that belong to different networks.");
                    }
                    return GroupIdentifier.builder()
                            .groupId(id)
                            .groupName(group.groupName())
                            .build();
                })
                .toList();
    }

    private String privateName(String address) {
        var region = state.place.region();
        return "ip-" + address.replace('.', '-')
                + (region.equals("us-east-1") ? ".ec2.internal" : "." + region + ".compute.internal");
    }

    DeleteNetworkInterfaceResponse delete(DeleteNetworkInterfaceRequest request) {
        var found = state.networkInterface(request.networkInterfaceId());
        if (found.status() == NetworkInterfaceStatus.IN_USE && !Requester.current().isService()) {
            throw Ec2Fault.invalid("Network interface '" + found.networkInterfaceId() + "' is currently in use.");
        }
        remove(found.networkInterfaceId());
        return DeleteNetworkInterfaceResponse.builder().build();
    }

    void remove(String id) {
        state.interfaces.remove(id);
        state.tags.forget(id);
        state.addresses.replaceAll((allocation, address) -> id.equals(address.networkInterfaceId())
                ? Addresses.dissociated(address)
                : address);
    }

    /** Changes the security groups, the description or the source/destination check. */
    ModifyNetworkInterfaceAttributeResponse modifyAttribute(ModifyNetworkInterfaceAttributeRequest request) {
        var found = state.networkInterface(request.networkInterfaceId());
        if (Boolean.TRUE.equals(found.requesterManaged()) && !Requester.current().isService()) {
            throw Ec2Fault.of("AuthFailure", "You do not have permission to access the specified resource.");
        }
        var changed = found.toBuilder();
        if (!request.groups().isEmpty()) {
            changed.groups(groups(request.groups(), found.vpcId()));
        }
        if (request.description() != null) {
            changed.description(request.description().value());
        }
        if (request.sourceDestCheck() != null) {
            changed.sourceDestCheck(request.sourceDestCheck().value());
        }
        state.interfaces.put(found.networkInterfaceId(), changed.build());
        return ModifyNetworkInterfaceAttributeResponse.builder().build();
    }

    DescribeNetworkInterfacesResponse describe(DescribeNetworkInterfacesRequest request) {
        var page = new Listing<>(
                        NetworkInterface::networkInterfaceId,
                        NetworkInterface::tagSet,
                        id -> Ec2State.notFound("InvalidNetworkInterfaceID.NotFound", "networkInterface", id))
                .on("network-interface-id", NetworkInterface::networkInterfaceId)
                .on("availability-zone", NetworkInterface::availabilityZone)
                .on("description", NetworkInterface::description)
                .onAny("group-id", i -> i.groups().stream().map(GroupIdentifier::groupId))
                .onAny("group-name", i -> i.groups().stream().map(GroupIdentifier::groupName))
                .on("interface-type", NetworkInterface::interfaceTypeAsString)
                .on("mac-address", NetworkInterface::macAddress)
                .on("owner-id", NetworkInterface::ownerId)
                .on("private-dns-name", NetworkInterface::privateDnsName)
                .on("private-ip-address", NetworkInterface::privateIpAddress)
                .onAny("addresses.private-ip-address", i -> Stream.of(i.privateIpAddress()))
                .on("requester-id", NetworkInterface::requesterId)
                .on("requester-managed", NetworkInterface::requesterManaged)
                .on("status", NetworkInterface::statusAsString)
                .on("subnet-id", NetworkInterface::subnetId)
                .on("vpc-id", NetworkInterface::vpcId)
                .on("association.public-ip", association(NetworkInterfaceAssociation::publicIp))
                .on("association.allocation-id", association(NetworkInterfaceAssociation::allocationId))
                .on("association.association-id", association(NetworkInterfaceAssociation::associationId))
                .on("association.ip-owner-id", association(NetworkInterfaceAssociation::ipOwnerId))
                .on("attachment.status", attached(NetworkInterfaceAttachment::statusAsString))
                .on("attachment.attachment-id", attached(NetworkInterfaceAttachment::attachmentId))
                .on("attachment.instance-owner-id", attached(NetworkInterfaceAttachment::instanceOwnerId))
                .page(
                        state.interfaces.values().stream().map(this::shown).toList(),
                        request.networkInterfaceIds(),
                        request.filters(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeNetworkInterfacesResponse.builder()
                .networkInterfaces(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static Function<NetworkInterface, @Nullable String> association(
            Function<NetworkInterfaceAssociation, String> value) {
        return i -> i.association() == null ? null : value.apply(i.association());
    }

    private static Function<NetworkInterface, @Nullable String> attached(
            Function<NetworkInterfaceAttachment, String> value) {
        return i -> i.attachment() == null ? null : value.apply(i.attachment());
    }

    private NetworkInterface shown(NetworkInterface found) {
        return found.toBuilder()
                .tagSet(state.tags.of(found.networkInterfaceId()))
                .build();
    }
}
