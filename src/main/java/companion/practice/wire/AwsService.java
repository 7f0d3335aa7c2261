package companion.practice.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services that the practice cloud may offer, and how each is spoken to. Source: the services' API models. */
public enum AwsService {
    STS("sts", Dialect.QUERY, "sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
    IAM("iam", Dialect.QUERY, "iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"),
    CLOUDFORMATION(
            "cloudformation",
            Dialect.QUERY,
            "cloudformation",
            "2010-05-15",
            "http://cloudformation.amazonaws.com/doc/2010-05-15/"),
    EC2("ec2", Dialect.EC2, "ec2", "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/"),
    ELB(
            "elasticloadbalancing",
            Dialect.QUERY,
            "elasticloadbalancingv2",
            "2015-12-01",
            "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"),
    ECR("ecr", "ecr", "AmazonEC2ContainerRegistry_V20150921"),
    ECS("ecs", "ecs", "AmazonEC2ContainerServiceV20141113"),
    CODECOMMIT("codecommit", "codecommit", "CodeCommit_20150413"),
    CODEBUILD("codebuild", "codebuild", "CodeBuild_20161006"),
    LOGS("logs", "cloudwatchlogs", "Logs_20140328"),
    CODEDEPLOY("codedeploy", "codedeploy", "CodeDeploy_20141006"),
    CODEPIPELINE("codepipeline", "codepipeline", "CodePipeline_20150709"),
    EVENTS("events", "eventbridge", "AWSEvents"),
    SQS("sqs", "sqs", "AmazonSQS"),
    S3("s3", Dialect.S3, "s3", "2006-03-01", "http://s3.amazonaws.com/doc/2006-03-01/");

    private static final Map<String, AwsService> BY_SIGNING_NAME = bySigningNames();

    private final String signingName;
    private final Dialect dialect;
    private final String sdkPackage;
    private final String version;
    private final String namespace;

    AwsService(String signingName, String sdkPackage, String targetPrefix) {
        this(signingName, Dialect.JSON, sdkPackage, targetPrefix, "");
    }

    AwsService(String signingName, Dialect dialect, String sdkPackage, String version, String namespace) {
        this.signingName = signingName;
        this.dialect = dialect;
        this.sdkPackage = sdkPackage;
        this.version = version;
        this.namespace = namespace;
    }

    /** The service of a credential scope; null if the practice cloud has none of that name. */
    public static @Nullable AwsService signedAs(String name) {
        return BY_SIGNING_NAME.get(name);
    }

    /** As in the credential scope of a signature. */
    public String signingName() {
        return signingName;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The API version of Query services; the prefix of {@code X-Amz-Target} of JSON services. */
    String version() {
        return version;
    }

    String namespace() {
        return namespace;
    }

    String modelPackage() {
        return "software.amazon.awssdk.services." + sdkPackage + ".model.";
    }

    private static Map<String, AwsService> bySigningNames() {
        var services = new HashMap<String, AwsService>();
        for (var service : values()) {
            services.put(service.signingName, service);
        }
        return Map.copyOf(services);
    }
}
