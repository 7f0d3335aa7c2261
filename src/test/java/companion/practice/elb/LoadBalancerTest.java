package companion.practice.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

class LoadBalancerTest extends ElbTestBase {

    private LoadBalancer shown(String arn) {
        return elb.describeLoadBalancers(r -> r.loadBalancerArns(arn)).loadBalancers().getFirst();
    }

    @Test
    void itIsProvisionedAndThenActive() {
        var arn = region.balancer("alb-devops-workshop");
        assertThat(arn)
                .matches("arn:aws:elasticloadbalancing:us-east-1:123456789012:"
                        + "loadbalancer/app/alb-devops-workshop/[0-9a-f]{16}");
        assertThat(shown(arn)).satisfies(b -> {
            assertThat(b.state().codeAsString()).isEqualTo("provisioning");
            assertThat(b.schemeAsString()).isEqualTo("internet-facing");
            assertThat(b.dnsName()).matches("127\\.0\\.0\\.1:\\d+");
            assertThat(b.availabilityZones()).extracting(z -> z.zoneName()).containsExactly("us-east-1a", "us-east-1b");
        });
        region.pass(130);
        assertThat(shown(arn).state().codeAsString()).isEqualTo("provisioning");
        region.pass(15);
        assertThat(shown(arn).state().codeAsString()).isEqualTo("active");
    }

    @Test
    void itNeedsSubnetsInTwoZones() {
        refused("ValidationError", () -> elb.createLoadBalancer(r -> r.name("a").subnets(region.subnetA)))
                .hasMessageContaining("At least two subnets in two different Availability Zones must be specified");
        var twin = region.subnet("10.0.2.0/24", "us-east-1a");
        refused("InvalidConfigurationRequest", () -> elb.createLoadBalancer(
                        r -> r.name("a").subnets(region.subnetA, twin)))
                .hasMessageContaining(
                        "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
        var small = region.subnet("10.0.3.0/28", "us-east-1b");
        for (int i = 0; i < 4; i++) {
            region.ec2.createNetworkInterface(r -> r.subnetId(small));
        }
        refused("InvalidSubnet", () -> elb.createLoadBalancer(r -> r.name("a").subnets(region.subnetA, small)))
                .hasMessageContaining("Not enough IP space available in " + small
                        + ". ELB requires at least 8 free IP addresses in each subnet.");
        refused("SubnetNotFound", () -> elb.createLoadBalancer(r -> r.name("a").subnets(region.subnetA, "subnet-0")))
                .hasMessageContaining("The subnet ID 'subnet-0' does not exist");
        refused("InvalidSecurityGroup", () -> elb.createLoadBalancer(
                r -> r.name("a").subnets(region.subnetA, region.subnetB).securityGroups("sg-0")));
        assertThat(elb.describeLoadBalancers().loadBalancers()).isEmpty();
        assertThat(region.ec2.describeNetworkInterfaces().networkInterfaces()).hasSize(4);
    }

    @Test
    void itNeedsAnInternetGatewayToFaceTheInternet() {
        var gateway = region.ec2.describeInternetGateways().internetGateways().getLast().internetGatewayId();
        region.ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(region.vpc));
        refused("InvalidSubnet", () -> region.balancer("a"))
                .hasMessageContaining("VPC " + region.vpc + " has no internet gateway");
        elb.createLoadBalancer(r -> r.name("a").scheme("internal").subnets(region.subnetA, region.subnetB));
    }

    @Test
    void theSameCallAgainAnswersTheSameAndAnotherOneIsRefused() {
        var arn = region.balancer("a");
        assertThat(region.balancer("a")).isEqualTo(arn);
        refused("DuplicateLoadBalancerName", () -> elb.createLoadBalancer(
                        r -> r.name("a").scheme("internal").subnets(region.subnetA, region.subnetB)))
                .hasMessageContaining("A load balancer with the same name 'a' exists, but with different settings");
    }

    @Test
    void namesHaveRules() {
        refused("ValidationError", () -> region.balancer("a_b"));
        refused("ValidationError", () -> region.balancer("-a"));
        refused("ValidationError", () -> region.balancer("internal-a"));
        refused("ValidationError", () -> region.balancer("a".repeat(33)));
    }

