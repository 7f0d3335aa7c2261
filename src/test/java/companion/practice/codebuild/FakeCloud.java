package companion.practice.codebuild;

import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.EventBus;
import companion.practice.fabric.EventFeed;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Images;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.QueueDelivery;
import companion.practice.fabric.Services;
import companion.practice.fabric.TaskNetwork;
import companion.practice.fabric.Trust;
import companion.practice.world.Blobs;
import companion.practice.world.World;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The rest of the practice cloud, as small as builds can do with. */
final class FakeCloud implements Services, Fabric {
    final FakeLogs logs = new FakeLogs();
    final FakeS3 s3 = new FakeS3();
    final Map<Class<?>, Object> clients = new HashMap<>();
    final Set<String> trustedRoles = new HashSet<>(Set.of("arn:aws:iam::123456789012:role/build"));
    final Map<String, ContainerImage> registry = new TreeMap<>();
    final Set<String> repositories = new HashSet<>();
    final List<String> events = new ArrayList<>();
    final List<ObjectNode> details = new ArrayList<>();
    private final World world;

    FakeCloud(World world) {
        this.world = world;
        registry.put(
                "public.ecr.aws/nginx/nginx:latest",
                new ContainerImage(
                        "sha256:" + "ab".repeat(32),
                        "linux",
                        "amd64",
                        List.of("/docker-entrypoint.sh"),
                        List.of("nginx", "-g", "daemon off;"),
                        Map.of("NGINX_VERSION", "1.29.3"),
                        null,
                        List.of(80),
                        Map.of("/usr/share/nginx/html/index.html", world.blobs().put("<h1>nginx</h1>".getBytes()))));
    }

    @Override
    public Trust trust() {
        return (role, service) -> trustedRoles.contains(role) ? Trust.Answer.TRUSTED : Trust.Answer.NO_SUCH_ROLE;
    }

    @Override
    public EventBus events() {
        return (source, type, resources, made) -> {
            var detail = made.get();
            events.add(type + " " + detail.path("build-status").asText()
                    + detail.path("completed-phase").asText());
            details.add(detail);
        };
    }

    @Override
    public Images images() {
        return new Images() {
            @Override
            public ContainerImage pull(String reference) throws ImageNotFound {
                var image = registry.get(reference);
                if (image == null) {
                    throw new ImageNotFound("failed to resolve reference \"" + reference + "\": not found");
                }
                return image;
            }

            @Override
            public ContainerImage build(
                    ContainerImage base,
                    Map<String, byte[]> added,
                    Map<String, List<String>> configuration,
                    List<String> history) {
                var files = new LinkedHashMap<>(base.files());
                added.forEach((path, bytes) -> files.put(path, world.blobs().put(bytes)));
                return new ContainerImage(
                        "sha256:" + Blobs.sha256((files + "" + configuration).getBytes()),
                        base.os(),
                        base.architecture(),
                        configuration.getOrDefault("Entrypoint", base.entrypoint()),
                        configuration.getOrDefault("Cmd", base.command()),
                        base.environment(),
                        configuration.getOrDefault("WorkingDir", List.of("/")).getFirst(),
                        base.exposedPorts(),
                        files);
            }

            @Override
            public int push(ContainerImage image, String reference) throws ImageNotFound {
                var repository = reference.substring(reference.indexOf('/') + 1, reference.lastIndexOf(':'));
                if (!repositories.contains(repository)) {
                    throw new ImageNotFound("name unknown: The repository with name '" + repository
                            + "' does not exist in the registry with id '123456789012'");
                }
                registry.put(reference, image);
                return 1234;
            }
        };
    }

    @Override
    public TaskNetwork network() {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueueDelivery queues() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SqsClient sqs() {
        return client(SqsClient.class);
    }

    @Override
    public EventFeed feed() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PipelineBuilds builds() {
        throw new UnsupportedOperationException();
    }

    /** A client that answers what the test puts into {@link #clients}, and nothing otherwise. */
    private <T> T client(Class<T> type) {
        var given = clients.get(type);
        if (given != null) {
            return type.cast(given);
        }
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    @Override
    public StsClient sts() {
        return client(StsClient.class);
    }

    @Override
    public IamClient iam() {
        return client(IamClient.class);
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return client(CloudFormationClient.class);
    }

    @Override
    public Ec2Client ec2() {
        return client(Ec2Client.class);
    }

    @Override
    public ElasticLoadBalancingV2Client elb() {
        return client(ElasticLoadBalancingV2Client.class);
    }

    @Override
    public EcrClient ecr() {
        return client(EcrClient.class);
    }

    @Override
    public EcsClient ecs() {
        return client(EcsClient.class);
    }

    @Override
    public CodeCommitClient codeCommit() {
        return client(CodeCommitClient.class);
    }

    @Override
    public CodeBuildClient codeBuild() {
        return client(CodeBuildClient.class);
    }

    @Override
    public CloudWatchLogsClient logs() {
        return logs;
    }

    @Override
    public CodeDeployClient codeDeploy() {
        return client(CodeDeployClient.class);
    }

    @Override
    public CodePipelineClient codePipeline() {
        return client(CodePipelineClient.class);
    }

    @Override
    public S3Client s3() {
        return s3;
    }

    @Override
    public EventBridgeClient eventBridge() {
        return client(EventBridgeClient.class);
    }
}
