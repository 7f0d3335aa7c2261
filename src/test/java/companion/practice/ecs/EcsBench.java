package companion.practice.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.Caller;
import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.EventBus;
import companion.practice.fabric.EventFeed;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Images;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.Services;
import companion.practice.fabric.TaskNetwork;
import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** A region with a real ECS room in it, and small stand-ins for everything around. */
public final class EcsBench implements Services, Fabric {
    public static final String ROLE = "arn:aws:iam::123456789012:role/ECSTaskExecutionRole";
    public static final String WEB = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app";
    public static final Place PLACE = new Place("123456789012", "us-east-1");

    public record Event(String source, String detailType, ObjectNode detail) {}

    public final World world = TestWorlds.paused();
    public final Map<String, ContainerImage> images = new LinkedHashMap<>();
    public final Map<String, TaskNetwork.Site> sites = new LinkedHashMap<>();
    public final List<Event> busEvents = new ArrayList<>();
    public final List<String> logLines = new ArrayList<>();
    public final Set<String> interfaces = new HashSet<>();
    /** The interfaces with a public address, and on whose behalf they have it. */
    public final Map<String, String> publicInterfaces = new LinkedHashMap<>();
    public final Set<String> serviceLinkedRoles = new HashSet<>();
    public final Map<String, Answer> trust = new LinkedHashMap<>();
    public final FakeElb elb = new FakeElb(world, sites);
    public final PracticeEcs ecs = new PracticeEcs(world, PLACE, this, this);
    public S3Client s3 = fake(S3Client.class, Map.of());
    private int addresses;

    /** As in {@link companion.practice.fabric.Trust}. */
    public enum Answer {
        NO_SUCH_ROLE,
        NOT_TRUSTED
    }

    public EcsBench() {
        page("v1", "Executing v1 on AWS Fargate");
        ecs.createCluster(r -> r.clusterName("workshop"));
    }

    /** Adds an nginx image with an index page under {@code WEB:tag}. */
    public void page(String tag, String text) {
        image(tag, List.of("/docker-entrypoint.sh"), List.of("nginx", "-g", "daemon off;"), Map.of(
                "/usr/share/nginx/html/index.html", text));
    }

    public void image(String tag, List<String> entrypoint, List<String> command, Map<String, String> files) {
        image(tag, "amd64", entrypoint, command, files);
    }

    public void image(
            String tag, String architecture, List<String> entrypoint, List<String> command, Map<String, String> files) {
        var blobs = new LinkedHashMap<String, String>();
        files.forEach((path, text) -> blobs.put(path, world.blobs().put(text.getBytes(StandardCharsets.UTF_8))));
        images.put(
                WEB + ":" + tag,
                new ContainerImage(
                        "sha256:" + tag,
                        "linux",
                        architecture,
                        entrypoint,
                        command,
                        Map.of(),
                        null,
                        List.of(80),
                        blobs));
    }

    /** Registers a revision of the family {@code webapp} that runs an image. */
    public String definition(String tag) {
        return ecs.registerTaskDefinition(r -> r.family("webapp")
                        .requiresCompatibilities(Compatibility.FARGATE)
                        .networkMode(NetworkMode.AWSVPC)
                        .cpu("256")
                        .memory("512")
                        .executionRoleArn(ROLE)
                        .containerDefinitions(c -> c.name("webapp")
                                .image(WEB + ":" + tag)
                                .portMappings(p -> p.containerPort(80))))
                .taskDefinition()
                .taskDefinitionArn();
    }

    public static NetworkConfiguration subnets() {
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(v -> v.subnets("subnet-a", "subnet-b").securityGroups("sg-1"))
                .build();
    }

    public static CreateServiceRequest.Builder service(String definition, DeploymentControllerType controller) {
        return CreateServiceRequest.builder()
                .cluster("workshop")
                .serviceName("web")
                .taskDefinition(definition)
                .desiredCount(2)
                .launchType(LaunchType.FARGATE)
                .deploymentController(c -> c.type(controller))
                .networkConfiguration(subnets())
                .loadBalancers(l -> l.targetGroupArn(FakeElb.BLUE).containerName("webapp").containerPort(80));
    }

    public Service web() {
        return ecs.describeServices(r -> r.cluster("workshop").services("web")).services().getFirst();
    }

    public List<Task> tasks() {
        var arns = ecs.listTasks(r -> r.cluster("workshop")).taskArns();
        return arns.isEmpty() ? List.of() : ecs.describeTasks(r -> r.cluster("workshop").tasks(arns)).tasks();
    }

    public List<Task> stoppedTasks() {
        var arns = ecs.listTasks(r -> r.cluster("workshop").desiredStatus("STOPPED")).taskArns();
        return arns.isEmpty() ? List.of() : ecs.describeTasks(r -> r.cluster("workshop").tasks(arns)).tasks();
    }

    public List<String> messages() {
        return web().events().stream().map(e -> e.message()).toList();
    }

    public void step(long seconds) {
        world.step(Duration.ofSeconds(seconds));
    }

    @Override
    public PracticeEcs ecs() {
        return ecs;
    }

    @Override
    public FakeElb elb() {
        return elb;
    }

