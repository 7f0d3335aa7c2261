package companion.monitor.read;

import companion.aws.Connection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/**
 * Reads where a service's listener sends visitors, and how the targets are. Which load balancer it is, is found once. Used by
 * one thread at a time.
 */
final class HealthReader {
    private final Connection connection;
    private final Map<ServicePlace, Front> fronts = new HashMap<>();

    /**
     * The listener that visitors come through.
     *
     * @param ruled whether it may have rules, so that they are what tells
     */
    private record Front(String listener, boolean ruled, String url) {}

    /**
     * @param url where visitors go, or null
     * @param routed percent of the listener's traffic, by target group ARN
     * @param targets by target group ARN, then by IP address or instance id
     */
    record Reading(@Nullable String url, Map<String, Integer> routed, Map<String, Map<String, TargetHealth>> targets) {
        static final Reading NONE = new Reading(null, Map.of(), Map.of());
    }

    HealthReader(Connection connection) {
        this.connection = connection;
    }

    /** Forgets which load balancer it is. */
    void forget() {
        fronts.clear();
    }

    Reading read(ServicePlace place, Set<String> targetGroups) {
        var front = front(place, targetGroups);
        var targets = new LinkedHashMap<String, Map<String, TargetHealth>>();
        for (var group : targetGroups) {
            targets.put(group, targets(group));
        }
        return front == null
                ? new Reading(null, Map.of(), targets)
                : new Reading(front.url(), routed(front, targetGroups), targets);
    }

    private Map<String, TargetHealth> targets(String targetGroup) {
        var byId = new LinkedHashMap<String, TargetHealth>();
        connection.elbv2()
                .describeTargetHealth(request -> request.targetGroupArn(targetGroup))
                .targetHealthDescriptions()
                .forEach(target -> byId.put(target.target().id(), target.targetHealth()));
        return byId;
    }

    private Map<String, Integer> routed(Front front, Set<String> targetGroups) {
        if (!front.ruled()) {
            return connection.elbv2()
                    .describeListeners(request -> request.listenerArns(front.listener()))
                    .listeners()
                    .stream()
                    .findFirst()
                    .map(listener -> Weights.of(listener.defaultActions()))
                    .orElse(Map.of());
        }
        return Weights.of(rules(front.listener()), targetGroups).orElse(Map.of());
    }

    private List<Rule> rules(String listener) {
        return connection
                .elbv2()
                .describeRulesPaginator(request -> request.listenerArn(listener))
                .rules()
                .stream()
                .toList();
    }

    private @Nullable Front front(ServicePlace place, Set<String> targetGroups) {
        var known = fronts.get(place);
        if (known == null && (!place.listeners().isEmpty() || !targetGroups.isEmpty())) {
            known = (place.listeners().isEmpty() ? search(targetGroups) : front(listeners(place.listeners())))
                    .orElse(null);
            // A listener may forward to the service only later.
            if (known != null) {
                fronts.put(place, known);
            }
        }
        return known;
    }

    private List<Listener> listeners(List<String> arns) {
        return connection.elbv2().describeListeners(request -> request.listenerArns(arns)).listeners();
    }

    /** The first listener of the target groups' load balancer that forwards to one of them. */
    private Optional<Front> search(Set<String> targetGroups) {
        var balancers = connection
                .elbv2()
                .describeTargetGroupsPaginator(request -> request.targetGroupArns(targetGroups))
                .targetGroups()
                .stream()
                .flatMap(group -> group.loadBalancerArns().stream())
                .distinct()
                .toList();
        for (var balancer : balancers) {
            var listeners = connection
                    .elbv2()
                    .describeListenersPaginator(request -> request.loadBalancerArn(balancer))
                    .listeners()
                    .stream()
                    .sorted(Comparator.comparing(Listener::port))
                    .filter(listener -> forwards(listener, targetGroups))
                    .toList();
            if (!listeners.isEmpty()) {
                return front(listeners);
            }
        }
        return Optional.empty();
    }

    private boolean forwards(Listener listener, Set<String> targetGroups) {
        return Weights.of(listener.defaultActions()).keySet().stream().anyMatch(targetGroups::contains)
                || isApplication(listener) && Weights.of(rules(listener.listenerArn()), targetGroups).isPresent();
    }

    private Optional<Front> front(List<Listener> listeners) {
        return listeners.stream().findFirst().map(listener -> {
            var dns = connection
                    .elbv2()
                    .describeLoadBalancers(request -> request.loadBalancerArns(listener.loadBalancerArn()))
                    .loadBalancers()
                    .getFirst()
                    .dnsName();
            boolean secure = listener.protocol() == ProtocolEnum.HTTPS
                    || listener.protocol() == ProtocolEnum.TLS
                    || listener.protocol() == ProtocolEnum.TCP && listener.port() == 443;
            boolean plain = dns.contains(":") || listener.port() == (secure ? 443 : 80);
            return new Front(
                    listener.listenerArn(),
                    isApplication(listener),
                    (secure ? "https://" : "http://") + dns + (plain ? "" : ":" + listener.port()) + "/");
        });
    }

    private static boolean isApplication(Listener listener) {
        return listener.protocol() == ProtocolEnum.HTTP || listener.protocol() == ProtocolEnum.HTTPS;
    }
}
