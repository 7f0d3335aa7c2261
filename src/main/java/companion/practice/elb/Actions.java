package companion.practice.elb;

import companion.practice.fabric.Fault;
import companion.practice.traffic.Answer;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IncompatibleProtocolsException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidLoadBalancerActionException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionStatusCodeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAssociationLimitException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Actions of listeners and rules: forward, redirect and fixed-response. Those that authenticate are not part of it. */
final class Actions {
    private static final int MOST_GROUPS = 5;
    private static final int LARGEST_WEIGHT = 999;
    private static final int LONGEST_STICKINESS = 604_800;

    private final ElbState state;

    Actions(ElbState state) {
        this.state = state;
    }

    /**
     * Checks actions and completes them as load balancing shows them.
     *
     * @param listener its load balancer and protocol are what the groups must fit
     */
    List<Action> checked(List<Action> actions, Listener listener) {
        if (actions.size() != 1) {
            throw invalid("You must specify exactly one forward, redirect or fixed-response action");
        }
        var action = actions.getFirst();
        return List.of(switch (ElbFault.required(action.type(), "actions.1.member.type")) {
            case FORWARD -> forward(action, listener);
            case REDIRECT -> redirect(action);
            case FIXED_RESPONSE -> fixedResponse(action);
            default -> throw new UnsupportedOperationException(
                    "The practice cloud's load balancers have no action " + action.typeAsString());
        });
    }

    private static RuntimeException invalid(String message) {
        return Fault.of(InvalidLoadBalancerActionException.builder(), "InvalidLoadBalancerAction", message);
    }

    private Action forward(Action action, Listener listener) {
        var tuples = action.forwardConfig() == null
                ? List.<TargetGroupTuple>of()
                : action.forwardConfig().targetGroups();
        if (tuples.isEmpty()) {
            tuples = List.of(TargetGroupTuple.builder()
                    .targetGroupArn(ElbFault.required(action.targetGroupArn(), "actions.1.member.targetGroupArn"))
                    .build());
        } else if (action.targetGroupArn() != null
                && (tuples.size() > 1 || !action.targetGroupArn().equals(tuples.getFirst().targetGroupArn()))) {
            throw invalid("The target group ARN must match the target group in the forward action configuration");
        }
        if (tuples.size() > MOST_GROUPS) {
            throw invalid("The maximum number of target groups in a forward action is " + MOST_GROUPS);
        }
        if (tuples.stream().map(TargetGroupTuple::targetGroupArn).distinct().count() < tuples.size()) {
            throw invalid("A target group can be specified only once in a forward action");
        }
        var weighted = tuples.stream().map(t -> weighted(t, listener)).toList();
        return Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .order(action.order())
                .targetGroupArn(weighted.size() == 1 ? weighted.getFirst().targetGroupArn() : null)
                .forwardConfig(ForwardActionConfig.builder()
                        .targetGroups(weighted)
                        .targetGroupStickinessConfig(stickiness(action))
                        .build())
                .build();
    }

    private static TargetGroupStickinessConfig stickiness(Action action) {
        var wanted = action.forwardConfig() == null ? null : action.forwardConfig().targetGroupStickinessConfig();
        if (wanted == null || !Boolean.TRUE.equals(wanted.enabled())) {
            return TargetGroupStickinessConfig.builder().enabled(false).build();
        }
        var member = "actions.1.member.forwardConfig.targetGroupStickinessConfig.durationSeconds";
        ElbFault.range(ElbFault.required(wanted.durationSeconds(), member), member, 1, LONGEST_STICKINESS);
        return wanted;
    }