    @Override
    public Ec2Client ec2() {
        return fake(Ec2Client.class, Map.of(
                "describeSubnets", r -> {
                    if (((DescribeSubnetsRequest) r).subnetIds().contains("subnet-gone")) {
                        throw Fault.of(
                                Ec2Exception.builder(),
                                "InvalidSubnetID.NotFound",
                                "The subnet ID 'subnet-gone' does not exist");
                    }
                    return DescribeSubnetsResponse.builder().build();
                },
                "createNetworkInterface", r -> {
                    int n = ++addresses;
                    interfaces.add("eni-" + n);
                    return CreateNetworkInterfaceResponse.builder()
                            .networkInterface(NetworkInterface.builder()
                                    .networkInterfaceId("eni-" + n)
                                    .privateIpAddress("10.0.0." + n)
                                    .availabilityZone("us-east-1a")
                                    .build())
                            .build();
                },
                "associateAddress", r -> {
                    publicInterfaces.put(
                            ((AssociateAddressRequest) r).networkInterfaceId(), Caller.CURRENT.get().service());
                    return AssociateAddressResponse.builder().build();
                },
                "deleteNetworkInterface", r -> {
                    assertThat(Caller.CURRENT.get().service()).isEqualTo("ecs.amazonaws.com");
                    interfaces.remove(((DeleteNetworkInterfaceRequest) r).networkInterfaceId());
                    return DeleteNetworkInterfaceResponse.builder().build();
                }));
    }

    @Override
    public IamClient iam() {
        return fake(IamClient.class, Map.of(
                "getRole", r -> {
                    if (serviceLinkedRoles.isEmpty()) {
                        throw Fault.of(NoSuchEntityException.builder(), 404, "NoSuchEntity", "No role "
                                + ((GetRoleRequest) r).roleName());
                    }
                    return GetRoleResponse.builder().build();
                },
                "createServiceLinkedRole", r -> {
                    serviceLinkedRoles.add(((CreateServiceLinkedRoleRequest) r).awsServiceName());
                    return CreateServiceLinkedRoleResponse.builder().build();
                }));
    }

    @Override
    public CloudWatchLogsClient logs() {
        return fake(CloudWatchLogsClient.class, Map.of(
                "createLogStream", r -> CreateLogStreamResponse.builder().build(),
                "putLogEvents", r -> {
                    var put = (PutLogEventsRequest) r;
                    put.logEvents().forEach(e -> logLines.add(put.logStreamName() + " " + e.message()));
                    return PutLogEventsResponse.builder().build();
                }));
    }

    @Override
    public Trust trust() {
        return (role, service) -> trust.containsKey(role)
                ? Trust.Answer.valueOf(trust.get(role).name())
                : Trust.Answer.TRUSTED;
    }

    @Override
    public EventBus events() {
        return (source, type, resources, detail) -> busEvents.add(new Event(source, type, detail));
    }

    @Override
    public Images images() {
        return fake(Images.class, Map.of("pull", r -> {
            var image = images.get((String) r);
            if (image == null) {
                throw new Missing(new Images.ImageNotFound("manifest for " + r + " not found"));
            }
            return image;
        }));
    }

    @Override
    public TaskNetwork network() {
        return new TaskNetwork() {
            @Override
            public void open(String ip, int port, Site site) {
                sites.put(ip + ":" + port, site);
            }

            @Override
            public void close(String ip, int port) {
                sites.remove(ip + ":" + port);
            }

            @Override
            public Site at(String ip, int port) {
                return sites.get(ip + ":" + port);
            }
        };
    }

    @Override
    public StsClient sts() {
        throw new UnsupportedOperationException("sts");
    }

    @Override
    public CloudFormationClient cloudFormation() {
        throw new UnsupportedOperationException("cloudFormation");
    }

    @Override
    public EcrClient ecr() {
        throw new UnsupportedOperationException("ecr");
    }

    @Override
    public CodeCommitClient codeCommit() {
        throw new UnsupportedOperationException("codeCommit");
    }

    @Override
    public CodeBuildClient codeBuild() {
        throw new UnsupportedOperationException("codeBuild");
    }

    @Override
    public CodeDeployClient codeDeploy() {
        throw new UnsupportedOperationException("codeDeploy");
    }

    @Override
    public CodePipelineClient codePipeline() {
        throw new UnsupportedOperationException("codePipeline");
    }

    @Override
    public EventBridgeClient eventBridge() {
        throw new UnsupportedOperationException("eventBridge");
    }

    @Override
    public S3Client s3() {
        return s3;
    }

    @Override
    public PipelineBuilds builds() {
        throw new UnsupportedOperationException("builds");
    }

    @Override
    public EventFeed feed() {
        throw new UnsupportedOperationException("feed");
    }

    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Missing(Exception cause) {
            super(cause);
        }
    }

    /** A client that knows some operations; the consumer-builder forms lead to them as in any client. */
    public static <T> T fake(Class<T> type, Map<String, Function<Object, Object>> operations) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            var operation = operations.get(method.getName());
            boolean direct = arguments != null && !(arguments[0] instanceof Consumer);
            if (operation != null && direct) {
                try {
                    return operation.apply(arguments[0]);
                } catch (Missing e) {
                    throw e.getCause();
                }
            }
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