    @Test
    void itsInterfacesKeepTheVpcInUseUntilItIsDeleted() {
        var arn = region.balancer("alb");
        assertThat(region.ec2.describeNetworkInterfaces().networkInterfaces())
                .hasSize(2)
                .allSatisfy(i -> {
                    assertThat(i.description()).isEqualTo("ELB " + arn.substring(arn.indexOf("app/")));
                    assertThat(i.requesterManaged()).isTrue();
                    assertThat(i.requesterId()).isEqualTo("amazon-elb");
                    assertThat(i.association().ipOwnerId()).isEqualTo("amazon-elb");
                })
                .extracting(NetworkInterface::subnetId)
                .containsExactlyInAnyOrder(region.subnetA, region.subnetB);
        assertThatThrownBy(() -> region.ec2.deleteSubnet(r -> r.subnetId(region.subnetA)))
                .isInstanceOf(Ec2Exception.class);
        elb.deleteLoadBalancer(r -> r.loadBalancerArn(arn));
        region.ec2.deleteSubnet(r -> r.subnetId(region.subnetA));
        elb.deleteLoadBalancer(r -> r.loadBalancerArn(arn));
        refused("LoadBalancerNotFound", () -> shown(arn));
        refused("LoadBalancerNotFound", () -> elb.describeLoadBalancers(r -> r.names("alb")))
                .hasMessageContaining("Load balancers '[alb]' not found");
    }

    @Test
    void deletionProtectionProtects() {
        var arn = region.balancer("alb");
        elb.modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(a -> a.key("deletion_protection.enabled").value("true")));
        refused("OperationNotPermitted", () -> elb.deleteLoadBalancer(r -> r.loadBalancerArn(arn)));
        assertThat(elb.describeLoadBalancerAttributes(r -> r.loadBalancerArn(arn)).attributes())
                .extracting(a -> a.key() + "=" + a.value())
                .contains("deletion_protection.enabled=true", "idle_timeout.timeout_seconds=60");
        refused("ValidationError", () -> elb.modifyLoadBalancerAttributes(
                        r -> r.loadBalancerArn(arn).attributes(a -> a.key("colour").value("x"))))
                .hasMessageContaining("Load balancer attribute key 'colour' is not recognized");
        refused("InvalidConfigurationRequest", () -> elb.modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(a -> a.key("idle_timeout.timeout_seconds").value("0"))));
    }

    @Test
    void subnetsAndGroupsCanBeChanged() {
        var arn = region.balancer("alb");
        var third = region.subnet("10.0.2.0/24", "us-east-1c");
        elb.setSubnets(r -> r.loadBalancerArn(arn).subnets(region.subnetA, third));
        assertThat(region.ec2.describeNetworkInterfaces().networkInterfaces())
                .extracting(NetworkInterface::subnetId)
                .containsExactlyInAnyOrder(region.subnetA, third);
        var group = region.ec2
                .createSecurityGroup(r -> r.groupName("g").description("d").vpcId(region.vpc))
                .groupId();
        elb.setSecurityGroups(r -> r.loadBalancerArn(arn).securityGroups(group));
        assertThat(shown(arn).securityGroups()).containsExactly(group);
        assertThat(region.ec2.describeNetworkInterfaces().networkInterfaces())
                .allSatisfy(i -> assertThat(i.groups().getFirst().groupId()).isEqualTo(group));
    }

    @Test
    void aNetworkLoadBalancerForwardsTcpFromOneSubnetOn() {
        var arn = elb.createLoadBalancer(r -> r.name("demo").type("network").subnets(region.subnetA))
                .loadBalancers()
                .getFirst()
                .loadBalancerArn();
        var group = elb.createTargetGroup(r -> r.name("demo-http-blue")
                        .protocol(ProtocolEnum.TCP)
                        .port(3000)
                        .vpcId(region.vpc)
                        .targetType("ip"))
                .targetGroups()
                .getFirst();
        assertThat(group.healthCheckProtocol()).isEqualTo(ProtocolEnum.TCP);
        assertThat(group.matcher()).isNull();
        region.listener(arn, 80, group.targetGroupArn());
        assertThat(elb.describeListeners(r -> r.loadBalancerArn(arn)).listeners().getFirst().protocol())
                .isEqualTo(ProtocolEnum.TCP);
        refused("ValidationError", () -> elb.createListener(r -> r.loadBalancerArn(arn)
                        .port(81)
                        .protocol("HTTP")
                        .defaultActions(a -> a.type("forward").targetGroupArn(group.targetGroupArn()))))
                .hasMessageContaining("Listener protocol 'HTTP' must be one of 'UDP, TCP, TCP_UDP, TLS'");
    }

    @Test
    void tagsBelongToAnyResource() {
        var arn = region.balancer("alb");
        elb.addTags(r -> r.resourceArns(arn).tags(t -> t.key("a").value("1"), t -> t.key("b").value("2")));
        elb.removeTags(r -> r.resourceArns(arn).tagKeys("a"));
        assertThat(elb.describeTags(r -> r.resourceArns(arn)).tagDescriptions().getFirst().tags())
                .extracting(t -> t.key() + "=" + t.value())
                .containsExactly("b=2");
        refused("DuplicateTagKeys", () -> elb.addTags(
                r -> r.resourceArns(arn).tags(t -> t.key("x").value("1"), t -> t.key("x").value("2"))));
        assertThat(elb.describeAccountLimits().limits()).isNotEmpty();
        assertThat(elb.describeSSLPolicies().sslPolicies()).isNotEmpty();
    }
}