    private TargetGroupTuple weighted(TargetGroupTuple tuple, Listener listener) {
        var group = state.group(tuple.targetGroupArn());
        ElbFault.range(tuple.weight(), "actions.1.member.forwardConfig.targetGroups.weight", 0, LARGEST_WEIGHT);
        if (isHttp(group.protocol()) != isHttp(listener.protocol())) {
            throw Fault.of(
                    IncompatibleProtocolsException.builder(),
                    "IncompatibleProtocols",
                    "The target group '" + group.targetGroupArn() + "' with protocol '" + group.protocolAsString()
                            + "' is not compatible with the listener protocol '" + listener.protocolAsString() + "'");
        }
        var balancer = state.loadBalancer(listener.loadBalancerArn());
        if (!Objects.equals(group.vpcId(), balancer.vpcId())) {
            throw ElbFault.configuration("The target group '" + group.targetGroupArn()
                    + "' is not in the same VPC as the load balancer '" + balancer.loadBalancerArn() + "'");
        }
        boolean elsewhere = state.usersOf(group.targetGroupArn()).stream()
                .anyMatch(b -> !b.loadBalancerArn().equals(balancer.loadBalancerArn()));
        if (elsewhere) {
            throw Fault.of(
                    TargetGroupAssociationLimitException.builder(),
                    "TargetGroupAssociationLimit",
                    "The following target groups cannot be associated with more than one load balancer: "
                            + group.targetGroupArn());
        }
        return tuple.weight() == null ? tuple.toBuilder().weight(1).build() : tuple;
    }

    static boolean isHttp(ProtocolEnum protocol) {
        return protocol == ProtocolEnum.HTTP || protocol == ProtocolEnum.HTTPS;
    }

    private static Action redirect(Action action) {
        var config = ElbFault.required(action.redirectConfig(), "actions.1.member.redirectConfig");
        ElbFault.required(config.statusCode(), "actions.1.member.redirectConfig.statusCode");
        var full = RedirectActionConfig.builder()
                .statusCode(config.statusCode())
                .protocol(Objects.requireNonNullElse(config.protocol(), "#{protocol}"))
                .host(Objects.requireNonNullElse(config.host(), "#{host}"))
                .port(Objects.requireNonNullElse(config.port(), "#{port}"))
                .path(Objects.requireNonNullElse(config.path(), "/#{path}"))
                .query(Objects.requireNonNullElse(config.query(), "#{query}"))
                .build();
        boolean loops = full.protocol().equals("#{protocol}")
                && full.host().equals("#{host}")
                && full.port().equals("#{port}")
                && full.path().equals("/#{path}");
        if (loops) {
            throw invalid("The options specified for the RedirectConfig will create a loop");
        }
        return action.toBuilder().redirectConfig(full).build();
    }

    private static Action fixedResponse(Action action) {
        var config = ElbFault.required(action.fixedResponseConfig(), "actions.1.member.fixedResponseConfig");
        var status = ElbFault.required(config.statusCode(), "actions.1.member.fixedResponseConfig.statusCode");
        if (!status.matches("[245]\\d\\d")) {
            throw ElbFault.validation("1 validation error detected: Value '" + status
                    + "' at 'actions.1.member.fixedResponseConfig.statusCode' failed to satisfy constraint: "
                    + "Member must satisfy regular expression pattern: ^(2|4|5)\\d\\d$");
        }
        return action;
    }

    /** The one action of a rule as the data plane does it. */
    static Answer inTraffic(List<Action> actions) {
        var action = actions.getFirst();
        if (action.redirectConfig() != null) {
            var to = action.redirectConfig();
            int status = to.statusCode() == RedirectActionStatusCodeEnum.HTTP_301 ? 301 : 302;
            return new Answer.Redirect(status, to.protocol(), to.host(), to.port(), to.path(), to.query());
        }
        if (action.fixedResponseConfig() != null) {
            var fixed = action.fixedResponseConfig();
            return new Answer.FixedResponse(
                    Integer.parseInt(fixed.statusCode()),
                    Objects.requireNonNullElse(fixed.contentType(), "text/plain"),
                    Objects.requireNonNullElse(fixed.messageBody(), ""));
        }
        var forward = action.forwardConfig();
        var sticky = forward.targetGroupStickinessConfig();
        return new Answer.Forward(
                forward.targetGroups().stream()
                        .map(t -> new Answer.Share(t.targetGroupArn(), t.weight()))
                        .toList(),
                sticky.enabled() ? sticky.durationSeconds() : 0);
    }
}
