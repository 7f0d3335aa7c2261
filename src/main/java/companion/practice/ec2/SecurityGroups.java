package companion.practice.ec2;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Security groups. A new one lets everything out and nothing in. */
final class SecurityGroups {
    static final String DEFAULT = "default";

    private final Ec2State state;
    private final Permissions permissions;

    SecurityGroups(Ec2State state) {
        this.state = state;
        this.permissions = new Permissions(state);
    }

    /** The group that a VPC has from the start: its members reach each other. */
    static void addDefault(Ec2State state, UnaryOperator<String> ids, String vpcId) {
        var group = add(state, ids, vpcId, DEFAULT, "default VPC security group");
        SecurityGroupRules.add(
                state,
                ids,
                everything(group, false).toBuilder()
                        .referencedGroupInfo(
                                g -> g.groupId(group.groupId()).userId(state.place.account()))
                        .build());
    }

    static SecurityGroup defaultOf(Ec2State state, String vpcId) {
        return state.securityGroups.values().stream()
                .filter(g -> g.vpcId().equals(vpcId) && g.groupName().equals(DEFAULT))
                .findFirst()
                .orElseThrow();
    }

    private static SecurityGroup add(
            Ec2State state, UnaryOperator<String> ids, String vpcId, String name, String description) {
        var id = ids.apply("sg");
        var group = SecurityGroup.builder()
                .groupId(id)
                .securityGroupArn(state.place.arn("ec2", "security-group/" + id))
                .groupName(name)
                .description(description)
                .vpcId(vpcId)
                .ownerId(state.place.account())
                .build();
        state.securityGroups.put(id, group);
        SecurityGroupRules.add(
                state, ids, everything(group, true).toBuilder().cidrIpv4("0.0.0.0/0").build());
        return group;
    }

    private static SecurityGroupRule everything(SecurityGroup group, boolean egress) {
        return SecurityGroupRule.builder()
                .groupId(group.groupId())
                .groupOwnerId(group.ownerId())
                .isEgress(egress)
                .ipProtocol("-1")
                .fromPort(-1)
                .toPort(-1)
                .build();
    }

    CreateSecurityGroupResponse create(CreateSecurityGroupRequest request) {
        var name = Ec2Fault.require(request.groupName(), "groupName");
        var description = Ec2Fault.require(request.description(), "groupDescription");
        if (name.startsWith("sg-")) {
            throw Ec2Fault.invalid("invalid value for parameter groupName: " + name);
        }
        var vpcId = request.vpcId() == null ? defaultVpc() : state.vpc(request.vpcId()).vpcId();
        if (name.equals(DEFAULT)) {
            throw Ec2Fault.of("InvalidParameterValue", "Cannot use reserved security group name: default");
        }
        boolean duplicate = state.securityGroups.values().stream()
                .anyMatch(g -> g.vpcId().equals(vpcId) && g.groupName().equals(name));
        if (duplicate) {
            throw Ec2Fault.of(
                    "InvalidGroup.Duplicate",
                    "The security group '" + name + "' already exists for VPC '" + vpcId + "'");
        }
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.SECURITY_GROUP);
        var group = add(state, state::id, vpcId, name, description);
        state.tags.put(group.groupId(), tags);
        return CreateSecurityGroupResponse.builder()
                .groupId(group.groupId())
                .securityGroupArn(group.securityGroupArn())
                .tags(tags)
                .build();
    }

    private String defaultVpc() {
        return state.vpcs.values().stream()
                .filter(Vpc::isDefault)
                .map(Vpc::vpcId)
                .findFirst()
                .orElseThrow(() -> Ec2Fault.of("VPCIdNotSpecified", "No default VPC for this user"));
    }

    DeleteSecurityGroupResponse delete(DeleteSecurityGroupRequest request) {
        var group = request.groupId() == null && request.groupName() != null
                ? named(request.groupName())
                : state.securityGroup(request.groupId());
        var id = group.groupId();
        if (group.groupName().equals(DEFAULT)) {
            throw Ec2Fault.of(
                    "CannotDelete",
                    "the specified group: \"" + id + "\" name: \"default\" cannot be deleted by a user");
        }
        boolean used = state.interfaces.values().stream()
                .flatMap(i -> i.groups().stream())
                .anyMatch(g -> g.groupId().equals(id));
        boolean referenced = state.securityGroupRules.values().stream()
                .filter(r -> !r.groupId().equals(id))
                .anyMatch(r -> r.referencedGroupInfo() != null
                        && r.referencedGroupInfo().groupId().equals(id));
        if (used || referenced) {
            throw Ec2Fault.of("DependencyViolation", "resource " + id + " has a dependent object");
        }
        state.securityGroupRules.values().removeIf(r -> r.groupId().equals(id));
        state.securityGroups.remove(id);
        state.tags.forget(id);
        return DeleteSecurityGroupResponse.builder()
                .returnValue(true)
                .groupId(id)
                .build();
    }

    /** A group of the default VPC by its name, as calls may still name one. */
    private SecurityGroup named(String name) {
        return state.securityGroups.values().stream()
                .filter(g -> g.groupName().equals(name))
                .filter(g -> state.vpc(g.vpcId()).isDefault())
                .findFirst()
                .orElseThrow(() -> Ec2State.noSuchGroup(name));
    }

    DescribeSecurityGroupsResponse describe(DescribeSecurityGroupsRequest request) {
        request.groupNames().forEach(this::named);
        var page = new Listing<>(SecurityGroup::groupId, SecurityGroup::tags, Ec2State::noSuchGroup)
                .on("group-id", SecurityGroup::groupId)
                .on("group-name", SecurityGroup::groupName)
                .on("description", SecurityGroup::description)
                .on("owner-id", SecurityGroup::ownerId)
                .on("vpc-id", SecurityGroup::vpcId)
                .onAny("ip-permission.cidr", g -> cidrs(g.ipPermissions().stream()))
                .onAny("ip-permission.group-id", g -> peers(g.ipPermissions().stream()))
                .onAny("ip-permission.protocol", g -> g.ipPermissions().stream().map(IpPermission::ipProtocol))
                .onAny("egress.ip-permission.cidr", g -> cidrs(g.ipPermissionsEgress().stream()))
                .onAny("egress.ip-permission.group-id", g -> peers(g.ipPermissionsEgress().stream()))
                .page(
                        state.securityGroups.values().stream()
                                .filter(g -> request.groupNames().isEmpty()
                                        || request.groupNames().contains(g.groupName())
                                                && state.vpc(g.vpcId()).isDefault())
                                .map(this::shown)
                                .toList(),
                        request.groupIds(),
                        request.filters(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeSecurityGroupsResponse.builder()
                .securityGroups(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static Stream<String> cidrs(Stream<IpPermission> permissions) {
        return permissions.flatMap(p -> p.ipRanges().stream()).map(r -> r.cidrIp());
    }

    private static Stream<String> peers(Stream<IpPermission> permissions) {
        return permissions.flatMap(p -> p.userIdGroupPairs().stream()).map(p -> p.groupId());
    }

    private SecurityGroup shown(SecurityGroup group) {
        var rules = state.securityGroupRules.values().stream()
                .filter(r -> r.groupId().equals(group.groupId()))
                .toList();
        return group.toBuilder()
                .ipPermissions(permissions.permissions(
                        rules.stream().filter(r -> !r.isEgress()).toList()))
                .ipPermissionsEgress(permissions.permissions(
                        rules.stream().filter(SecurityGroupRule::isEgress).toList()))
                .tags(state.tags.of(group.groupId()))
                .build();
    }
}
