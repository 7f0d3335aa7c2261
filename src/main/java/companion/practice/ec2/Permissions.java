package companion.practice.ec2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * The two ways in which EC2 writes the same thing: permissions, which share protocol and ports among several peers, and
 * rules, one for each peer.
 */
final class Permissions {
    private static final String ALL = "-1";
    private static final Map<String, String> NAMES = Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6");

    private final Ec2State state;

    Permissions(Ec2State state) {
        this.state = state;
    }

    /** Rules without ids for a permission, one for each of its peers. */
    List<SecurityGroupRule> rules(IpPermission permission, String groupId, boolean egress) {
        var protocol = protocol(permission);
        boolean all = protocol.equals(ALL);
        checkPorts(protocol, permission.fromPort(), permission.toPort());
        var base = SecurityGroupRule.builder()
                .groupId(groupId)
                .groupOwnerId(state.place.account())
                .isEgress(egress)
                .ipProtocol(protocol)
                .fromPort(all ? Integer.valueOf(-1) : permission.fromPort())
                .toPort(all ? Integer.valueOf(-1) : permission.toPort())
                .build();
        var rules = new ArrayList<SecurityGroupRule>();
        for (var range : permission.ipRanges()) {
            rules.add(base.toBuilder()
                    .cidrIpv4(block(range.cidrIp()))
                    .description(range.description())
                    .build());
        }
        for (var range : permission.ipv6Ranges()) {
            rules.add(base.toBuilder()
                    .cidrIpv6(range.cidrIpv6())
                    .description(range.description())
                    .build());
        }
        for (var pair : permission.userIdGroupPairs()) {
            rules.add(base.toBuilder()
                    .referencedGroupInfo(g -> g.groupId(peer(pair, groupId)).userId(state.place.account()))
                    .description(pair.description())
                    .build());
        }
        if (!permission.prefixListIds().isEmpty()) {
            throw Ec2Fault.of(
                    "InvalidPrefixListID.NotFound",
                    "The prefix list ID '" + permission.prefixListIds().getFirst().prefixListId()
                            + "' does not exist");
        }
        if (rules.isEmpty()) {
            throw Ec2Fault.of("MissingParameter", "The request must contain at least one source or destination");
        }
        return rules;
    }

    private static String protocol(IpPermission permission) {
        var protocol = Ec2Fault.require(permission.ipProtocol(), "ipProtocol").toLowerCase(Locale.ROOT);
        var name = NAMES.getOrDefault(protocol, protocol.equals("all") ? ALL : protocol);
        if (!name.equals(ALL) && !NAMES.containsValue(name) && !name.matches("\\d{1,3}")) {
            throw Ec2Fault.invalid("Invalid value '" + permission.ipProtocol() + "' for IP protocol. "
                    + "Unknown protocol.");
        }
        return name;
    }

    private static void checkPorts(String protocol, @Nullable Integer from, @Nullable Integer to) {
        if (!protocol.equals("tcp") && !protocol.equals("udp")) {
            return;
        }
        if (from == null || to == null) {
            throw Ec2Fault.invalid(
                    "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
        }
        if (from < 0 || to > 65_535 || from > to) {
            throw Ec2Fault.invalid(
                    "Invalid " + protocol.toUpperCase(Locale.ROOT) + " port range (" + from + ":" + to + ")");
        }
    }

    private static String block(@Nullable String cidr) {
        var text = Ec2Fault.require(cidr, "cidrIp");
        if (!text.contains("/")) {
            throw Ec2Fault.invalid("CIDR block " + text + " is malformed");
        }
        return Cidr.parse(text, "cidrIp").toString();
    }

    private String peer(UserIdGroupPair pair, String groupId) {
        if (pair.groupId() != null) {
            return state.securityGroup(pair.groupId()).groupId();
        }
        var vpc = state.securityGroup(groupId).vpcId();
        return state.securityGroups.values().stream()
                .filter(g -> g.vpcId().equals(vpc) && g.groupName().equals(pair.groupName()))
                .map(g -> g.groupId())
                .findFirst()
                .orElseThrow(() -> Ec2State.noSuchGroup(pair.groupName()));
    }

    /** The permissions that rules of one direction add up to. */
    List<IpPermission> permissions(Collection<SecurityGroupRule> rules) {
        var byPorts = new LinkedHashMap<List<@Nullable Object>, List<SecurityGroupRule>>();
        for (var rule : rules) {
            var key = new ArrayList<@Nullable Object>();
            key.add(rule.ipProtocol());
            key.add(rule.fromPort());
            key.add(rule.toPort());
            byPorts.computeIfAbsent(key, k -> new ArrayList<>()).add(rule);
        }
        return byPorts.values().stream().map(this::permission).toList();
    }

    private IpPermission permission(List<SecurityGroupRule> rules) {
        var first = rules.getFirst();
        boolean all = first.ipProtocol().equals(ALL);
        return IpPermission.builder()
                .ipProtocol(first.ipProtocol())
                .fromPort(all ? null : first.fromPort())
                .toPort(all ? null : first.toPort())
                .ipRanges(rules.stream()
                        .filter(r -> r.cidrIpv4() != null)
                        .map(r -> IpRange.builder()
                                .cidrIp(r.cidrIpv4())
                                .description(r.description())
                                .build())
                        .toList())
                .ipv6Ranges(rules.stream()
                        .filter(r -> r.cidrIpv6() != null)
                        .map(r -> Ipv6Range.builder()
                                .cidrIpv6(r.cidrIpv6())
                                .description(r.description())
                                .build())
                        .toList())
                .userIdGroupPairs(rules.stream()
                        .filter(r -> r.referencedGroupInfo() != null)
                        .map(r -> UserIdGroupPair.builder()
                                .groupId(r.referencedGroupInfo().groupId())
                                .userId(r.referencedGroupInfo().userId())
                                .description(r.description())
                                .build())
                        .toList())
                .prefixListIds(List.of())
                .build();
    }

    /** Whether two rules allow the same thing. */
    static boolean same(SecurityGroupRule a, SecurityGroupRule b) {
        return bare(a).equals(bare(b));
    }

    private static SecurityGroupRule bare(SecurityGroupRule rule) {
        return rule.toBuilder()
                .securityGroupRuleId(null)
                .securityGroupRuleArn(null)
                .description(null)
                .build();
    }

    /** As EC2 names a rule that is there twice. */
    static String named(SecurityGroupRule rule) {
        var peer = rule.cidrIpv4() != null
                ? rule.cidrIpv4()
                : rule.cidrIpv6() != null ? rule.cidrIpv6() : rule.referencedGroupInfo().groupId();
        if (rule.ipProtocol().equals(ALL)) {
            return "peer: " + peer + ", ALL, ALLOW";
        }
        return "peer: " + peer + ", " + rule.ipProtocol().toUpperCase(Locale.ROOT) + ", from port: "
                + rule.fromPort() + ", to port: " + rule.toPort() + ", ALLOW";
    }
}
