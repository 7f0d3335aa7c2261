package companion.practice.elb;

import companion.practice.ec2.PracticeEc2;
import companion.practice.fabric.Services;
import companion.practice.fabric.TaskNetwork.Page;
import companion.practice.traffic.LoopbackListeners;
import companion.practice.traffic.PracticeNetwork;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** A region with a network of two public subnets, and load balancing in it. */
final class Region implements AutoCloseable {
    static final Place PLACE = new Place("123456789012", "us-east-1");

    final World world;
    final PracticeNetwork tasks = new PracticeNetwork();
    final Ec2Client ec2;
    final LoopbackListeners front;
    final PracticeElb room;
    final ElasticLoadBalancingV2Client elb;
    String vpc = "";
    String subnetA = "";
    String subnetB = "";

    Region(World world) {
        this.world = world;
        this.ec2 = new PracticeEc2(world, PLACE);
        this.front = new LoopbackListeners(world, tasks);
        this.room = new PracticeElb(world, PLACE, services(), tasks, front);
        this.elb = room;
    }

    private Services services() {
        return (Services) Proxy.newProxyInstance(
                Services.class.getClassLoader(), new Class<?>[] {Services.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("ec2")) {
                        return ec2;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    Region withNetwork() {
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnetA = subnet("10.0.0.0/24", "us-east-1a");
        subnetB = subnet("10.0.1.0/24", "us-east-1b");
        var gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        return this;
    }

    String subnet(String block, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(block).availabilityZone(zone)).subnet().subnetId();
    }

    String balancer(String name) {
        return elb.createLoadBalancer(r -> r.name(name).subnets(subnetA, subnetB))
                .loadBalancers()
                .getFirst()
                .loadBalancerArn();
    }

    /** With the settings of the workshop: every 10 s, healthy after 2, unhealthy after 10, draining for 5 s. */
    String group(String name) {
        var arn = elb.createTargetGroup(r -> r.name(name)
                        .targetType(TargetTypeEnum.IP)
                        .protocol(ProtocolEnum.HTTP)
                        .port(80)
                        .vpcId(vpc)
                        .healthCheckIntervalSeconds(10)
                        .healthCheckTimeoutSeconds(5)
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(10)
                        .matcher(m -> m.httpCode("200-299")))
                .targetGroups()
                .getFirst()
                .targetGroupArn();
        elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(arn)
                .attributes(a -> a.key("deregistration_delay.timeout_seconds").value("5")));
        return arn;
    }

    String listener(String balancer, int port, String group) {
        return elb.createListener(r -> r.loadBalancerArn(balancer)
                        .port(port)
                        .defaultActions(a -> a.type("forward").targetGroupArn(group)))
                .listeners()
                .getFirst()
                .listenerArn();
    }

    void register(String group, String ip) {
        elb.registerTargets(r -> r.targetGroupArn(group).targets(t -> t.id(ip).port(80)));
    }

    void deregister(String group, String ip) {
        elb.deregisterTargets(r -> r.targetGroupArn(group).targets(t -> t.id(ip).port(80)));
    }

    void site(String ip, int status, String text) {
        var page = new Page(
                status,
                Map.of("Server", "nginx/1.27.2", "Content-Type", "text/html", "Connection", "close"),
                text.getBytes(StandardCharsets.UTF_8));
        tasks.open(ip, 80, (method, path) -> page);
    }

    void pass(int seconds) {
        world.step(Duration.ofSeconds(seconds));
    }

    TargetHealth health(String group, String ip) {
        return elb.describeTargetHealth(r -> r.targetGroupArn(group).targets(t -> t.id(ip).port(80)))
                .targetHealthDescriptions()
                .getFirst()
                .targetHealth();
    }

    /** Health as {@code state reason description}. */
    String told(String group, String ip) {
        var health = health(group, ip);
        return health.reason() == null
                ? health.stateAsString()
                : health.stateAsString() + " " + health.reasonAsString() + " " + health.description();
    }

    @Override
    public void close() {
        elb.close();
        world.close();
    }
}
