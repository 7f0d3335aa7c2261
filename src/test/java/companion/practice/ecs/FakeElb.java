package companion.practice.ecs;

import companion.practice.fabric.Fault;
import companion.practice.fabric.TaskNetwork;
import companion.practice.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * One load balancer with two target groups as the workshop has them: checked every 10 s, healthy after 2, bad after 10.
 */
public final class FakeElb implements ElasticLoadBalancingV2Client {
    private static final String HERE = "arn:aws:elasticloadbalancing:us-east-1:123456789012:";

    public static final String BLUE = HERE + "targetgroup/TG/1111111111111111";
    public static final String GREEN =
            HERE + "targetgroup/TG-tmp/2222222222222222";
    public static final String ALB = HERE + "loadbalancer/app/alb/3333333333333333";
    public static final String PROD = HERE + "listener/app/alb/33/4444444444444444";
    public static final String TEST = HERE + "listener/app/alb/33/5555555555555555";

    private record Registered(TargetDescription target, Instant since) {}

    public final Map<String, Listener> listeners = new LinkedHashMap<>();
    public String healthPath = "/";
    public LoadBalancerTypeEnum type = LoadBalancerTypeEnum.APPLICATION;

    private final World world;
    private final Map<String, TaskNetwork.Site> sites;
    private final Map<String, List<Registered>> targets = new LinkedHashMap<>();
    private final Map<String, Instant> usedSince = new LinkedHashMap<>();

    FakeElb(World world, Map<String, TaskNetwork.Site> sites) {
        this.world = world;
        this.sites = sites;
        targets.put(BLUE, new ArrayList<>());
        targets.put(GREEN, new ArrayList<>());
        listen(PROD, 80, BLUE);
    }

    public void listen(String arn, int port, String group) {
        listeners.put(
                arn,
                Listener.builder()
                        .listenerArn(arn)
                        .loadBalancerArn(ALB)
                        .port(port)
                        .defaultActions(Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(group).build())
                        .build());
        noteUse();
    }

    /** Weight of a group on a listener, in the shares that the listener names; 0 if it does not forward there. */
    public int weight(String listener, String group) {
        var action = listeners.get(listener).defaultActions().getFirst();
        if (action.forwardConfig() == null) {
            return group.equals(action.targetGroupArn()) ? 100 : 0;
        }
        return action.forwardConfig().targetGroups().stream()
                .filter(g -> g.targetGroupArn().equals(group))
                .mapToInt(g -> g.weight() == null ? 1 : g.weight())
                .sum();
    }

    public List<TargetDescription> targets(String group) {
        return targets.get(group).stream().map(Registered::target).toList();
    }

    @Override
    public DescribeLoadBalancersResponse describeLoadBalancers(DescribeLoadBalancersRequest request) {
        return DescribeLoadBalancersResponse.builder()
                .loadBalancers(LoadBalancer.builder().loadBalancerArn(ALB).type(type).build())
                .build();
    }

    @Override
    public DescribeTargetGroupsResponse describeTargetGroups(DescribeTargetGroupsRequest request) {
        var known = Stream.of(BLUE, GREEN).map(this::group).toList();
        var asked = known.stream()
                .filter(g -> request.targetGroupArns().contains(g.targetGroupArn())
                        || request.names().contains(g.targetGroupName()))
                .toList();
        if (asked.isEmpty()) {
            throw Fault.of(TargetGroupNotFoundException.builder(), "TargetGroupNotFound", "One or more target groups"
                    + " not found");
        }
        return DescribeTargetGroupsResponse.builder().targetGroups(asked).build();
    }

    @Override
    public DescribeTargetGroupAttributesResponse describeTargetGroupAttributes(
            DescribeTargetGroupAttributesRequest request) {
        return DescribeTargetGroupAttributesResponse.builder()
                .attributes(a -> a.key("deregistration_delay.timeout_seconds").value("5"))
                .build();
    }

    @Override
    public RegisterTargetsResponse registerTargets(RegisterTargetsRequest request) {
        request.targets().forEach(t -> targets.get(request.targetGroupArn()).add(new Registered(t, world.now())));
        return RegisterTargetsResponse.builder().build();
    }

