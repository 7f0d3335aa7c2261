package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Many clients at once on a cloud that has just been opened. */
class CrowdTest {
    private static final int CLIENTS = 64;
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},\
        "Action":"sts:AssumeRole"}]}""";

    /** Every HTTP status that came, so that nothing hides behind a retry; there are none, either. */
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {"instant", "300"})
    void everyCallOf64ClientsAtOnceIsAnsweredAndTheirWorkAddsUp(String speed) throws Exception {
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, null, Speed.parse(speed)));
                var http = UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofSeconds(60))
                        .build();
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new Clients(cloud, http);
            var start = new CountDownLatch(1);
            var works = new ArrayList<Callable<Void>>();
            IntStream.range(0, CLIENTS).forEach(number -> works.add(() -> {
                start.await();
                clients.work(number);
                return null;
            }));
            var running = works.stream().map(crowd::submit).toList();

            start.countDown();

            for (var one : running) {
                one.get();
            }
            assertThat(statuses).hasSizeGreaterThan(CLIENTS * 12).allMatch(status -> status < 300);
            clients.assertAllIsThere();
        }
    }

    private final class Clients {
        final StsClient sts;
        final IamClient iam;
        final Ec2Client ec2;
        final EcsClient ecs;
        final EcrClient ecr;
        final CodeCommitClient commit;
        final CloudWatchLogsClient logs;
        final S3Client s3;

        Clients(PracticeCloud cloud, SdkHttpClient http) {
            sts = client(StsClient.builder(), cloud, http);
            iam = client(IamClient.builder(), cloud, http);
            ec2 = client(Ec2Client.builder(), cloud, http);
            ecs = client(EcsClient.builder(), cloud, http);
            ecr = client(EcrClient.builder(), cloud, http);
            commit = client(CodeCommitClient.builder(), cloud, http);
            logs = client(CloudWatchLogsClient.builder(), cloud, http);
            s3 = client(S3Client.builder().forcePathStyle(true), cloud, http);
        }

        private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
                B builder, PracticeCloud cloud, SdkHttpClient http) {
            var keys = AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey());
            return builder.endpointOverride(URI.create(cloud.endpoint().toString()))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(keys))
                    .httpClient(http)
                    .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry())
                            .addExecutionInterceptor(new Watch()))
                    .build();
        }

        /** One client's morning: its own things in every service, and a look at everybody's. */
        void work(int number) throws IOException {
            var name = "crowd-" + number;
            sts.getCallerIdentity();
            commit.createRepository(it -> it.repositoryName(name));
            ecs.createCluster(it -> it.clusterName(name));
            ecr.createRepository(it -> it.repositoryName(name));
            var group = ec2.createSecurityGroup(it -> it.groupName(name).description("Crowd")).groupId();
            iam.createRole(it -> it.roleName(name).assumeRolePolicyDocument(TRUST));
            logs.createLogGroup(it -> it.logGroupName(name));
            s3.createBucket(it -> it.bucket(name));
            s3.putObject(it -> it.bucket(name).key("greeting"), RequestBody.fromString("hello from " + number));
            assertThat(commit.listRepositories().repositories()).anyMatch(it -> it.repositoryName().equals(name));
            assertThat(ecs.describeClusters(it -> it.clusters(name)).clusters()).hasSize(1);
            assertThat(ec2.describeSecurityGroups(it -> it.groupIds(group)).securityGroups())
                    .hasSize(1);
            assertThat(iam.getRole(it -> it.roleName(name)).role().roleName()).isEqualTo(name);
            try (var object = s3.getObject(it -> it.bucket(name).key("greeting"))) {
                assertThat(object.readAllBytes()).asString().isEqualTo("hello from " + number);
            }
        }

        void assertAllIsThere() {
            var names = IntStream.range(0, CLIENTS).mapToObj(number -> "crowd-" + number).toList();
            assertThat(commit.listRepositories().repositories().stream().map(it -> it.repositoryName()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(ecs.listClustersPaginator().clusterArns().stream().map(arn -> arn.substring(arn.indexOf('/') + 1)))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(ecr.describeRepositoriesPaginator().repositories().stream().map(it -> it.repositoryName()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(iam.listRolesPaginator().roles().stream().map(it -> it.roleName())).containsAll(names);
            assertThat(logs.describeLogGroupsPaginator().logGroups().stream().map(it -> it.logGroupName()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(s3.listBuckets().buckets().stream().map(it -> it.name()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(ec2.describeSecurityGroupsPaginator().securityGroups().stream()
                            .map(it -> it.groupName())
                            .filter(it -> !it.equals("default")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private final class Watch implements ExecutionInterceptor {
        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            statuses.add(context.httpResponse().statusCode());
        }
    }
}
