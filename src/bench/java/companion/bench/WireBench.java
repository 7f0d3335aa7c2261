package companion.bench;

import com.sun.net.httpserver.HttpServer;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * One GetPipeline over the wire, warm: from the SDK beside an empty answer of the same kind of server, and, where python3 has
 * botocore, from that, the AWS CLI's own library. {@code WireBench SCRIPT [times]}; the script is get_pipeline.py.
 */
public final class WireBench {
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"codepipeline.amazonaws.com"},
            "Action":"sts:AssumeRole"}]}""";
    private WireBench() {}

    public static void main(String[] args) throws Exception {
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, null, null))) {
            var credentials = StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()));
            try (var iam = at(IamClient.builder(), cloud.endpoint(), credentials).build();
                    var pipelines = at(CodePipelineClient.builder(), cloud.endpoint(), credentials).build()) {
                create(iam, pipelines);
                var call = Sample.of(times, () -> pipelines.getPipeline(request -> request.name("P")));
                var echo = echo(times, credentials);
                System.out.println("GetPipeline from the SDK:      " + call);
                System.out.println("empty echo from the SDK:       " + echo);
                System.out.printf(Locale.ROOT, "ratio: %.2f%n", call.median() / echo.median());
            }
            System.out.println("GetPipeline from botocore:     " + botocore(cloud, args[0], Math.min(times, 1000)));
        }
        System.exit(0);
    }

    private static void create(IamClient iam, CodePipelineClient pipelines) {
        var role = iam.createRole(request -> request.roleName("pipeline").assumeRolePolicyDocument(TRUST)).role().arn();
        pipelines.createPipeline(request -> request.pipeline(pipeline -> pipeline.name("P")
                .roleArn(role)
                .artifactStore(store -> store.type("S3").location("artifacts"))
                .stages(
                        stage("Source", ActionDeclaration.builder()
                                .name("Source")
                                .actionTypeId(type -> type.category("Source").owner("AWS").provider("CodeCommit").version("1"))
                                .configuration(Map.of("RepositoryName", "MyRepo", "BranchName", "master"))
                                .outputArtifacts(artifact -> artifact.name("SourceArtifact"))
                                .build()),
                        stage("Approve", ActionDeclaration.builder()
                                .name("Approve")
                                .actionTypeId(type -> type.category("Approval").owner("AWS").provider("Manual").version("1"))
                                .build()))));
    }

    private static StageDeclaration stage(String name, ActionDeclaration action) {
        return StageDeclaration.builder().name(name).actions(action).build();
    }

    /** The same server, answering nothing: what a round trip costs before any work is done. */
    private static Sample echo(int times, StaticCredentialsProvider credentials) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var client = at(CodePipelineClient.builder(), endpoint, credentials).build()) {
            return Sample.of(times, () -> client.getPipeline(request -> request.name("P")));
        } finally {
            server.stop(0);
        }
    }

    private static String botocore(PracticeCloud cloud, String script, int times) throws Exception {
        var builder = new ProcessBuilder(List.of("python3", script, "P", Integer.toString(times)))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("AWS_ENDPOINT_URL", cloud.endpoint().toString());
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_ACCESS_KEY_ID", cloud.accessKeyId());
        builder.environment().put("AWS_SECRET_ACCESS_KEY", cloud.secretAccessKey());
        try {
            var process = builder.start();
            var millis = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return process.waitFor() == 0 ? new Sample(millis).toString() : "python3 has no botocore";
        } catch (IOException e) {
            return "there is no python3";
        }
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(
            B builder, URI endpoint, StaticCredentialsProvider credentials) {
        return builder.endpointOverride(endpoint).region(Region.US_EAST_1).credentialsProvider(credentials);
    }
}
