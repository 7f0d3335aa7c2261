package companion.monitor.watch;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.watch.schedule.Limits;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/**
 * A practice cloud whose time goes when a test says so, watched as a real account would be: at its pace and within its limits,
 * on the test's own thread.
 */
public final class PracticeBench implements AutoCloseable {
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\
            {"Service":"codepipeline.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    public final ManualClock clock = new ManualClock();
    public final PracticeCloud cloud;
    public final ScriptedHttp http;
    public final WatchedRegion region;

    /** The learner's own connection, which nobody counts. */
    public final Connection learner;

    private @Nullable String role;

    public PracticeBench() throws IOException {
        this(null);
    }

    /** @param state to go on from */
    public PracticeBench(@Nullable Path state) throws IOException {
        this.cloud = PracticeCloud.start(new PracticeSettings(
                0, state, Speed.REAL, InstantSource.system(), clock::nanos, new SecureRandom(new byte[] {1})));
        var keys = AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey());
        var target = new Target.Practice(cloud.endpoint(), StaticCredentialsProvider.create(keys));
        this.http = new ScriptedHttp(UrlConnectionHttpClient.create(), _ -> null);
        this.learner = new Connection(target, "us-east-1", true, new CallTrace(clock));
        this.region = new WatchedRegion(
                Connection.watching(target, "us-east-1", new CallTrace(clock), http),
                Pace.REAL,
                Limits.REAL,
                cloud.clock()::now,
                clock,
                new Random(7));
    }

    /** Lets the time pass. @return how many requests the watching took */
    public int run(Duration time) {
        var end = clock.instant().plus(time);
        return run(() -> !clock.instant().isBefore(end), time);
    }

    /** Lets time pass until something is so, at most so long. @return how many requests the watching took */
    public int run(BooleanSupplier until, Duration most) {
        var end = clock.instant().plus(most);
        http.asked();
        var next = region.scheduler().turn();
        while (!until.getAsBoolean() && next.isBefore(end)) {
            // Reading takes some time on a network.
            clock.moveTo(next.isAfter(clock.instant()) ? next : clock.instant().plusMillis(50));
            next = region.scheduler().turn();
        }
        if (!until.getAsBoolean()) {
            clock.moveTo(end);
        }
        return http.asked().size();
    }

    /** A pipeline that takes a repository's head and then waits for an approval. It starts at once. */
    public void pipeline(String name) {
        if (role == null) {
            role = learner.iam()
                    .createRole(request -> request.roleName("pipeline").assumeRolePolicyDocument(TRUST))
                    .role()
                    .arn();
            learner.codeCommit().createRepository(request -> request.repositoryName("app"));
            learner.codeCommit()
                    .putFile(request -> request.repositoryName("app")
                            .branchName("main")
                            .filePath("index.html")
                            .fileContent(SdkBytes.fromUtf8String("hello"))
                            .commitMessage("Updated Web App to v2"));
            learner.s3().createBucket(request -> request.bucket("artifacts"));
        }
        learner.codePipeline()
                .createPipeline(request -> request.pipeline(pipeline -> pipeline.name(name)
                        .roleArn(role)
                        .artifactStore(store -> store.type("S3").location("artifacts"))
                        .stages(
                                stage("Source", ActionDeclaration.builder()
                                        .name("Source")
                                        .actionTypeId(type ->
                                                type.category("Source").owner("AWS").provider("CodeCommit").version("1"))
                                        .configuration(Map.of(
                                                "RepositoryName", "app",
                                                "BranchName", "main",
                                                "PollForSourceChanges", "false"))
                                        .outputArtifacts(artifact -> artifact.name("SourceArtifact"))
                                        .build()),
                                stage("Approve", ActionDeclaration.builder()
                                        .name("Approve")
                                        .actionTypeId(type ->
                                                type.category("Approval").owner("AWS").provider("Manual").version("1"))
                                        .build()))));
    }

    public void release(String pipeline) {
        learner.codePipeline().startPipelineExecution(request -> request.name(pipeline));
    }

    public void approve(String pipeline, ApprovalStatus answer) {
        var stage = learner.codePipeline().getPipelineState(request -> request.name(pipeline)).stageStates().getLast();
        var token = stage.actionStates().getFirst().latestExecution().token();
        learner.codePipeline()
                .putApprovalResult(request -> request.pipelineName(pipeline)
                        .stageName("Approve")
                        .actionName("Approve")
                        .token(token)
                        .result(result -> result.status(answer).summary("because")));
    }

    private static StageDeclaration stage(String name, ActionDeclaration action) {
        return StageDeclaration.builder().name(name).actions(action).build();
    }

    @Override
    public void close() {
        region.close();
        learner.close();
        cloud.close();
    }
}