    @Override
    public DeregisterTargetsResponse deregisterTargets(DeregisterTargetsRequest request) {
        targets.get(request.targetGroupArn()).removeIf(r -> request.targets().contains(r.target()));
        return DeregisterTargetsResponse.builder().build();
    }

    @Override
    public DescribeTargetHealthResponse describeTargetHealth(DescribeTargetHealthRequest request) {
        var group = request.targetGroupArn();
        return DescribeTargetHealthResponse.builder()
                .targetHealthDescriptions(targets.get(group).stream()
                        .filter(r -> request.targets().isEmpty() || request.targets().contains(r.target()))
                        .map(r -> TargetHealthDescription.builder()
                                .target(r.target())
                                .targetHealth(health(group, r))
                                .build())
                        .toList())
                .build();
    }

    @Override
    public DescribeListenersResponse describeListeners(DescribeListenersRequest request) {
        var found = listeners.values().stream()
                .filter(l -> request.listenerArns().isEmpty() || request.listenerArns().contains(l.listenerArn()))
                .toList();
        if (found.isEmpty()) {
            throw Fault.of(ListenerNotFoundException.builder(), "ListenerNotFound", "One or more listeners not found");
        }
        return DescribeListenersResponse.builder().listeners(found).build();
    }

    @Override
    public DescribeRulesResponse describeRules(DescribeRulesRequest request) {
        return DescribeRulesResponse.builder()
                .rules(Rule.builder()
                        .isDefault(true)
                        .ruleArn(request.listenerArn() + "/default")
                        .actions(listeners.get(request.listenerArn()).defaultActions())
                        .build())
                .build();
    }

    @Override
    public ModifyListenerResponse modifyListener(ModifyListenerRequest request) {
        listeners.computeIfPresent(
                request.listenerArn(), (a, l) -> l.toBuilder().defaultActions(request.defaultActions()).build());
        noteUse();
        return ModifyListenerResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private void noteUse() {
        for (var group : targets.keySet()) {
            if (isUsed(group)) {
                usedSince.putIfAbsent(group, world.now());
            } else {
                usedSince.remove(group);
            }
        }
    }

    private boolean isUsed(String group) {
        return listeners.values().stream()
                .flatMap(l -> l.defaultActions().stream())
                .anyMatch(a -> group.equals(a.targetGroupArn())
                        || (a.forwardConfig() != null
                                && a.forwardConfig().targetGroups().stream()
                                        .anyMatch(g -> g.targetGroupArn().equals(group))));
    }

    private TargetGroup group(String arn) {
        return TargetGroup.builder()
                .targetGroupArn(arn)
                .targetGroupName(arn.split("/")[1])
                .targetType("ip")
                .healthCheckIntervalSeconds(10)
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(10)
                .loadBalancerArns(isUsed(arn) ? List.of(ALB) : List.of())
                .build();
    }

    private TargetHealth health(String group, Registered registered) {
        if (!isUsed(group)) {
            return TargetHealth.builder()
                    .state(TargetHealthStateEnum.UNUSED)
                    .reason(TargetHealthReasonEnum.TARGET_NOT_IN_USE)
                    .build();
        }
        var used = usedSince.get(group);
        var since = registered.since().isAfter(used) ? registered.since() : used;
        var age = Duration.between(since, world.now()).toSeconds();
        var site = sites.get(registered.target().id() + ":" + registered.target().port());
        int status = site == null ? 0 : site.get("GET", healthPath).status();
        if (status == 200 && age >= 20) {
            return TargetHealth.builder().state(TargetHealthStateEnum.HEALTHY).build();
        }
        if (status != 200 && age >= 100) {
            return TargetHealth.builder()
                    .state(TargetHealthStateEnum.UNHEALTHY)
                    .reason(
                            status == 0
                                    ? TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS
                                    : TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH)
                    .description(
                            status == 0
                                    ? "Health checks failed"
                                    : "Health checks failed with these codes: [" + status + "]")
                    .build();
        }
        return TargetHealth.builder()
                .state(TargetHealthStateEnum.INITIAL)
                .reason(TargetHealthReasonEnum.ELB_INITIAL_HEALTH_CHECKING)
                .build();
    }
}
