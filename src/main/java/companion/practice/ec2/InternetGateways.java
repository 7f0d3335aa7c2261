package companion.practice.ec2;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Internet gateways and their attachment to a VPC. */
final class InternetGateways {
    private static final int QUOTA = 5;

    private final Ec2State state;

    InternetGateways(Ec2State state) {
        this.state = state;
    }

    /** Whether a VPC reaches the internet at all. */
    static boolean attachedTo(Ec2State state, String vpcId) {
        return state.internetGateways.values().stream().anyMatch(g -> isAttached(g, vpcId));
    }

    static boolean isAttached(InternetGateway gateway, String vpcId) {
        return gateway.attachments().stream().anyMatch(a -> a.vpcId().equals(vpcId));
    }

    CreateInternetGatewayResponse create(CreateInternetGatewayRequest request) {
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.INTERNET_GATEWAY);
        if (state.internetGateways.size() >= QUOTA) {
            throw Ec2Fault.of(
                    "InternetGatewayLimitExceeded", "The maximum number of internet gateways has been reached.");
        }
        var gateway = InternetGateway.builder()
                .internetGatewayId(state.id("igw"))
                .ownerId(state.place.account())
                .attachments(List.of())
                .build();
        state.internetGateways.put(gateway.internetGatewayId(), gateway);
        state.tags.put(gateway.internetGatewayId(), tags);
        return CreateInternetGatewayResponse.builder()
                .internetGateway(shown(gateway))
                .build();
    }

    AttachInternetGatewayResponse attach(AttachInternetGatewayRequest request) {
        var gateway = state.internetGateway(request.internetGatewayId());
        var vpc = state.vpc(request.vpcId());
        if (!gateway.attachments().isEmpty()) {
            throw Ec2Fault.of(
                    "Resource.AlreadyAssociated",
                    "resource " + gateway.internetGatewayId() + " is already attached to network "
                            + gateway.attachments().getFirst().vpcId());
        }
        if (attachedTo(state, vpc.vpcId())) {
            throw Ec2Fault.invalid("Network " + vpc.vpcId() + " already has an internet gateway attached");
        }
        var attachment = InternetGatewayAttachment.builder()
                .vpcId(vpc.vpcId())
                .state("available")
                .build();
        state.internetGateways.put(
                gateway.internetGatewayId(),
                gateway.toBuilder().attachments(attachment).build());
        return AttachInternetGatewayResponse.builder().build();
    }

    DetachInternetGatewayResponse detach(DetachInternetGatewayRequest request) {
        var gateway = state.internetGateway(request.internetGatewayId());
        var vpc = state.vpc(request.vpcId());
        if (!isAttached(gateway, vpc.vpcId())) {
            throw Ec2Fault.of(
                    "Gateway.NotAttached",
                    "resource " + gateway.internetGatewayId() + " is not attached to network " + vpc.vpcId());
        }
        boolean mapped = state.interfaces.values().stream()
                .anyMatch(i -> i.vpcId().equals(vpc.vpcId()) && i.association() != null);
        if (mapped) {
            throw Ec2Fault.of(
                    "DependencyViolation",
                    "Network " + vpc.vpcId() + " has some mapped public address(es). "
                            + "Please unmap those public address(es) before detaching the gateway.");
        }
        state.internetGateways.put(
                gateway.internetGatewayId(),
                gateway.toBuilder().attachments(List.of()).build());
        return DetachInternetGatewayResponse.builder().build();
    }

    DeleteInternetGatewayResponse delete(DeleteInternetGatewayRequest request) {
        var gateway = state.internetGateway(request.internetGatewayId());
        if (!gateway.attachments().isEmpty()) {
            throw Ec2Fault.hasDependencies("internetGateway", gateway.internetGatewayId());
        }
        state.internetGateways.remove(gateway.internetGatewayId());
        state.tags.forget(gateway.internetGatewayId());
        return DeleteInternetGatewayResponse.builder().build();
    }

    DescribeInternetGatewaysResponse describe(DescribeInternetGatewaysRequest request) {
        var page = new Listing<>(
                        InternetGateway::internetGatewayId,
                        InternetGateway::tags,
                        id -> Ec2State.notFound("InvalidInternetGatewayID.NotFound", "internetGateway", id))
                .on("internet-gateway-id", InternetGateway::internetGatewayId)
                .on("owner-id", InternetGateway::ownerId)
                .onAny("attachment.vpc-id", g -> g.attachments().stream().map(a -> a.vpcId()))
                .onAny("attachment.state", g -> g.attachments().stream().map(a -> a.stateAsString()))
                .page(
                        state.internetGateways.values().stream().map(this::shown).toList(),
                        request.internetGatewayIds(),
                        request.filters(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeInternetGatewaysResponse.builder()
                .internetGateways(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private InternetGateway shown(InternetGateway gateway) {
        return gateway.toBuilder()
                .tags(state.tags.of(gateway.internetGatewayId()))
                .build();
    }
}
