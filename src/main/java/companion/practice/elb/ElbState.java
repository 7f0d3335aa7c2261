package companion.practice.elb;

import companion.practice.fabric.Fault;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** All that exists in one region, by ARN. */
final class ElbState {
    static final String SERVICE = "elasticloadbalancing";

    /** A rule, and the listener that it belongs to; the default rule has the listener's default actions. */
    record ListenerRule(String listenerArn, Rule rule) {}

    final World world;
    final Place place;
    final Map<String, LoadBalancer> loadBalancers = new LinkedHashMap<>();
    final Map<String, Listener> listeners = new LinkedHashMap<>();
    final Map<String, ListenerRule> rules = new LinkedHashMap<>();
    final Map<String, TargetGroup> groups = new LinkedHashMap<>();

    /** Target group to its targets, by id and port. */
    final Map<String, Map<String, Target>> targets = new LinkedHashMap<>();

    /** Load balancer or target group to its attributes. */
    final Map<String, Map<String, String>> attributes = new LinkedHashMap<>();

    final Map<String, Map<String, String>> tags = new LinkedHashMap<>();

    ElbState(World world, Place place) {
        this.world = world;
        this.place = place;
    }

    LoadBalancer loadBalancer(@Nullable String arn) {
        var found = loadBalancers.get(ElbFault.required(arn, "loadBalancerArn"));
        if (found == null) {
            throw Fault.of(
                    LoadBalancerNotFoundException.builder(),
                    "LoadBalancerNotFound",
                    "Load balancer '" + arn + "' not found");
        }
        return found;
    }

    Listener listener(@Nullable String arn) {
        var found = listeners.get(ElbFault.required(arn, "listenerArn"));
        if (found == null) {
            throw Fault.of(
                    ListenerNotFoundException.builder(), "ListenerNotFound", "Listener '" + arn + "' not found");
        }
        return found;
    }

    ListenerRule rule(@Nullable String arn) {
        var found = rules.get(ElbFault.required(arn, "ruleArn"));
        if (found == null) {
            throw Fault.of(RuleNotFoundException.builder(), "RuleNotFound", "Rule '" + arn + "' not found");
        }
        return found;
    }

    TargetGroup group(@Nullable String arn) {
        var found = groups.get(ElbFault.required(arn, "targetGroupArn"));
        if (found == null) {
            throw noSuchGroup("Target groups '" + arn + "' not found");
        }
        return found;
    }

    static RuntimeException noSuchGroup(String message) {
        return Fault.of(TargetGroupNotFoundException.builder(), "TargetGroupNotFound", message);
    }

    List<Listener> listenersOf(String loadBalancerArn) {
        return listeners.values().stream()
                .filter(l -> l.loadBalancerArn().equals(loadBalancerArn))
                .toList();
    }

    /** In the order in which they are tried, the default rule last. */
    List<Rule> rulesOf(String listenerArn) {
        return rules.values().stream()
                .filter(r -> r.listenerArn().equals(listenerArn))
                .map(ListenerRule::rule)
                .sorted(Comparator.comparingInt(
                        r -> r.isDefault() ? Integer.MAX_VALUE : Integer.parseInt(r.priority())))
                .toList();
    }

    /** The load balancers that forward to a group; a weight of 0 counts. */
    List<LoadBalancer> usersOf(String groupArn) {
        return rules.values().stream()
                .filter(r -> groupsIn(r.rule().actions()).anyMatch(groupArn::equals))
                .map(r -> listener(r.listenerArn()).loadBalancerArn())
                .distinct()
                .map(this::loadBalancer)
                .toList();
    }

    static Stream<String> groupsIn(List<Action> actions) {
        return actions.stream()
                .filter(a -> a.forwardConfig() != null)
                .flatMap(a -> a.forwardConfig().targetGroups().stream())
                .map(TargetGroupTuple::targetGroupArn);
    }

    /** Forgets what is kept beside a resource. */
    void forget(String arn) {
        tags.remove(arn);
        attributes.remove(arn);
    }
}
