package companion.practice.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressResponse;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.RevokedSecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;

/** What security groups allow, in and out. */
final class SecurityGroupRules {
    private static final int QUOTA = 60;

    private final Ec2State state;
    private final Permissions permissions;

    SecurityGroupRules(Ec2State state) {
        this.state = state;
        this.permissions = new Permissions(state);
    }

    static SecurityGroupRule add(Ec2State state, UnaryOperator<String> ids, SecurityGroupRule draft) {
        var id = ids.apply("sgr");
        var rule = draft.toBuilder()
                .securityGroupRuleId(id)
                .securityGroupRuleArn(state.place.arn("ec2", "security-group-rule/" + id))
                .build();
        state.securityGroupRules.put(id, rule);
        return rule;
    }

    AuthorizeSecurityGroupIngressResponse authorize(AuthorizeSecurityGroupIngressRequest request) {
        var group = group(request.groupId(), request.groupName());
        var wanted = wanted(
                request.ipPermissions(),
                simple(request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp(),
                        request.sourceSecurityGroupName()));
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.SECURITY_GROUP_RULE);
        return AuthorizeSecurityGroupIngressResponse.builder()
                .returnValue(true)
                .securityGroupRules(authorize(group, wanted, tags, false))
                .build();
    }

    AuthorizeSecurityGroupEgressResponse authorize(AuthorizeSecurityGroupEgressRequest request) {
        var group = state.securityGroup(request.groupId());
        var wanted = wanted(
                request.ipPermissions(),
                simple(request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp(), null));
        var tags = Tags.specified(request.tagSpecifications(), ResourceType.SECURITY_GROUP_RULE);
        return AuthorizeSecurityGroupEgressResponse.builder()
                .returnValue(true)
                .securityGroupRules(authorize(group, wanted, tags, true))
                .build();
    }

    private SecurityGroup group(@Nullable String id, @Nullable String name) {
        if (id != null || name == null) {
            return state.securityGroup(id);
        }
        return state.securityGroups.values().stream()
                .filter(g -> g.groupName().equals(name) && state.vpc(g.vpcId()).isDefault())
                .findFirst()
                .orElseThrow(() -> Ec2State.noSuchGroup(name));
    }

    /** The permission that a call gives in its own members and not in a list; null if it does not. */
    private static @Nullable IpPermission simple(
            @Nullable String protocol,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String cidr,
            @Nullable String group) {
        if (cidr == null && group == null) {
            return null;
        }
        var permission = IpPermission.builder()
                .ipProtocol(protocol == null ? "-1" : protocol)
                .fromPort(from)
                .toPort(to);
        return cidr != null
                ? permission.ipRanges(r -> r.cidrIp(cidr)).build()
                : permission.userIdGroupPairs(p -> p.groupName(group)).build();
    }

    private static List<IpPermission> wanted(List<IpPermission> listed, @Nullable IpPermission simple) {
        if (!listed.isEmpty()) {
            return listed;
        }
        if (simple == null) {
            throw Ec2Fault.missing("ipPermissions");
        }
        return List.of(simple);
    }

    private List<SecurityGroupRule> authorize(
            SecurityGroup group, List<IpPermission> wanted, List<Tag> tags, boolean egress) {
        var there = of(group, egress);
        var drafts = new ArrayList<SecurityGroupRule>();
        for (var permission : wanted) {
            for (var draft : permissions.rules(permission, group.groupId(), egress)) {
                if (drafts.stream().anyMatch(d -> Permissions.same(d, draft))) {
                    throw Ec2Fault.invalid("The same permission must not appear multiple times");
                }
                if (there.stream().anyMatch(r -> Permissions.same(r, draft))) {
                    throw Ec2Fault.of(
                            "InvalidPermission.Duplicate",
                            "the specified rule \"" + Permissions.named(draft) + "\" already exists");
                }
                drafts.add(draft);
            }
        }
        if (there.size() + drafts.size() > QUOTA) {
            throw Ec2Fault.of(
                    "RulesPerSecurityGroupLimitExceeded",
                    "The maximum number of rules per security group has been reached.");
        }
        return drafts.stream()
                .map(draft -> {
                    var rule = add(state, state::id, draft);
                    state.tags.put(rule.securityGroupRuleId(), tags);
                    return shown(rule);
                })
                .toList();
    }

    private List<SecurityGroupRule> of(SecurityGroup group, boolean egress) {
        return state.securityGroupRules.values().stream()
                .filter(r -> r.groupId().equals(group.groupId()) && r.isEgress() == egress)
                .toList();
    }

    RevokeSecurityGroupIngressResponse revoke(RevokeSecurityGroupIngressRequest request) {
        var simple = simple(request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp(),
                request.sourceSecurityGroupName());
        return RevokeSecurityGroupIngressResponse.builder()
                .returnValue(true)
                .revokedSecurityGroupRules(revoke(
                        group(request.groupId(), request.groupName()),
                        request.securityGroupRuleIds(),
                        request.ipPermissions(),
                        simple,
                        false))
                .build();
    }

    RevokeSecurityGroupEgressResponse revoke(RevokeSecurityGroupEgressRequest request) {
        var simple = simple(request.ipProtocol(), request.fromPort(), request.toPort(), request.cidrIp(), null);
        return RevokeSecurityGroupEgressResponse.builder()
                .returnValue(true)
                .revokedSecurityGroupRules(revoke(
                        state.securityGroup(request.groupId()),
                        request.securityGroupRuleIds(),
                        request.ipPermissions(),
                        simple,
                        true))
                .build();
    }

    private List<RevokedSecurityGroupRule> revoke(
            SecurityGroup group,
            List<String> ruleIds,
            List<IpPermission> listed,
            @Nullable IpPermission simple,
            boolean egress) {
        var there = of(group, egress);
        var gone = new ArrayList<SecurityGroupRule>();
        if (ruleIds.isEmpty()) {
            for (var permission : wanted(listed, simple)) {
                for (var draft : permissions.rules(permission, group.groupId(), egress)) {
                    gone.add(there.stream()
                            .filter(r -> Permissions.same(r, draft))
                            .findFirst()
                            .orElseThrow(() -> Ec2Fault.of(
                                    "InvalidPermission.NotFound",
                                    "The specified rule does not exist in this security group.")));
                }
            }
        } else {
            for (var id : ruleIds) {
                gone.add(there.stream()
                        .filter(r -> r.securityGroupRuleId().equals(id))
                        .findFirst()
                        .orElseThrow(() -> noSuchRule(id)));
            }
        }
        gone.forEach(r -> {
            state.securityGroupRules.remove(r.securityGroupRuleId());
            state.tags.forget(r.securityGroupRuleId());
        });
        return gone.stream().map(SecurityGroupRules::revoked).toList();
    }

    private static RuntimeException noSuchRule(String id) {
        return Ec2Fault.of(
                "InvalidSecurityGroupRuleId.NotFound", "The security group rule ID '" + id + "' does not exist");
    }

    private static RevokedSecurityGroupRule revoked(SecurityGroupRule rule) {
        return RevokedSecurityGroupRule.builder()
                .securityGroupRuleId(rule.securityGroupRuleId())
                .groupId(rule.groupId())
                .isEgress(rule.isEgress())
                .ipProtocol(rule.ipProtocol())
                .fromPort(rule.fromPort())
                .toPort(rule.toPort())
                .cidrIpv4(rule.cidrIpv4())
                .cidrIpv6(rule.cidrIpv6())
                .referencedGroupId(
                        rule.referencedGroupInfo() == null
                                ? null
                                : rule.referencedGroupInfo().groupId())
                .description(rule.description())
                .build();
    }

    DescribeSecurityGroupRulesResponse describe(DescribeSecurityGroupRulesRequest request) {
        var page = new Listing<>(
                        SecurityGroupRule::securityGroupRuleId, SecurityGroupRule::tags, SecurityGroupRules::noSuchRule)
                .on("group-id", SecurityGroupRule::groupId)
                .on("security-group-rule-id", SecurityGroupRule::securityGroupRuleId)
                .page(
                        state.securityGroupRules.values().stream()
                                .map(this::shown)
                                .toList(),
                        request.securityGroupRuleIds(),
                        request.filters(),
                        request.nextToken(),
                        request.maxResults());
        return DescribeSecurityGroupRulesResponse.builder()
                .securityGroupRules(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private SecurityGroupRule shown(SecurityGroupRule rule) {
        return rule.toBuilder()
                .tags(state.tags.of(rule.securityGroupRuleId()))
                .build();
    }
}
