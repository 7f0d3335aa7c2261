package companion.practice.codebuild.awscli;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.Program;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;
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
import software.amazon.awssdk.services.sts.StsClient;

/** The program {@code aws} of one build container. */
public final class AwsCli implements Program {

    private record Service<T extends SdkClient>(Class<T> api, Function<Services, T> client) {}

    private static final Map<String, Service<?>> SERVICES = Map.ofEntries(
            Map.entry("sts", new Service<>(StsClient.class, Services::sts)),
            Map.entry("iam", new Service<>(IamClient.class, Services::iam)),
            Map.entry("cloudformation", new Service<>(CloudFormationClient.class, Services::cloudFormation)),
            Map.entry("ec2", new Service<>(Ec2Client.class, Services::ec2)),
            Map.entry("elbv2", new Service<>(ElasticLoadBalancingV2Client.class, Services::elb)),
            Map.entry("ecr", new Service<>(EcrClient.class, Services::ecr)),
            Map.entry("ecs", new Service<>(EcsClient.class, Services::ecs)),
            Map.entry("codecommit", new Service<>(CodeCommitClient.class, Services::codeCommit)),
            Map.entry("codebuild", new Service<>(CodeBuildClient.class, Services::codeBuild)),
            Map.entry("logs", new Service<>(CloudWatchLogsClient.class, Services::logs)),
            Map.entry("deploy", new Service<>(CodeDeployClient.class, Services::codeDeploy)),
            Map.entry("codepipeline", new Service<>(CodePipelineClient.class, Services::codePipeline)),
            Map.entry("s3api", new Service<>(S3Client.class, Services::s3)),
            Map.entry("events", new Service<>(EventBridgeClient.class, Services::eventBridge)));

    private final Services services;
    private final Place place;
    private final Caller caller;
    private final String registryPassword;

    /** @param registryPassword what get-login-password prints: it opens the registry to this build's docker only */
    public AwsCli(Services services, Place place, Caller caller, String registryPassword) {
        this.services = services;
        this.place = place;
        this.caller = caller;
        this.registryPassword = registryPassword;
    }

    @Override
    public int run(Call call) {
        call.machine().clock().passMillis(550);
        try {
            return ScopedValue.where(Caller.CURRENT, caller)
                    .call(() -> dispatch(call, CommandLine.parse(call.arguments())));
        } catch (CliException e) {
            call.io().err().println(e.text());
            return e.status();
        }
    }

    private int dispatch(Call call, CommandLine line) throws CliException {
        if (line.has("version")) {
            call.println("aws-cli/2.31.35 Python/3.13.9 Linux/4.14.355-280.710.amzn2.x86_64 exec-env/AWS_ECS_EC2"
                    + " exe/x86_64.amzn.2023");
            return 0;
        }
        if (line.operands().isEmpty()) {
            throw CliException.usage("the following arguments are required: command");
        }
        var service = line.operands().getFirst();
        if (line.operands().size() < 2) {
            throw CliException.usage(
                    SERVICES.containsKey(service) || service.equals("s3") || service.equals("ecr-public")
                            ? "the following arguments are required: operation"
                            : "argument command: Found invalid choice '" + service + "'");
        }
        var operation = line.operands().get(1);
        if (operation.equals("get-login-password") && (service.equals("ecr") || service.equals("ecr-public"))) {
            call.println(registryPassword);
            return 0;
        }
        if (service.equals("s3")) {
            return new S3Commands(call, services.s3(), line).run(operation);
        }
        if (service.equals("configure")) {
            return configure(call, line);
        }
        var known = SERVICES.get(service);
        if (known == null) {
            throw CliException.usage("argument command: Found invalid choice '" + service + "'");
        }
        if (line.operands().size() > 2) {
            throw CliException.usage("Unknown options: "
                    + String.join(
                            ", ", line.operands().subList(2, line.operands().size())));
        }
        var region = line.value("region");
        if (region != null && !region.equals(place.region()) && !service.equals("iam") && !service.equals("sts")) {
            throw new CliException(
                    253,
                    "\naws: [ERROR]: a build of the practice cloud reaches its own region only: " + place.region()
                            + ", not " + region);
        }
        var answer = new ServiceCall(
                        call, service, known.api(), () -> known.client().apply(services))
                .run(operation, line.options());
        var format = line.value("output");
        call.print(CliOutput.print(
                answer, line.value("query"), format == null ? call.environment().get("AWS_DEFAULT_OUTPUT") : format));
        return 0;
    }

    private int configure(Call call, CommandLine line) {
        if (line.operands().get(1).equals("get") && line.operands().contains("region")) {
            call.println(place.region());
        }
        return line.operands().get(1).equals("list")
                        || line.operands().get(1).equals("get")
                        || line.operands().get(1).equals("set")
                ? 0
                : 252;
    }
}
