package companion.practice.elb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

class ListenerTest extends ElbTestBase {
    private final String balancer = region.balancer("alb");
    private final String blue = region.group("blue");
    private final String green = region.group("green");

    @Test
    void aListenerForwardsToAGroupWhichIsThenInUse() {
        var arn = region.listener(balancer, 80, blue);
        var listener = elb.describeListeners(r -> r.listenerArns(arn)).listeners().getFirst();
        assertThat(arn).startsWith(balancer.replace(":loadbalancer/", ":listener/"));
        assertThat(listener.protocolAsString()).isEqualTo("HTTP");
        assertThat(listener.defaultActions()).singleElement().satisfies(a -> {
            assertThat(a.targetGroupArn()).isEqualTo(blue);
            assertThat(a.forwardConfig().targetGroups().getFirst().weight()).isEqualTo(1);
        });
        assertThat(elb.describeTargetGroups(r -> r.loadBalancerArn(balancer)).targetGroups())
                .singleElement()
                .satisfies(g -> assertThat(g.loadBalancerArns()).containsExactly(balancer));
        refused("ResourceInUse", () -> elb.deleteTargetGroup(r -> r.targetGroupArn(blue)))
                .hasMessageContaining("Target group '" + blue + "' is currently in use by a listener or a rule");
    }

    @Test
    void onePortHasOneListener() {
        var arn = region.listener(balancer, 80, blue);
        assertThat(region.listener(balancer, 80, blue)).isEqualTo(arn);
        refused("DuplicateListener", () -> region.listener(balancer, 80, green))
                .hasMessageContaining(
                        "A listener already exists on this port for this load balancer '" + balancer + "'");
        var other = region.listener(balancer, 8080, blue);
        refused("ValidationError", () -> elb.modifyListener(r -> r.listenerArn(other).port(80)))
                .hasMessageContaining("Listener port '80' is already in use");
    }

    @Test
    void weightsMoveTheTrafficAndAWeightOfZeroStillCountsAsInUse() {
        var arn = region.listener(balancer, 80, blue);
        elb.modifyListener(r -> r.listenerArn(arn)
                .defaultActions(a -> a.type("forward")
                        .forwardConfig(f -> f.targetGroups(
                                t -> t.targetGroupArn(blue).weight(0), t -> t.targetGroupArn(green).weight(100)))));
        var action = elb.describeListeners(r -> r.listenerArns(arn)).listeners().getFirst().defaultActions().getFirst();
        assertThat(action.targetGroupArn()).isNull();
        assertThat(action.forwardConfig().targetGroups()).extracting(t -> t.weight()).containsExactly(0, 100);
        refused("ResourceInUse", () -> elb.deleteTargetGroup(r -> r.targetGroupArn(blue)));
        refused("ValidationError", () -> elb.modifyListener(r -> r.listenerArn(arn)
                .defaultActions(a -> a.type("forward")
                        .forwardConfig(f -> f.targetGroups(t -> t.targetGroupArn(blue).weight(1000))))));
        refused("TargetGroupNotFound", () -> elb.modifyListener(r -> r.listenerArn(arn)
                .defaultActions(a -> a.type("forward").targetGroupArn(blue + "0"))));
    }

    @Test
    void aGroupBelongsToOneLoadBalancer() {
        region.listener(balancer, 80, blue);
        var second = region.balancer("second");
        refused("TargetGroupAssociationLimit", () -> region.listener(second, 80, blue))
                .hasMessageContaining("The following target groups cannot be associated with more than one load "
                        + "balancer: " + blue);
    }

    @Test
    void httpsNeedsACertificateAndApplicationLoadBalancersSpeakHttp() {
        refused("ValidationError", () -> elb.createListener(r -> r.loadBalancerArn(balancer)
                        .port(443)
                        .protocol("HTTPS")
                        .defaultActions(a -> a.type("forward").targetGroupArn(blue))))
                .hasMessageContaining("A certificate must be specified for HTTPS listeners");
        refused("ValidationError", () -> elb.createListener(r -> r.loadBalancerArn(balancer)
                        .port(80)
                        .protocol("TCP")
                        .defaultActions(a -> a.type("forward").targetGroupArn(blue))))
                .hasMessageContaining("Listener protocol 'TCP' must be one of 'HTTPS, HTTP'");
        refused("ValidationError", () -> elb.createListener(r -> r.loadBalancerArn(balancer).port(80)));
    }

