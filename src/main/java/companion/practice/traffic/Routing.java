package companion.practice.traffic;

import java.util.List;
import java.util.Map;

/**
 * All that the data plane needs to know at a moment.
 *
 * @param entrances the listeners of load balancers that are active
 * @param pools target group ARN to the targets that get its requests
 */
public record Routing(List<Entrance> entrances, Map<String, Pool> pools) {
    public static final Routing NONE = new Routing(List.of(), Map.of());

    public Routing {
        entrances = List.copyOf(entrances);
        pools = Map.copyOf(pools);
    }

    /**
     * The targets of a group: the healthy ones, or if there is none all that are not draining.
     *
     * @param stickySeconds how long a client stays with a target; 0 if targets take turns
     */
    public record Pool(List<Address> targets, int stickySeconds) {
        static final Pool EMPTY = new Pool(List.of(), 0);

        public Pool {
            targets = List.copyOf(targets);
        }
    }

    /**
     * A listener.
     *
     * @param port as AWS knows it, for example 80
     * @param loopbackPort on which it really listens
     * @param siblings listener port to loopback port, for all listeners of the load balancer
     * @param rules in order of priority; the last one matches everything
     */
    public record Entrance(
            String loadBalancer, int port, int loopbackPort, Map<Integer, Integer> siblings, List<Rule> rules) {
        public Entrance {
            siblings = Map.copyOf(siblings);
            rules = List.copyOf(rules);
        }

        Answer answerTo(Visit visit) {
            return rules.stream()
                    .filter(r -> r.conditions().stream().allMatch(c -> c.matches(visit)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A listener without a default rule"))
                    .answer();
        }
    }

    /** All conditions must hold. */
    public record Rule(List<Condition> conditions, Answer answer) {
        public Rule {
            conditions = List.copyOf(conditions);
        }
    }
}
