package companion.practice;

import companion.practice.fabric.EventBus;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Images;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.Services;
import companion.practice.fabric.TaskNetwork;
import companion.practice.fabric.Trust;
import companion.practice.s3.PracticeS3;
import companion.practice.sts.PracticeSts;
import companion.practice.wire.AwsService;
import companion.practice.world.Place;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** One region of the practice cloud: its rooms, each made when it is first needed. Thread-safe. */
final class Region implements Services, Fabric {
    private final Account account;
    private final Place place;
    private final Map<AwsService, SdkClient> rooms = new EnumMap<>(AwsService.class);

    Region(Account account, Place place) {
        this.account = account;
        this.place = place;
    }

    /** The room of a service; null if the practice cloud has no such service. */
    @Nullable SdkClient room(AwsService service) {
        return account.world().underLock(() -> {
            var room = rooms.get(service);
            if (room == null) {
                room = make(service);
                if (room != null) {
                    rooms.put(service, room);
                }
            }
            return room;
        });
    }

    private @Nullable SdkClient make(AwsService service) {
        return switch (service) {
            case STS -> new PracticeSts(place, this, account.credentials());
            case S3 -> new PracticeS3(account.world(), place, account.buckets());
            case IAM, CLOUDFORMATION, EC2, ELB, ECR, ECS -> null;
            case CODECOMMIT, CODEBUILD, LOGS, CODEDEPLOY, CODEPIPELINE, EVENTS -> null;
        };
    }

    private <T> T offered(AwsService service, Class<T> api) {
        var room = room(service);
        if (room == null) {
            throw new UnsupportedOperationException("The practice cloud does not offer " + service.signingName());
        }
        return api.cast(room);
    }

    @Override
    public StsClient sts() {
        return offered(AwsService.STS, StsClient.class);
    }

    @Override
    public IamClient iam() {
        return offered(AwsService.IAM, IamClient.class);
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return offered(AwsService.CLOUDFORMATION, CloudFormationClient.class);
    }

    @Override
    public Ec2Client ec2() {
        return offered(AwsService.EC2, Ec2Client.class);
    }

    @Override
    public ElasticLoadBalancingV2Client elb() {
        return offered(AwsService.ELB, ElasticLoadBalancingV2Client.class);
    }

    @Override
    public EcrClient ecr() {
        return offered(AwsService.ECR, EcrClient.class);
    }

    @Override
    public EcsClient ecs() {
        return offered(AwsService.ECS, EcsClient.class);
    }

    @Override
    public CodeCommitClient codeCommit() {
        return offered(AwsService.CODECOMMIT, CodeCommitClient.class);
    }

    @Override
    public CodeBuildClient codeBuild() {
        return offered(AwsService.CODEBUILD, CodeBuildClient.class);
    }

    @Override
    public CloudWatchLogsClient logs() {
        return offered(AwsService.LOGS, CloudWatchLogsClient.class);
    }

    @Override
    public CodeDeployClient codeDeploy() {
        return offered(AwsService.CODEDEPLOY, CodeDeployClient.class);
    }

    @Override
    public CodePipelineClient codePipeline() {
        return offered(AwsService.CODEPIPELINE, CodePipelineClient.class);
    }

    @Override
    public S3Client s3() {
        return offered(AwsService.S3, S3Client.class);
    }

    @Override
    public EventBridgeClient eventBridge() {
        return offered(AwsService.EVENTS, EventBridgeClient.class);
    }

    @Override
    public Trust trust() {
        throw noSeam("trust");
    }

    @Override
    public EventBus events() {
        throw noSeam("events");
    }

    @Override
    public Images images() {
        throw noSeam("images");
    }

    @Override
    public TaskNetwork network() {
        throw noSeam("a task network");
    }

    @Override
    public PipelineBuilds builds() {
        throw noSeam("builds for pipelines");
    }

    private static UnsupportedOperationException noSeam(String what) {
        return new UnsupportedOperationException("The practice cloud has no " + what);
    }
}
