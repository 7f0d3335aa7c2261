package companion.practice.codedeploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.codedeploy.model.TargetGroupPairInfo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * The listeners of a target group pair, as a deployment turns them. Traffic moves by the weights of forward actions: of
 * the default action and of every rule that already forwards to one of the pair.
 */
final class Routes {
    private final DeployRegion region;

    Routes(DeployRegion region) {
        this.region = region;
    }

    static String production(TargetGroupPairInfo pair) {
        return pair.prodTrafficRoute().listenerArns().getFirst();
    }

    static @Nullable String test(TargetGroupPairInfo pair) {
        var route = pair.testTrafficRoute();
        return route == null || route.listenerArns().isEmpty() ? null : route.listenerArns().getFirst();
    }

    /** The ARNs of the pair's target groups, in its order. */
    List<String> groups(TargetGroupPairInfo pair) {
        return asked(() -> pair.targetGroups().stream()
                .map(g -> region.services()
                        .elb()
                        .describeTargetGroups(r -> r.names(g.name()))
                        .targetGroups()
                        .getFirst()
                        .targetGroupArn())
                .toList());
    }

    /** Refuses a listener that does not send its requests to the target group that is live. */
    void expectBehind(String listener, String targetGroup) {
        if (actions(listener).stream().noneMatch(a -> forwardsTo(a, targetGroup))) {
            throw new DeploymentFailure(
                    ErrorCode.ELASTIC_LOAD_BALANCING_INVALID,
                    "The ELB could not be updated due to the following error: Primary taskset target group must be"
                            + " behind listener " + listener);
        }
    }

    /** Sends everything that goes to one of the pair to one target group, and takes the other off the listener. */
    void point(String listener, Deployment.Side to, Deployment.Side from) {
        turn(listener, to, from, List.of(tuple(to, null)));
    }

    /** Splits what goes to the pair. */
    void split(String listener, Deployment.Side blue, Deployment.Side green, int greenPercent) {
        turn(listener, blue, green, List.of(tuple(blue, 100 - greenPercent), tuple(green, greenPercent)));
    }

    private void turn(String listener, Deployment.Side one, Deployment.Side other, List<TargetGroupTuple> shares) {
        asked(() -> {
            var elb = region.services().elb();
            var found = elb.describeListeners(r -> r.listenerArns(listener)).listeners().getFirst();
            if (found.defaultActions().stream().anyMatch(a -> forwards(a, one, other))) {
                var actions = turned(found.defaultActions(), one, other, shares);
                elb.modifyListener(r -> r.listenerArn(listener).defaultActions(actions));
            }
            for (var rule : elb.describeRules(r -> r.listenerArn(listener)).rules()) {
                boolean own = !Boolean.TRUE.equals(rule.isDefault());
                if (own && rule.actions().stream().anyMatch(a -> forwards(a, one, other))) {
                    var actions = turned(rule.actions(), one, other, shares);
                    elb.modifyRule(r -> r.ruleArn(rule.ruleArn()).actions(actions));
                }
            }
            return listener;
        });
    }

    private List<Action> actions(String listener) {
        return asked(() -> {
            var elb = region.services().elb();
            var all = new ArrayList<>(elb.describeListeners(r -> r.listenerArns(listener))
                    .listeners()
                    .getFirst()
                    .defaultActions());
            elb.describeRules(r -> r.listenerArn(listener)).rules().forEach(r -> all.addAll(r.actions()));
            return all;
        });
    }

    private static List<Action> turned(
            List<Action> actions, Deployment.Side one, Deployment.Side other, List<TargetGroupTuple> shares) {
        return actions.stream()
                .map(a -> forwards(a, one, other) ? forward(a, shares) : a)
                .toList();
    }

    private static Action forward(Action action, List<TargetGroupTuple> shares) {
        var forward = Action.builder().type(ActionTypeEnum.FORWARD).order(action.order());
        return shares.size() == 1
                ? forward.targetGroupArn(shares.getFirst().targetGroupArn()).build()
                : forward.forwardConfig(f -> f.targetGroups(shares)).build();
    }

    private static boolean forwards(Action action, Deployment.Side one, Deployment.Side other) {
        return forwardsTo(action, one.targetGroupArn()) || forwardsTo(action, other.targetGroupArn());
    }

    private static boolean forwardsTo(Action action, String targetGroup) {
        return targetGroup.equals(action.targetGroupArn())
                || (action.forwardConfig() != null
                        && action.forwardConfig().targetGroups().stream()
                                .anyMatch(g -> g.targetGroupArn().equals(targetGroup)));
    }

    private static TargetGroupTuple tuple(Deployment.Side side, @Nullable Integer weight) {
        return TargetGroupTuple.builder().targetGroupArn(side.targetGroupArn()).weight(weight).build();
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (ElasticLoadBalancingV2Exception e) {
            var details = e.awsErrorDetails();
            throw new DeploymentFailure(
                    ErrorCode.ELASTIC_LOAD_BALANCING_INVALID,
                    "The ELB could not be updated due to the following error: "
                            + (details == null ? e.getMessage() : details.errorMessage()));
        }
    }
}
