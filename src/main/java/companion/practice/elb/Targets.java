package companion.practice.elb;

import companion.practice.fabric.Fault;
import companion.practice.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidTargetException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** The targets of target groups: registering, draining, health. */
final class Targets {
    private static final List<String> PRIVATE_BLOCKS =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

    private final ElbState state;
    private final World world;
    private final Network network;
    private final Probe probe;
    private final Wiring wiring;

    Targets(ElbState state, Network network, Probe probe, Wiring wiring) {
        this.state = state;
        this.world = state.world;
        this.network = network;
        this.probe = probe;
        this.wiring = wiring;
    }

    RegisterTargetsResponse register(RegisterTargetsRequest request) {
        var group = state.group(request.targetGroupArn());
        var arn = group.targetGroupArn();
        var wanted = ElbFault.some(request.targets(), "targets").stream()
                .map(t -> complete(t, group))
                .toList();
        var registered = state.targets.computeIfAbsent(arn, a -> new LinkedHashMap<>());
        for (var description : wanted) {
            var known = registered.get(key(description));
            if (known != null && !known.isDraining()) {
                continue;
            }
            if (known != null) {
                known.cancel();
            }
            registered.put(
                    key(description),
                    new Target(world, probe, () -> state.group(arn), wiring::publish, description));
        }
        wiring.update();
        return RegisterTargetsResponse.builder().build();
    }

    private static String key(TargetDescription target) {
        return target.id() + ":" + target.port();
    }

    private TargetDescription complete(TargetDescription wanted, TargetGroup group) {
        var id = ElbFault.required(wanted.id(), "targets.1.member.id");
        ElbFault.range(wanted.port(), "targets.1.member.port", 1, 65_535);
        if (group.targetType() != TargetTypeEnum.IP) {
            throw Fault.of(InvalidTargetException.builder(), "InvalidTarget", "Instance ID '" + id + "' is not valid");
        }
        if (!Ipv4.isAddress(id)) {
            throw ElbFault.validation("The IP address '" + id + "' is not a valid IPv4 address");
        }
        if (PRIVATE_BLOCKS.stream().noneMatch(block -> Ipv4.contains(block, id))) {
            throw Fault.of(
                    InvalidTargetException.builder(),
                    "InvalidTarget",
                    "The IP address '" + id + "' is publicly routable and cannot be registered as a target");
        }
        var subnet = network.subnetOf(group.vpcId(), id);
        if (subnet.isEmpty() && wanted.availabilityZone() == null) {
            throw ElbFault.validation("The Availability Zone must be specified as 'all' for the IP address '" + id
                    + "', because it is outside the VPC");
        }
        return wanted.toBuilder()
                .port(wanted.port() == null ? group.port() : wanted.port())
                .availabilityZone(subnet.map(s -> s.availabilityZone()).orElse(wanted.availabilityZone()))
                .build();
    }

    DeregisterTargetsResponse deregister(DeregisterTargetsRequest request) {
        var group = state.group(request.targetGroupArn());
        var arn = group.targetGroupArn();
        var registered = state.targets.getOrDefault(arn, Map.of());
        for (var named : ElbFault.some(request.targets(), "targets")) {
            var key = key(withPort(named, group));
            var target = registered.get(key);
            if (target == null || target.isDraining()) {
                continue;
            }
            if (target.isUnused()) {
                registered.remove(key);
            } else {
                target.drain(delay(arn), () -> {
                    registered.remove(key, target);
                    wiring.publish();
                });
            }
        }
        wiring.update();
        return DeregisterTargetsResponse.builder().build();
    }

    private Duration delay(String groupArn) {
        return Duration.ofSeconds(
                Long.parseLong(state.attributes.get(groupArn).get(GroupAttributes.DEREGISTRATION_DELAY)));
    }

    private static TargetDescription withPort(TargetDescription named, TargetGroup group) {
        return named.toBuilder()
                .id(ElbFault.required(named.id(), "targets.1.member.id"))
                .port(named.port() == null ? group.port() : named.port())
                .build();
    }

    /** Has all health settings of a group looked at anew. */
    void settingsChanged(String groupArn) {
        state.targets.getOrDefault(groupArn, Map.of()).values().forEach(Target::look);
    }

    DescribeTargetHealthResponse describe(DescribeTargetHealthRequest request) {
        var group = state.group(request.targetGroupArn());
        var registered = state.targets.getOrDefault(group.targetGroupArn(), Map.of());
        if (request.targets().isEmpty()) {
            return response(registered.values().stream()
                    .map(t -> shown(group, t.description(), t.shown()))
                    .toList());
        }
        return response(request.targets().stream()
                .map(named -> {
                    var target = registered.get(key(withPort(named, group)));
                    return target == null
                            ? shown(group, withPort(named, group), notRegistered())
                            : shown(group, target.description(), target.shown());
                })
                .toList());
    }

    private static DescribeTargetHealthResponse response(List<TargetHealthDescription> shown) {
        return DescribeTargetHealthResponse.builder()
                .targetHealthDescriptions(shown)
                .build();
    }

    private static TargetHealth notRegistered() {
        return Target.health(
                TargetHealthStateEnum.UNUSED,
                TargetHealthReasonEnum.TARGET_NOT_REGISTERED,
                "Target is not registered to the target group");
    }

    private static TargetHealthDescription shown(TargetGroup group, TargetDescription target, TargetHealth health) {
        return TargetHealthDescription.builder()
                .target(target)
                .healthCheckPort(Integer.toString(Probe.port(group, target.port())))
                .targetHealth(health)
                .build();
    }
}
