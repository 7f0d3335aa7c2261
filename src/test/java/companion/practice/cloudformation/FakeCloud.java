package companion.practice.cloudformation;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNatGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteServiceResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.StabilityStatus;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The other rooms of a practice cloud, as far as CloudFormation needs them: ids, states that take time, and a record. */
public final class FakeCloud {
    static final Place PLACE = new Place("123456789012", "us-east-1");

    private static final Duration NAT_TAKES = Duration.ofSeconds(87);
    private static final Duration LOAD_BALANCER_TAKES = Duration.ofSeconds(140);
    private static final Duration SERVICE_TAKES = Duration.ofSeconds(70);

    final List<SdkRequest> calls = new ArrayList<>();
    final FakeService<Ec2Client> ec2 = new FakeService<>(Ec2Client.class, calls);
    final FakeService<ElasticLoadBalancingV2Client> elb =
            new FakeService<>(ElasticLoadBalancingV2Client.class, calls);
    final FakeService<EcsClient> ecs = new FakeService<>(EcsClient.class, calls);
    final FakeService<IamClient> iam = new FakeService<>(IamClient.class, calls);
    final FakeService<S3Client> s3 = new FakeService<>(S3Client.class, calls);
    final FakeService<EcrClient> ecr = new FakeService<>(EcrClient.class, calls);
    final FakeService<CloudWatchLogsClient> logs = new FakeService<>(CloudWatchLogsClient.class, calls);
    final FakeService<CodeCommitClient> codeCommit = new FakeService<>(CodeCommitClient.class, calls);
    final FakeService<CodeBuildClient> codeBuild = new FakeService<>(CodeBuildClient.class, calls);
    final FakeService<CodeDeployClient> codeDeploy = new FakeService<>(CodeDeployClient.class, calls);
    final FakeService<CodePipelineClient> codePipeline = new FakeService<>(CodePipelineClient.class, calls);
    final FakeService<EventBridgeClient> events = new FakeService<>(EventBridgeClient.class, calls);
    final Map<String, byte[]> objects = new LinkedHashMap<>();

    private final World world;
    private final Map<String, Instant> natGateways = new LinkedHashMap<>();
    private final Map<String, Instant> loadBalancers = new LinkedHashMap<>();
    private final Map<String, Instant> services = new LinkedHashMap<>();
    private int ids;

    public FakeCloud(World world) {
        this.world = world;
        network();
        natGateways();
        loadBalancers();
        containers();
        s3.on(HeadBucketRequest.class, request -> {
            throw fault(NoSuchBucketException.builder(), "NoSuchBucket", "The specified bucket does not exist");
        });
        iam.on(GetRoleRequest.class, request -> GetRoleResponse.builder()
                .role(role -> role.roleName(request.roleName())
                        .arn("arn:aws:iam::123456789012:role/" + request.roleName())
                        .roleId("AROA1"))
                .build());
    }

    /** The calls of a kind, in order. */
    <R> List<R> calls(Class<R> type) {
        return FakeService.of(type, calls);
    }

    /** Names of the calls that change something, in order. */
    List<String> changes() {
        return calls.stream()
                .map(call -> call.getClass().getSimpleName().replace("Request", ""))
                .filter(name -> !name.matches("(Describe|Get|List).*"))
                .toList();
    }

    static <B extends AwsServiceException.Builder> AwsServiceException fault(B builder, String code, String message) {
        return Fault.of(builder, code, message);
    }

