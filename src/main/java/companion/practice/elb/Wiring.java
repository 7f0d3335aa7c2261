package companion.practice.elb;

import companion.practice.traffic.Address;
import companion.practice.traffic.LoopbackListeners;
import companion.practice.traffic.PracticeNetwork;
import companion.practice.traffic.Routing;
import companion.practice.traffic.Routing.Entrance;
import companion.practice.traffic.Routing.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * What follows from a change of load balancers, listeners, rules or targets: targets learn whether they are in use,
 * and the data plane gets a new routing.
 */
final class Wiring {
    private final ElbState state;
    private final ListenerPorts ports;
    private final LoopbackListeners front;

    Wiring(ElbState state, ListenerPorts ports, LoopbackListeners front, PracticeNetwork tasks) {
        this.state = state;
        this.ports = ports;
        this.front = front;
        tasks.watch(this::look);
    }

    private void look(Address changed) {
        state.targets.forEach((groupArn, targets) -> {
            var group = state.group(groupArn);
            targets.values().stream()
                    .filter(t -> changed.equals(new Address(
                            t.description().id(),
                            Probe.port(group, t.description().port()))))
                    .forEach(Target::look);
        });
    }

    /** After a change of anything but health. */
    void update() {
        state.targets.forEach((groupArn, targets) -> {
            var users = state.usersOf(groupArn);
            targets.values().forEach(t -> t.follow(use(users, t)));
        });
        publish();
    }

    private static TargetUse use(List<LoadBalancer> users, Target target) {
        if (users.isEmpty()) {
            return TargetUse.NOT_USED;
        }
        var zone = target.description().availabilityZone();
        boolean enabled = zone == null
                || zone.equals("all")
                || users.stream()
                        .flatMap(b -> b.availabilityZones().stream())
                        .anyMatch(z -> z.zoneName().equals(zone));
        if (!enabled) {
            return TargetUse.ZONE_NOT_ENABLED;
        }
        return users.stream().anyMatch(Wiring::isActive) ? TargetUse.SERVING : TargetUse.PROVISIONING;
    }

    private static boolean isActive(LoadBalancer balancer) {
        return balancer.state().code() == LoadBalancerStateEnum.ACTIVE;
    }

    /** After a change of health. */
    void publish() {
        front.publish(new Routing(
                state.listeners.values().stream()
                        .filter(l -> isActive(state.loadBalancer(l.loadBalancerArn())))
                        .map(this::entrance)
                        .toList(),
                pools()));
    }

    private Entrance entrance(Listener listener) {
        var siblings = state.listenersOf(listener.loadBalancerArn()).stream()
                .collect(Collectors.toMap(Listener::port, ports::of));
        return new Entrance(
                state.loadBalancer(listener.loadBalancerArn()).loadBalancerName(),
                listener.port(),
                ports.of(listener),
                siblings,
                state.rulesOf(listener.listenerArn()).stream()
                        .map(r -> new Routing.Rule(
                                r.conditions().stream().map(Conditions::inTraffic).toList(),
                                Actions.inTraffic(r.actions())))
                        .toList());
    }

    private Map<String, Pool> pools() {
        var pools = new LinkedHashMap<String, Pool>();
        for (TargetGroup group : state.groups.values()) {
            var targets = state.targets.getOrDefault(group.targetGroupArn(), Map.of()).values();
            boolean anyHealthy = targets.stream().anyMatch(Target::isHealthy);
            pools.put(
                    group.targetGroupArn(),
                    new Pool(
                            targets.stream()
                                    .filter(t -> anyHealthy ? t.isHealthy() : t.isCandidate())
                                    .map(Target::address)
                                    .toList(),
                            GroupAttributes.stickySeconds(state.attributes.get(group.targetGroupArn()))));
        }
        return pools;
    }
}