    @Test
    void rulesAreTriedByPriorityAndTheDefaultRuleIsLast() {
        var arn = region.listener(balancer, 80, blue);
        var second = rule(arn, 20, "/b/*");
        var first = rule(arn, 10, "/a/*");
        assertThat(elb.describeRules(r -> r.listenerArn(arn)).rules())
                .extracting(Rule::priority)
                .containsExactly("10", "20", "default");
        refused("PriorityInUse", () -> rule(arn, 10, "/c/*"))
                .hasMessageContaining("Priority '10' is currently in use");
        elb.setRulePriorities(r -> r.rulePriorities(
                p -> p.ruleArn(first).priority(20), p -> p.ruleArn(second).priority(10)));
        assertThat(elb.describeRules(r -> r.ruleArns(first)).rules().getFirst().priority()).isEqualTo("20");
        elb.modifyRule(r -> r.ruleArn(first).conditions(c -> c.field("path-pattern").values("/z")));
        assertThat(elb.describeRules(r -> r.ruleArns(first)).rules().getFirst().conditions().getFirst()
                        .pathPatternConfig()
                        .values())
                .containsExactly("/z");
        var byDefault = elb.describeRules(r -> r.listenerArn(arn)).rules().getLast().ruleArn();
        refused("OperationNotPermitted", () -> elb.deleteRule(r -> r.ruleArn(byDefault)));
        elb.deleteRule(r -> r.ruleArn(first));
        elb.deleteRule(r -> r.ruleArn(second));
        elb.deleteTargetGroup(r -> r.targetGroupArn(green));
        refused("RuleNotFound", () -> elb.describeRules(r -> r.ruleArns(first)));
    }

    private String rule(String listener, int priority, String path) {
        return elb.createRule(r -> r.listenerArn(listener)
                        .priority(priority)
                        .conditions(c -> c.field("path-pattern").values(path))
                        .actions(a -> a.type("forward").targetGroupArn(green)))
                .rules()
                .getFirst()
                .ruleArn();
    }

    @Test
    void aListenerTakesItsRulesAlong() {
        var arn = region.listener(balancer, 80, blue);
        rule(arn, 1, "/x");
        elb.deleteListener(r -> r.listenerArn(arn));
        elb.deleteTargetGroup(r -> r.targetGroupArn(blue));
        elb.deleteTargetGroup(r -> r.targetGroupArn(green));
        refused("ListenerNotFound", () -> elb.describeListeners(r -> r.listenerArns(arn)));
        assertThat(elb.describeTargetGroups().targetGroups()).isEmpty();
    }

    @Test
    void groupsHaveCheckedSettings() {
        refused("DuplicateTargetGroupName", () -> elb.createTargetGroup(
                        r -> r.name("blue").protocol("HTTP").port(81).vpcId(region.vpc).targetType("ip")))
                .hasMessageContaining("A target group with the same name 'blue' exists, but with different settings");
        refused("ValidationError", () -> elb.modifyTargetGroup(
                r -> r.targetGroupArn(blue).healthCheckIntervalSeconds(4)));
        refused("ValidationError", () -> elb.modifyTargetGroup(
                r -> r.targetGroupArn(blue).healthCheckTimeoutSeconds(10)));
        assertThat(elb.modifyTargetGroup(r -> r.targetGroupArn(blue).healthCheckPath("/health"))
                        .targetGroups()
                        .getFirst()
                        .healthCheckPath())
                .isEqualTo("/health");
        refused("TargetGroupNotFound", () -> elb.describeTargetGroups(r -> r.names("red")))
                .hasMessageContaining("One or more target groups not found");
    }
}