    private void network() {
        ec2.on(CreateVpcRequest.class, request -> CreateVpcResponse.builder()
                        .vpc(vpc -> vpc.vpcId(id("vpc")))
                        .build())
                .on(DescribeVpcsRequest.class, request -> DescribeVpcsResponse.builder()
                        .vpcs(vpc -> vpc.vpcId(request.vpcIds().getFirst())
                                .cidrBlock("10.0.0.0/16")
                                .state("available"))
                        .build())
                .on(CreateSubnetRequest.class, request -> CreateSubnetResponse.builder()
                        .subnet(subnet -> subnet.subnetId(id("subnet")))
                        .build())
                .on(DescribeSubnetsRequest.class, request -> DescribeSubnetsResponse.builder()
                        .subnets(subnet -> subnet.subnetId(request.subnetIds().getFirst()).state("available"))
                        .build())
                .on(CreateInternetGatewayRequest.class, request -> CreateInternetGatewayResponse.builder()
                        .internetGateway(gateway -> gateway.internetGatewayId(id("igw")))
                        .build())
                .on(CreateRouteTableRequest.class, request -> CreateRouteTableResponse.builder()
                        .routeTable(table -> table.routeTableId(id("rtb")))
                        .build())
                .on(AssociateRouteTableRequest.class, request -> AssociateRouteTableResponse.builder()
                        .associationId(id("rtbassoc"))
                        .build())
                .on(AllocateAddressRequest.class, request -> AllocateAddressResponse.builder()
                        .publicIp("203.0.113." + ++ids)
                        .build())
                .on(DescribeAddressesRequest.class, request -> DescribeAddressesResponse.builder()
                        .addresses(Address.builder()
                                .allocationId("eipalloc-" + request.publicIps().getFirst().replace('.', '-'))
                                .build())
                        .build())
                .on(CreateSecurityGroupRequest.class, request -> CreateSecurityGroupResponse.builder()
                        .groupId(id("sg"))
                        .build())
                .on(AuthorizeSecurityGroupIngressRequest.class, request ->
                        AuthorizeSecurityGroupIngressResponse.builder()
                                .securityGroupRules(SecurityGroupRule.builder()
                                        .securityGroupRuleId(id("sgr"))
                                        .build())
                                .build())
                .on(DescribeAvailabilityZonesRequest.class, request -> DescribeAvailabilityZonesResponse.builder()
                        .availabilityZones(Stream.of("a", "b", "c")
                                .map(zone -> AvailabilityZone.builder().zoneName("us-east-1" + zone).build())
                                .toList())
                        .build());
    }

    private void natGateways() {
        ec2.on(CreateNatGatewayRequest.class, request -> {
                    var id = id("nat");
                    natGateways.put(id, world.now());
                    return CreateNatGatewayResponse.builder()
                            .natGateway(gateway -> gateway.natGatewayId(id))
                            .build();
                })
                .on(DescribeNatGatewaysRequest.class, request -> {
                    var since = natGateways.get(request.natGatewayIds().getFirst());
                    var state = since == null
                            ? "deleted"
                            : since.plus(NAT_TAKES).isAfter(world.now()) ? "pending" : "available";
                    return DescribeNatGatewaysResponse.builder()
                            .natGateways(NatGateway.builder().state(state).build())
                            .build();
                })
                .on(DeleteNatGatewayRequest.class, request -> {
                    natGateways.remove(request.natGatewayId());
                    return DeleteNatGatewayResponse.builder().build();
                });
    }

    private void loadBalancers() {
        elb.on(CreateLoadBalancerRequest.class, request -> {
                    var arn = PLACE.arn("elasticloadbalancing", "loadbalancer/app/" + request.name() + "/" + ++ids);
                    loadBalancers.put(arn, world.now());
                    return CreateLoadBalancerResponse.builder()
                            .loadBalancers(LoadBalancer.builder().loadBalancerArn(arn).build())
                            .build();
                })
                .on(DescribeLoadBalancersRequest.class, request -> {
                    var arn = request.hasNames() ? "none" : request.loadBalancerArns().getFirst();
                    var since = loadBalancers.get(arn);
                    if (since == null) {
                        throw fault(LoadBalancerNotFoundException.builder(), "LoadBalancerNotFound", "not found");
                    }
                    boolean early = since.plus(LOAD_BALANCER_TAKES).isAfter(world.now());
                    return DescribeLoadBalancersResponse.builder()
                            .loadBalancers(LoadBalancer.builder()
                                    .loadBalancerArn(arn)
                                    .dnsName("alb-1.us-east-1.elb.amazonaws.com")
                                    .state(state -> state.code(early ? "provisioning" : "active"))
                                    .build())
                            .build();
                })
                .on(DeleteLoadBalancerRequest.class, request -> {
                    loadBalancers.remove(request.loadBalancerArn());
                    return DeleteLoadBalancerResponse.builder().build();
                })
                .on(CreateTargetGroupRequest.class, request -> CreateTargetGroupResponse.builder()
                        .targetGroups(group -> group.targetGroupArn(
                                PLACE.arn("elasticloadbalancing", "targetgroup/" + request.name() + "/" + ++ids)))
                        .build())
                .on(CreateListenerRequest.class, request -> CreateListenerResponse.builder()
                        .listeners(listener -> listener.listenerArn(
                                PLACE.arn("elasticloadbalancing", "listener/app/alb/1/" + ++ids)))
                        .build());
    }

