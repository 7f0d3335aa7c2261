package companion.practice.elb;

import companion.practice.elb.ElbState.ListenerRule;
import companion.practice.fabric.Fault;
import java.util.HashSet;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.OperationNotPermittedException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.PriorityInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TooManyRulesException;

/** Rules of listeners, tried in the order of their priority. */
final class Rules {
    static final int QUOTA = 100;
    private static final int LOWEST_PRIORITY = 50_000;

    private final ElbState state;
    private final Actions actions;
    private final TagSets tags;
    private final Wiring wiring;

    Rules(ElbState state, Actions actions, TagSets tags, Wiring wiring) {
        this.state = state;
        this.actions = actions;
        this.tags = tags;
        this.wiring = wiring;
    }

    private String newArn(Listener listener) {
        return listener.listenerArn().replace(":listener/", ":listener-rule/") + "/"
                + state.world.ids().hex(16);
    }

    void addDefault(Listener listener) {
        put(
                listener.listenerArn(),
                Rule.builder()
                        .ruleArn(newArn(listener))
                        .priority("default")
                        .isDefault(true)
                        .conditions(List.of())
                        .actions(listener.defaultActions())
                        .build());
    }

    void defaultChanged(Listener listener) {
        var rule = state.rulesOf(listener.listenerArn()).getLast();
        put(listener.listenerArn(), rule.toBuilder().actions(listener.defaultActions()).build());
    }

    private void put(String listenerArn, Rule rule) {
        state.rules.put(rule.ruleArn(), new ListenerRule(listenerArn, rule));
    }

    CreateRuleResponse create(CreateRuleRequest request) {
        var listener = state.listener(request.listenerArn());
        if (state.loadBalancer(listener.loadBalancerArn()).type() != LoadBalancerTypeEnum.APPLICATION) {
            throw Fault.of(
                    OperationNotPermittedException.builder(),
                    "OperationNotPermitted",
                    "Rules are unsupported for Network Load Balancer listeners");
        }
        refuseTransforms(!request.transforms().isEmpty());
        var priority = ElbFault.required(request.priority(), "priority");
        ElbFault.range(priority, "priority", 1, LOWEST_PRIORITY);
        var conditions = Conditions.checked(ElbFault.some(request.conditions(), "conditions"));
        var checked = actions.checked(ElbFault.some(request.actions(), "actions"), listener);
        var wantedTags = TagSets.checked(request.tags());
        var there = state.rulesOf(listener.listenerArn());
        if (there.stream().anyMatch(r -> r.priority().equals(priority.toString()))) {
            throw inUse(priority);
        }
        if (there.size() > QUOTA) {
            throw Fault.of(
                    TooManyRulesException.builder(),
                    "TooManyRules",
                    "The maximum number of rules has been reached on listener '" + listener.listenerArn() + "'");
        }
        var rule = Rule.builder()
                .ruleArn(newArn(listener))
                .priority(priority.toString())
                .isDefault(false)
                .conditions(conditions)
                .actions(checked)
                .build();
        put(listener.listenerArn(), rule);
        tags.put(rule.ruleArn(), wantedTags);
        wiring.update();
        return CreateRuleResponse.builder().rules(rule).build();
    }

    private static void refuseTransforms(boolean wanted) {
        if (wanted) {
            throw new UnsupportedOperationException("The practice cloud's rules do not rewrite hosts or paths.");
        }
    }

    private static RuntimeException inUse(int priority) {
        return Fault.of(
                PriorityInUseException.builder(), "PriorityInUse", "Priority '" + priority + "' is currently in use");
    }

    private ListenerRule custom(String arn, String verb) {
        var found = state.rule(arn);
        if (found.rule().isDefault()) {
            throw Fault.of(
                    OperationNotPermittedException.builder(),
                    "OperationNotPermitted",
                    "Default rule '" + arn + "' cannot be " + verb);
        }
        return found;
    }

    ModifyRuleResponse modify(ModifyRuleRequest request) {
        var found = custom(request.ruleArn(), "modified");
        refuseTransforms(!request.transforms().isEmpty());
        var changed = found.rule().toBuilder();
        if (!request.conditions().isEmpty()) {
            changed.conditions(Conditions.checked(request.conditions()));
        }
        if (!request.actions().isEmpty()) {
            changed.actions(actions.checked(request.actions(), state.listener(found.listenerArn())));
        }
        var rule = changed.build();
        put(found.listenerArn(), rule);
        wiring.update();
        return ModifyRuleResponse.builder().rules(rule).build();
    }

    DeleteRuleResponse delete(DeleteRuleRequest request) {
        remove(custom(request.ruleArn(), "deleted").rule().ruleArn());
        wiring.update();
        return DeleteRuleResponse.builder().build();
    }

    /** Takes a rule away; targets learn of it with the next update. */
    void remove(String arn) {
        state.rules.remove(arn);
        state.forget(arn);
    }

    SetRulePrioritiesResponse setPriorities(SetRulePrioritiesRequest request) {
        var wanted = ElbFault.some(request.rulePriorities(), "rulePriorities");
        var moved = wanted.stream().map(RulePriorityPair::ruleArn).toList();
        var listener = custom(moved.getFirst(), "modified").listenerArn();
        var taken = new HashSet<String>();
        state.rulesOf(listener).stream()
                .filter(r -> !moved.contains(r.ruleArn()))
                .forEach(r -> taken.add(r.priority()));
        for (var pair : wanted) {
            if (!custom(pair.ruleArn(), "modified").listenerArn().equals(listener)) {
                throw ElbFault.validation("All rules must belong to the same listener");
            }
            var priority = ElbFault.required(pair.priority(), "rulePriorities.1.member.priority");
            ElbFault.range(priority, "rulePriorities.1.member.priority", 1, LOWEST_PRIORITY);
            if (!taken.add(priority.toString())) {
                throw inUse(priority);
            }
        }
        var changed = wanted.stream()
                .map(p -> state.rule(p.ruleArn()).rule().toBuilder()
                        .priority(p.priority().toString())
                        .build())
                .toList();
        changed.forEach(r -> put(listener, r));
        wiring.update();
        return SetRulePrioritiesResponse.builder().rules(changed).build();
    }

    DescribeRulesResponse describe(DescribeRulesRequest request) {
        List<Rule> found;
        if (!request.ruleArns().isEmpty()) {
            found = request.ruleArns().stream().map(this::byArn).toList();
        } else if (request.listenerArn() != null) {
            found = state.rulesOf(state.listener(request.listenerArn()).listenerArn());
        } else {
            throw ElbFault.validation("You must specify either listener ARN or rule ARNs");
        }
        var page = Pages.of(found, request.marker(), request.pageSize());
        return DescribeRulesResponse.builder()
                .rules(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }

    private Rule byArn(String arn) {
        var found = state.rules.get(arn);
        if (found == null) {
            throw Fault.of(RuleNotFoundException.builder(), "RuleNotFound", "One or more rules not found");
        }
        return found.rule();
    }
}
