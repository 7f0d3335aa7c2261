package companion.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
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

/**
 * A connection to one account in one region: the SDK clients, made when first asked for, and the trace of every call
 * made through them. Thread-safe. Close it to end its HTTP connections.
 */
public final class Connection implements AutoCloseable {
    private final Target target;
    private final String region;
    private final boolean canWrite;
    private final CallTrace trace;
    private final AwsCredentialsProvider credentials;
    private final RetryStrategy retries;
    private final SdkHttpClient http;
    private final ClockSkew skew = new ClockSkew(InstantSource.system());
    private final ConcurrentHashMap<Class<?>, Object> clients = new ConcurrentHashMap<>();
    private volatile @Nullable Identity identity;
    private volatile boolean closed;

    /**
     * Who is calling, as STS says.
     *
     * @param account twelve digits
     */
    public record Identity(String account, String arn, String userId) {
        /** {@code 1234…9012}, as wide as the head of a window allows. */
        public String shortAccount() {
            int length = account.length();
            return length < 9 ? account : account.substring(0, 4) + "…" + account.substring(length - 4);
        }
    }

    /**
     * Calls nothing yet.
     *
     * @param region for example {@code eu-west-1}
     * @param canWrite whether calls that change something are let through; otherwise they fail before they are sent
     */
    public Connection(Target target, String region, boolean canWrite, CallTrace trace) {
        this(target, region, canWrite, trace, AwsRetryStrategy.adaptiveRetryStrategy(), http(target));
    }

    private Connection(
            Target target,
            String region,
            boolean canWrite,
            CallTrace trace,
            RetryStrategy retries,
            SdkHttpClient http) {
        this.retries = retries;
        this.http = http;
        this.target = target;
        this.region = region;
        this.canWrite = canWrite;
        this.trace = trace;
        this.credentials = switch (target) {
            case Target.Practice practice -> practice.credentials();
            case Target.Profile(var name) -> chain(name);
            case Target.Endpoint(_, var profile) -> chain(profile);
        };
    }

    private static SdkHttpClient http(Target target) {
        var scheme = switch (target) {
            case Target.Practice(var endpoint, _) -> endpoint.getScheme();
            case Target.Endpoint(var endpoint, _) -> endpoint.getScheme();
            case Target.Profile _ -> "https";
        };
        return "http".equals(scheme) ? plain() : withTls();
    }