    private void containers() {
        ecs.on(RegisterTaskDefinitionRequest.class, request -> RegisterTaskDefinitionResponse.builder()
                        .taskDefinition(definition -> definition.taskDefinitionArn(
                                PLACE.arn("ecs", "task-definition/" + request.family() + ":" + ++ids)))
                        .build())
                .on(CreateServiceRequest.class, request -> {
                    var arn = PLACE.arn("ecs", "service/" + request.cluster() + "/" + request.serviceName());
                    services.put(arn, world.now());
                    return CreateServiceResponse.builder()
                            .service(service -> service.serviceArn(arn))
                            .build();
                })
                .on(DescribeServicesRequest.class, request -> {
                    var since = services.get(request.services().getFirst());
                    boolean steady = since != null && !since.plus(SERVICE_TAKES).isAfter(world.now());
                    return DescribeServicesResponse.builder()
                            .services(Service.builder()
                                    .status(since == null ? "INACTIVE" : "ACTIVE")
                                    .desiredCount(2)
                                    .runningCount(steady ? 2 : 0)
                                    .taskSets(set -> set.stabilityStatus(
                                            steady ? StabilityStatus.STEADY_STATE : StabilityStatus.STABILIZING))
                                    .build())
                            .build();
                })
                .on(DeleteServiceRequest.class, request -> {
                    services.remove(request.service());
                    return DeleteServiceResponse.builder().build();
                });
    }

    Services services() {
        Map<String, Object> byName = Map.ofEntries(
                Map.entry("ec2", ec2.client()),
                Map.entry("elb", elb.client()),
                Map.entry("ecs", ecs.client()),
                Map.entry("iam", iam.client()),
                Map.entry("s3", buckets()),
                Map.entry("ecr", ecr.client()),
                Map.entry("logs", logs.client()),
                Map.entry("codeCommit", codeCommit.client()),
                Map.entry("codeBuild", codeBuild.client()),
                Map.entry("codeDeploy", codeDeploy.client()),
                Map.entry("codePipeline", codePipeline.client()),
                Map.entry("eventBridge", events.client()));
        return (Services) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Services.class}, (_, method, _) -> byName.get(method.getName()));
    }

    /** Roles are trusted if their name says so. */
    Fabric fabric() {
        Trust trust = (role, service) ->
                role.endsWith("/trusted") ? Trust.Answer.TRUSTED : Trust.Answer.NOT_TRUSTED;
        return (Fabric) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Fabric.class}, (_, method, _) -> trust);
    }

    private S3Client buckets() {
        var plain = s3.client();
        return (S3Client) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getObjectAsBytes")) {
                        return object(arguments[0]);
                    }
                    return method.invoke(plain, arguments);
                });
    }

    private ResponseBytes<GetObjectResponse> object(Object argument) {
        var builder = GetObjectRequest.builder();
        @SuppressWarnings("unchecked")
        var consumer = (Consumer<Object>) argument;
        consumer.accept(builder);
        var request = builder.build();
        var content = objects.get(request.bucket() + "/" + request.key());
        if (content == null) {
            throw fault(NoSuchKeyException.builder(), "NoSuchKey", "The specified key does not exist.");
        }
        return ResponseBytes.fromByteArray(GetObjectResponse.builder().build(), content);
    }

    private String id(String prefix) {
        return prefix + "-" + "%017x".formatted(++ids);
    }
}
