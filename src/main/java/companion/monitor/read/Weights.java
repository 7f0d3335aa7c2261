package companion.monitor.read;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Percent of the traffic, by target group ARN, as the actions of a listener or of its rules share it out. */
final class Weights {
    private Weights() {}

    /** Of the rule that forwards to one of these groups: the default one, or else the first by priority. */
    static Optional<Map<String, Integer>> of(List<Rule> rules, Set<String> targetGroups) {
        return rules.stream()
                .sorted(Comparator.comparingInt(Weights::order))
                .map(rule -> of(rule.actions()))
                .filter(weights -> targetGroups.isEmpty() || weights.keySet().stream().anyMatch(targetGroups::contains))
                .findFirst();
    }

    static Map<String, Integer> of(List<Action> actions) {
        var weights = new LinkedHashMap<String, Integer>();
        for (var action : actions) {
            if (action.forwardConfig() != null && !action.forwardConfig().targetGroups().isEmpty()) {
                action.forwardConfig()
                        .targetGroups()
                        .forEach(group -> weights.put(group.targetGroupArn(), group.weight() == null ? 1 : group.weight()));
            } else if (action.targetGroupArn() != null) {
                weights.put(action.targetGroupArn(), 1);
            }
        }
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        weights.replaceAll((arn, weight) -> sum == 0 ? 0 : Math.round(100f * weight / sum));
        return weights;
    }

    private static int order(Rule rule) {
        return Boolean.TRUE.equals(rule.isDefault()) ? 0 : Integer.parseInt(rule.priority());
    }
}
