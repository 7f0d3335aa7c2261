package companion.practice.elb;

import companion.practice.fabric.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DuplicateTargetGroupNameException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupIpAddressTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Target groups of the types ip and instance. */
final class TargetGroups {
    private final ElbState state;
    private final Network network;
    private final TagSets tags;
    private final Targets targets;

    TargetGroups(ElbState state, Network network, TagSets tags, Targets targets) {
        this.state = state;
        this.network = network;
        this.tags = tags;
        this.targets = targets;
    }

    CreateTargetGroupResponse create(CreateTargetGroupRequest request) {
        var name = Names.checked("Target group", request.name());
        var type = Objects.requireNonNullElse(request.targetType(), TargetTypeEnum.INSTANCE);
        if (type != TargetTypeEnum.IP && type != TargetTypeEnum.INSTANCE) {
            throw new UnsupportedOperationException(
                    "The practice cloud's target groups are of type ip or instance, not " + type);
        }
        if (request.protocol() == null) {
            throw ElbFault.validation("A protocol must be specified");
        }
        if (request.port() == null) {
            throw ElbFault.validation("A port must be specified");
        }
        ElbFault.range(request.port(), "port", 1, 65_535);
        if (request.vpcId() == null) {
            throw ElbFault.validation("A VPC ID must be specified");
        }
        network.checkVpc(request.vpcId());
        var wantedTags = TagSets.checked(request.tags());
        boolean http = Actions.isHttp(request.protocol());
        if (!http && request.protocol() != ProtocolEnum.TCP) {
            throw new UnsupportedOperationException(
                    "The practice cloud's target groups speak HTTP, HTTPS or TCP, not " + request.protocolAsString());
        }
        var group = HealthChecks.create(
                TargetGroup.builder()
                        .targetGroupName(name)
                        .targetType(type)
                        .protocol(request.protocol())
                        .protocolVersion(http ? Objects.requireNonNullElse(request.protocolVersion(), "HTTP1") : null)
                        .port(request.port())
                        .vpcId(request.vpcId())
                        .ipAddressType(TargetGroupIpAddressTypeEnum.IPV4),
                request,
                request.protocol());
        var existing = state.groups.values().stream()
                .filter(g -> g.targetGroupName().equals(name))
                .findFirst();
        if (existing.isPresent()) {
            if (!existing.get().toBuilder().targetGroupArn(null).build().equals(group)) {
                throw Fault.of(
                        DuplicateTargetGroupNameException.builder(),
                        "DuplicateTargetGroupName",
                        "A target group with the same name '" + name + "' exists, but with different settings");
            }
            return response(existing.get());
        }
        var arn = state.place.arn(
                ElbState.SERVICE, "targetgroup/" + name + "/" + state.world.ids().hex(16));
        var made = group.toBuilder().targetGroupArn(arn).build();
        state.groups.put(arn, made);
        state.targets.put(arn, new LinkedHashMap<>());
        state.attributes.put(arn, GroupAttributes.defaults(made));
        tags.put(arn, wantedTags);
        return response(made);
    }

    private CreateTargetGroupResponse response(TargetGroup group) {
        return CreateTargetGroupResponse.builder().targetGroups(shown(group)).build();
    }

    ModifyTargetGroupResponse modify(ModifyTargetGroupRequest request) {
        var group = state.group(request.targetGroupArn());
        var changed = HealthChecks.modify(group, request);
        state.groups.put(group.targetGroupArn(), changed);
        targets.settingsChanged(group.targetGroupArn());
        return ModifyTargetGroupResponse.builder().targetGroups(shown(changed)).build();
    }

    /** Deletes a group; one that is not there is deleted already. */
    DeleteTargetGroupResponse delete(DeleteTargetGroupRequest request) {
        var arn = ElbFault.required(request.targetGroupArn(), "targetGroupArn");
        if (!state.usersOf(arn).isEmpty()) {
            throw Fault.of(
                    ResourceInUseException.builder(),
                    "ResourceInUse",
                    "Target group '" + arn + "' is currently in use by a listener or a rule");
        }
        if (state.groups.remove(arn) != null) {
            state.targets.remove(arn).values().forEach(Target::cancel);
            state.forget(arn);
        }
        return DeleteTargetGroupResponse.builder().build();
    }

    DescribeTargetGroupsResponse describe(DescribeTargetGroupsRequest request) {
        var all = state.groups.values();
        List<TargetGroup> found;
        if (!request.targetGroupArns().isEmpty()) {
            found = request.targetGroupArns().stream().map(this::byArn).toList();
        } else if (!request.names().isEmpty()) {
            found = request.names().stream().map(this::byName).toList();
        } else if (request.loadBalancerArn() != null) {
            var balancer = state.loadBalancer(request.loadBalancerArn());
            found = all.stream()
                    .filter(g -> state.usersOf(g.targetGroupArn()).contains(balancer))
                    .toList();
        } else {
            found = List.copyOf(all);
        }
        var page = Pages.of(found, request.marker(), request.pageSize());
        return DescribeTargetGroupsResponse.builder()
                .targetGroups(page.items().stream().map(this::shown).toList())
                .nextMarker(page.nextMarker())
                .build();
    }

    private TargetGroup byArn(String arn) {
        var group = state.groups.get(arn);
        if (group == null) {
            throw ElbState.noSuchGroup("One or more target groups not found");
        }
        return group;
    }

    private TargetGroup byName(String name) {
        return state.groups.values().stream()
                .filter(g -> g.targetGroupName().equals(name))
                .findFirst()
                .orElseThrow(() -> ElbState.noSuchGroup("One or more target groups not found"));
    }

    private TargetGroup shown(TargetGroup group) {
        return group.toBuilder()
                .loadBalancerArns(state.usersOf(group.targetGroupArn()).stream()
                        .map(LoadBalancer::loadBalancerArn)
                        .toList())
                .build();
    }
}
