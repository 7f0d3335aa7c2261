package companion.practice.elb;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.fabric.TaskNetwork.Page;
import companion.practice.world.TestWorlds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetHealthTest extends ElbTestBase {
    private static final String IP = "10.0.0.20";
    private static final String UNUSED =
            "unused Target.NotInUse Target group is not configured to receive traffic from the load balancer";
    private static final String HEALTH_CHECKING =
            "initial Elb.InitialHealthChecking Initial health checks in progress";

    private final String balancer = region.balancer("alb");
    private final String group = region.group("tg");

    private void active() {
        region.pass(150);
    }

    @Test
    void aTargetIsUnusedUntilAListenerForwardsToItsGroupAndThenHealthyAfterTwoChecks() {
        active();
        region.site(IP, 200, "v1");
        region.register(group, IP);
        assertThat(region.told(group, IP)).isEqualTo(UNUSED);
        var listener = region.listener(balancer, 80, group);
        assertThat(region.told(group, IP))
                .isEqualTo("initial Elb.RegistrationInProgress Target registration is in progress");
        region.pass(6);
        assertThat(region.told(group, IP)).isEqualTo(HEALTH_CHECKING);
        region.pass(14);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
        elb.deleteListener(r -> r.listenerArn(listener));
        assertThat(region.told(group, IP)).isEqualTo(UNUSED);
    }

    @Test
    void aWeightOfZeroCountsAsInUse() {
        active();
        var other = region.group("other");
        region.site(IP, 200, "v1");
        region.register(group, IP);
        elb.createListener(r -> r.loadBalancerArn(balancer)
                .port(80)
                .defaultActions(a -> a.type("forward")
                        .forwardConfig(f -> f.targetGroups(
                                t -> t.targetGroupArn(other).weight(1), t -> t.targetGroupArn(group).weight(0)))));
        region.pass(20);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
    }

    @Test
    void healthChecksStartWhenTheLoadBalancerIsActive() {
        region.site(IP, 200, "v1");
        region.register(group, IP);
        region.listener(balancer, 80, group);
        region.pass(100);
        assertThat(region.told(group, IP)).startsWith("initial Elb.RegistrationInProgress");
        region.pass(70);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
    }

    @Test
    void aWrongAnswerMakesATargetUnhealthyWithItsCode() {
        active();
        region.listener(balancer, 80, group);
        region.site(IP, 404, "?");
        region.register(group, IP);
        region.pass(99);
        assertThat(region.told(group, IP)).isEqualTo(HEALTH_CHECKING);
        region.pass(1);
        assertThat(region.told(group, IP))
                .isEqualTo("unhealthy Target.ResponseCodeMismatch Health checks failed with these codes: [404]");
    }

    @Test
    void anAddressThatNobodyHasTimesOutAndAClosedPortFails() {
        active();
        region.listener(balancer, 80, group);
        var taken = region.ec2
                .createNetworkInterface(r -> r.subnetId(region.subnetA))
                .networkInterface()
                .privateIpAddress();
        region.register(group, IP);
        region.register(group, taken);
        region.pass(100);
        assertThat(region.told(group, IP)).isEqualTo("unhealthy Target.Timeout Request timed out");
        assertThat(region.told(group, taken))
                .isEqualTo("unhealthy Target.FailedHealthChecks Health checks failed");
    }

    @Test
    void aSiteThatOpensLateBecomesHealthyTwoChecksLater() {
        active();
        region.listener(balancer, 80, group);
        region.register(group, IP);
        region.pass(50);
        region.site(IP, 200, "v1");
        region.pass(19);
        assertThat(region.told(group, IP)).isEqualTo(HEALTH_CHECKING);
        region.pass(1);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
    }

    @Test
    void healthFollowsASiteThatClosesAndOpensAgain() {
        healthyTarget();
        region.tasks.close(IP, 80);
        region.pass(99);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
        region.pass(1);
        assertThat(region.told(group, IP)).startsWith("unhealthy Target.Timeout");
        region.site(IP, 200, "v1");
        region.pass(20);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
    }

    @Test
    void aShortFailureIsForgiven() {
        healthyTarget();
        region.tasks.close(IP, 80);
        region.pass(60);
        region.site(IP, 200, "v1");
        region.pass(300);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
    }

    @Test
    void aChangeOfThePathToCheckIsNoticed() {
        healthyTarget();
        region.tasks.open(IP, 80, (method, path) -> new Page(
                path.equals("/") ? 200 : 500, Map.of(), new byte[0]));
        region.pass(200);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
        elb.modifyTargetGroup(r -> r.targetGroupArn(group).healthCheckPath("/health").unhealthyThresholdCount(2));
        region.pass(20);
        assertThat(region.told(group, IP)).contains("codes: [500]");
    }

    private void healthyTarget() {
        active();
        region.listener(balancer, 80, group);
        region.site(IP, 200, "v1");
        region.register(group, IP);
        region.pass(20);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
    }

    @Test
    void aTargetDrainsAndIsGoneAfterTheDelay() {
        healthyTarget();
        region.deregister(group, IP);
        assertThat(region.told(group, IP))
                .isEqualTo("draining Target.DeregistrationInProgress Target deregistration is in progress");
        region.pass(4);
        assertThat(region.told(group, IP)).startsWith("draining");
        region.pass(1);
        assertThat(region.told(group, IP))
                .isEqualTo("unused Target.NotRegistered Target is not registered to the target group");
        assertThat(elb.describeTargetHealth(r -> r.targetGroupArn(group)).targetHealthDescriptions()).isEmpty();
    }

    @Test
    void aDrainingTargetCanBeRegisteredAgain() {
        healthyTarget();
        region.deregister(group, IP);
        region.register(group, IP);
        region.pass(20);
        assertThat(region.told(group, IP)).isEqualTo("healthy");
    }

    @Test
    void anUnusedTargetIsGoneAtOnce() {
        region.register(group, IP);
        region.deregister(group, IP);
        assertThat(region.told(group, IP)).startsWith("unused Target.NotRegistered");
        region.deregister(group, IP);
    }

    @Test
    void aTargetInAZoneThatTheLoadBalancerLacksIsUnused() {
        active();
        region.listener(balancer, 80, group);
        region.subnet("10.0.7.0/24", "us-east-1c");
        region.site("10.0.7.9", 200, "v1");
        region.register(group, "10.0.7.9");
        assertThat(region.told(group, "10.0.7.9"))
                .isEqualTo("unused Target.NotInUse Target is in an Availability Zone that is not enabled for the "
                        + "load balancer");
    }

    @Test
    void targetsAreCheckedBeforeAnyIsRegistered() {
        refused("InvalidTarget", () -> elb.registerTargets(
                r -> r.targetGroupArn(group).targets(t -> t.id(IP), t -> t.id("8.8.8.8"))));
        refused("ValidationError", () -> region.register(group, "i-0123"));
        refused("TargetGroupNotFound", () -> region.register(group + "0", IP));
        assertThat(elb.describeTargetHealth(r -> r.targetGroupArn(group)).targetHealthDescriptions()).isEmpty();
    }

    @Test
    void anIdleCloudPlansNothing() throws Exception {
        healthyTarget();
        var before = region.world.now();
        TestWorlds.settle(region.world);
        assertThat(region.world.now()).isEqualTo(before);
    }
}
