package companion.practice.elb;

import companion.practice.fabric.Services;
import companion.practice.traffic.LoopbackListeners;
import companion.practice.traffic.PracticeNetwork;
import companion.practice.traffic.Route;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;

/**
 * Elastic Load Balancing of one region. A load balancer opens in a browser: its {@code DNSName} is {@code
 * 127.0.0.1:<port>}, where the port is that of a real loopback listener, which stands for the load balancer's
 * listener with the lowest port, usually 80. It is chosen when the load balancer is created, and the same again after
 * a restart. Other listeners have loopback ports of their own, which {@link #routes} tells. The listeners answer once
 * the load balancer is active.
 *
 * <p>Authentication, stickiness by an application's cookie, rewriting rules and the load balancer type gateway are
 * not part of it.
 */
public final class PracticeElb implements ElasticLoadBalancingV2Client {
    private final LoopbackListeners front;
    private final LoadBalancers balancers;
    private final BalancerAttributes balancerAttributes;
    private final Listeners listeners;
    private final Rules rules;
    private final TargetGroups groups;
    private final GroupAttributes groupAttributes;
    private final Targets targets;
    private final TagSets tags;

    /**
     * @param tasks the region's task network, the same that {@code Fabric.network()} answers
     * @param front closed with this
     */
    public PracticeElb(World world, Place place, Services services, PracticeNetwork tasks, LoopbackListeners front) {
        this.front = front;
        var state = new ElbState(world, place);
        var network = new Network(services, place);
        var ports = new ListenerPorts(state);
        var wiring = new Wiring(state, ports, front, tasks);
        var actions = new Actions(state);
        this.tags = new TagSets(state);
        this.rules = new Rules(state, actions, tags, wiring);
        this.listeners = new Listeners(state, actions, tags, ports, rules, wiring);
        this.balancers = new LoadBalancers(state, network, tags, ports, listeners, wiring);
        this.balancerAttributes = new BalancerAttributes(state);
        this.targets = new Targets(state, network, new Probe(tasks, network), wiring);
        this.groups = new TargetGroups(state, network, tags, targets);
        this.groupAttributes = new GroupAttributes(state, wiring);
    }

    /** Where the listeners of active load balancers are on this machine. Thread-safe. */
    public List<Route> routes() {
        return front.routes();
    }

    @Override
    public CreateLoadBalancerResponse createLoadBalancer(CreateLoadBalancerRequest request) {
        return balancers.create(request);
    }

    @Override
    public DeleteLoadBalancerResponse deleteLoadBalancer(DeleteLoadBalancerRequest request) {
        return balancers.delete(request);
    }

    @Override
    public DescribeLoadBalancersResponse describeLoadBalancers(DescribeLoadBalancersRequest request) {
        return balancers.describe(request);
    }

    @Override
    public SetSubnetsResponse setSubnets(SetSubnetsRequest request) {
        return balancers.setSubnets(request);
    }

    @Override
    public SetSecurityGroupsResponse setSecurityGroups(SetSecurityGroupsRequest request) {
        return balancers.setSecurityGroups(request);
    }

    @Override
    public ModifyLoadBalancerAttributesResponse modifyLoadBalancerAttributes(
            ModifyLoadBalancerAttributesRequest request) {
        return balancerAttributes.modify(request);
    }

    @Override
    public DescribeLoadBalancerAttributesResponse describeLoadBalancerAttributes(
            DescribeLoadBalancerAttributesRequest request) {
        return balancerAttributes.describe(request);
    }

    @Override
    public CreateListenerResponse createListener(CreateListenerRequest request) {
        return listeners.create(request);
    }

    @Override
    public ModifyListenerResponse modifyListener(ModifyListenerRequest request) {
        return listeners.modify(request);
    }

    @Override
    public DeleteListenerResponse deleteListener(DeleteListenerRequest request) {
        return listeners.delete(request);
    }

    @Override
    public DescribeListenersResponse describeListeners(DescribeListenersRequest request) {
        return listeners.describe(request);
    }

    @Override
    public CreateRuleResponse createRule(CreateRuleRequest request) {
        return rules.create(request);
    }

    @Override
    public ModifyRuleResponse modifyRule(ModifyRuleRequest request) {
        return rules.modify(request);
    }

    @Override
    public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
        return rules.delete(request);
    }

    @Override
    public SetRulePrioritiesResponse setRulePriorities(SetRulePrioritiesRequest request) {
        return rules.setPriorities(request);
    }

    @Override
    public DescribeRulesResponse describeRules(DescribeRulesRequest request) {
        return rules.describe(request);
    }

    @Override
    public CreateTargetGroupResponse createTargetGroup(CreateTargetGroupRequest request) {
        return groups.create(request);
    }

    @Override
    public ModifyTargetGroupResponse modifyTargetGroup(ModifyTargetGroupRequest request) {
        return groups.modify(request);
    }

    @Override
    public DeleteTargetGroupResponse deleteTargetGroup(DeleteTargetGroupRequest request) {
        return groups.delete(request);
    }

    @Override
    public DescribeTargetGroupsResponse describeTargetGroups(DescribeTargetGroupsRequest request) {
        return groups.describe(request);
    }

    @Override
    public ModifyTargetGroupAttributesResponse modifyTargetGroupAttributes(ModifyTargetGroupAttributesRequest request) {
        return groupAttributes.modify(request);
    }

    @Override
    public DescribeTargetGroupAttributesResponse describeTargetGroupAttributes(
            DescribeTargetGroupAttributesRequest request) {
        return groupAttributes.describe(request);
    }

    @Override
    public RegisterTargetsResponse registerTargets(RegisterTargetsRequest request) {
        return targets.register(request);
    }

    @Override
    public DeregisterTargetsResponse deregisterTargets(DeregisterTargetsRequest request) {
        return targets.deregister(request);
    }

    @Override
    public DescribeTargetHealthResponse describeTargetHealth(DescribeTargetHealthRequest request) {
        return targets.describe(request);
    }

    @Override
    public AddTagsResponse addTags(AddTagsRequest request) {
        return tags.add(request);
    }

    @Override
    public RemoveTagsResponse removeTags(RemoveTagsRequest request) {
        return tags.remove(request);
    }

    @Override
    public DescribeTagsResponse describeTags(DescribeTagsRequest request) {
        return tags.describe(request);
    }

    @Override
    public DescribeAccountLimitsResponse describeAccountLimits(DescribeAccountLimitsRequest request) {
        return AccountLimits.describe(request);
    }

    @Override
    public DescribeSslPoliciesResponse describeSSLPolicies(DescribeSslPoliciesRequest request) {
        return SslPolicies.describe(request);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        front.close();
    }
}
