package companion.practice.elb;

import companion.practice.traffic.FreePort;
import companion.practice.world.World;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;

/**
 * On which loopback port each listener really listens.
 *
 * <p>A load balancer has one such port from the start, since its DNS name says it; that one is for its listener with
 * the lowest port, usually 80, in whatever order listeners are created. Each other listener has a port of its own.
 */
final class ListenerPorts {
    private final ElbState state;
    private final World world;
    private final Map<String, Integer> ofBalancer = new HashMap<>();
    private final Map<String, Integer> ofListener = new HashMap<>();

    ListenerPorts(ElbState state) {
        this.state = state;
        this.world = state.world;
    }

    private int fresh() {
        return Integer.parseInt(world.input("port", FreePort::find));
    }

    /** Reserves the port that a new load balancer's DNS name says. */
    int reserve(String balancerArn) {
        int port = fresh();
        ofBalancer.put(balancerArn, port);
        return port;
    }

    /** Gives a new listener its port. */
    void give(Listener created) {
        Integer main = ofBalancer.get(created.loadBalancerArn());
        var holder = state.listenersOf(created.loadBalancerArn()).stream()
                .filter(l -> main != null && main.equals(ofListener.get(l.listenerArn())))
                .findFirst();
        if (main == null || holder.isPresent() && holder.get().port() < created.port()) {
            ofListener.put(created.listenerArn(), fresh());
            return;
        }
        holder.ifPresent(h -> ofListener.put(h.listenerArn(), fresh()));
        ofListener.put(created.listenerArn(), main);
    }

    int of(Listener listener) {
        return ofListener.getOrDefault(listener.listenerArn(), 0);
    }

    void forget(String arn) {
        ofBalancer.remove(arn);
        ofListener.remove(arn);
    }
}