    /** Without reading the system's certificates, which takes a tenth of a second, and past any proxy: it is near. */
    private static SdkHttpClient plain() {
        return UrlConnectionHttpClient.create(url -> {
            try {
                return (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static SdkHttpClient withTls() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(10))
                .socketTimeout(Duration.ofSeconds(60))
                .build();
    }

    /**
     * Makes all clients ahead of need, on a thread of its own: their classes are many, and somebody waits for each of them
     * otherwise. Calls nothing.
     */
    public void prepare() {
        Thread.ofVirtual().name("clients").start(() -> {
            List<Supplier<?>> all = List.of(
                    this::iam,
                    this::ec2,
                    this::cloudFormation,
                    this::ecr,
                    this::codeCommit,
                    this::ecs,
                    this::codeDeploy,
                    this::codeBuild,
                    this::s3,
                    this::codePipeline,
                    this::eventBridge,
                    this::logs,
                    this::elbv2);
            for (var client : all) {
                if (closed) {
                    return;
                }
                client.get();
            }
        });
    }

    /**
     * A connection for watching: it changes nothing, and makes each call once. Who watches asks again anyway, at a pace that
     * counts every request, and a retry would be one that nobody counted.
     */
    public static Connection watching(Target target, String region, CallTrace trace) {
        return watching(target, region, trace, http(target));
    }

    /** @param http what carries the requests; closed with the connection */
    public static Connection watching(Target target, String region, CallTrace trace, SdkHttpClient http) {
        return new Connection(target, region, false, trace, AwsRetryStrategy.doNotRetry(), http);
    }

    /**
     * A connection for receiving what an account tells: it may write, since what was received is taken off its queue, and makes
     * each call once.
     */
    public static Connection receiving(Target target, String region, CallTrace trace) {
        return receiving(target, region, trace, http(target));
    }

    /** @param http what carries the requests; closed with the connection */
    public static Connection receiving(Target target, String region, CallTrace trace, SdkHttpClient http) {
        return new Connection(target, region, true, trace, AwsRetryStrategy.doNotRetry(), http);
    }

    private static AwsCredentialsProvider chain(@Nullable String profile) {
        return DefaultCredentialsProvider.builder().profileName(profile).build();
    }

    public Target target() {
        return target;
    }

    public boolean isPractice() {
        return target instanceof Target.Practice;
    }

    public String region() {
        return region;
    }

    public boolean canWrite() {
        return canWrite;
    }

    public CallTrace trace() {
        return trace;
    }

    /** How far this machine's clock is ahead of the account's, as the last answer dates itself; negative if behind. */
    public Duration clockAhead() {
        return skew.ahead();
    }

    /** The account's time, as far as its last answer tells. */
    public Instant accountTime() {
        return skew.accountTime();
    }

    /** The keys of this moment, to sign what is not an SDK call. */
    public AwsCredentials credentials() {
        return credentials.resolveCredentials();
    }

    /** Where the calls go, if not to AWS's own endpoints. */
    public Optional<URI> endpoint() {
        return switch (target) {
            case Target.Practice(var url, _) -> Optional.of(url);
            case Target.Endpoint(var url, _) -> Optional.of(url);
            case Target.Profile _ -> Optional.empty();
        };
    }

    /** Asks STS once, and remembers the answer. */
    public Identity identity() {
        var known = identity;
        if (known == null) {
            var answer = sts().getCallerIdentity();
            known = new Identity(answer.account(), answer.arn(), answer.userId());
            identity = known;
        }
        return known;
    }

    /** The account, if it was asked for; asks nobody. */
    public Optional<String> knownAccount() {
        return Optional.ofNullable(identity).map(Identity::account);
    }

    public StsClient sts() {
        return client(StsClient.class, StsClient::builder);
    }

    public IamClient iam() {
        return client(IamClient.class, () -> IamClient.builder().region(iamRegion()));
    }

    public CloudFormationClient cloudFormation() {
        return client(CloudFormationClient.class, CloudFormationClient::builder);
    }

    public Ec2Client ec2() {
        return client(Ec2Client.class, Ec2Client::builder);
    }

    public ElasticLoadBalancingV2Client elbv2() {
        return client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
    }

    public EcrClient ecr() {
        return client(EcrClient.class, EcrClient::builder);
    }

    public EcsClient ecs() {
        return client(EcsClient.class, EcsClient::builder);
    }

    public CodeCommitClient codeCommit() {
        return client(CodeCommitClient.class, CodeCommitClient::builder);
    }

    public CodeBuildClient codeBuild() {
        return client(CodeBuildClient.class, CodeBuildClient::builder);
    }

    public CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
    }

    public CodeDeployClient codeDeploy() {
        return client(CodeDeployClient.class, CodeDeployClient::builder);
    }

    public CodePipelineClient codePipeline() {
        return client(CodePipelineClient.class, CodePipelineClient::builder);
    }

    public EventBridgeClient eventBridge() {
        return client(EventBridgeClient.class, EventBridgeClient::builder);
    }

    public SqsClient sqs() {
        return client(SqsClient.class, SqsClient::builder);
    }

    public S3Client s3() {
        return client(S3Client.class, () -> S3Client.builder()
                .forcePathStyle(endpoint().isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED));
    }

    private Region iamRegion() {
        return endpoint().isPresent() ? Region.of(region) : Region.AWS_GLOBAL;
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            Class<C> type, Supplier<B> builder) {
        return type.cast(clients.computeIfAbsent(type, _ -> build(type, builder.get())));
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(Class<C> type, B builder) {
        var override = ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .addExecutionInterceptor(skew)
                .addExecutionInterceptor(new TraceInterceptor(trace, region));
        if (!canWrite) {
            override.addExecutionInterceptor(new ReadOnlyInterceptor());
        }
        endpoint().ifPresent(builder::endpointOverride);
        builder.credentialsProvider(credentials).httpClient(http).overrideConfiguration(override.build());
        if (type != IamClient.class) {
            builder.region(Region.of(region));
        }
        return builder.build();
    }

    @Override
    public void close() {
        closed = true;
        clients.values().forEach(client -> ((SdkClient) client).close());
        http.close();
    }
}
