package companion.practice;

import companion.practice.cloudformation.PracticeCloudFormation;
import companion.practice.codebuild.PracticeCodeBuild;
import companion.practice.codecommit.PracticeCodeCommit;
import companion.practice.codedeploy.PracticeCodeDeploy;
import companion.practice.codepipeline.PracticeCodePipeline;
import companion.practice.ec2.PracticeEc2;
import companion.practice.ecr.PracticeEcr;
import companion.practice.ecs.PracticeEcs;
import companion.practice.elb.PracticeElb;
import companion.practice.events.PracticeEventBridge;
import companion.practice.fabric.EventBus;
import companion.practice.fabric.EventFeed;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Images;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.QueueDelivery;
import companion.practice.fabric.Services;
import companion.practice.fabric.TaskNetwork;
import companion.practice.fabric.Trust;
import companion.practice.logs.PracticeLogs;
import companion.practice.s3.PracticeS3;
import companion.practice.sqs.PracticeSqs;
import companion.practice.sts.PracticeSts;
import companion.practice.traffic.LoopbackListeners;
import companion.practice.traffic.PracticeNetwork;
import companion.practice.wire.AwsService;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
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
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** One region: its rooms, each made when it is first asked for, so that a start loads only what is used. */
final class Region implements Services, Fabric {
    private final Account account;
    private final World world;
    private final Place place;
    private final PracticeNetwork network = new PracticeNetwork();
    private final LoopbackListeners listeners;
    private final Map<AwsService, SdkClient> rooms = new EnumMap<>(AwsService.class);

    Region(Account account, Place place) {
        this.account = account;
        this.world = account.world;
        this.place = place;
        this.listeners = new LoopbackListeners(world, network);
    }

    SdkClient room(AwsService service) {
        return switch (service) {
            case STS -> sts();
            case IAM -> iam();
            case CLOUDFORMATION -> cloudFormation();
            case EC2 -> ec2();
            case ELB -> elb();
            case ECR -> ecr();
            case ECS -> ecs();
            case CODECOMMIT -> codeCommit();
            case CODEBUILD -> codeBuild();
            case LOGS -> logs();
            case CODEDEPLOY -> codeDeploy();
            case CODEPIPELINE -> codePipeline();
            case EVENTS -> eventBridge();
            case SQS -> sqs();
            case S3 -> s3();
        };
    }

    @Override
    public StsClient sts() {
        return room(AwsService.STS, () -> new PracticeSts(place, this, account.credentials));
    }

    @Override
    public IamClient iam() {
        return account.iam();
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return room(AwsService.CLOUDFORMATION, () -> new PracticeCloudFormation(world, place, this, this, account.standIns));
    }

    @Override
    public Ec2Client ec2() {
        return room(AwsService.EC2, () -> new PracticeEc2(world, place));
    }

    @Override
    public ElasticLoadBalancingV2Client elb() {
        return room(AwsService.ELB, () -> new PracticeElb(world, place, this, network, listeners));
    }

    @Override
    public EcrClient ecr() {
        return room(AwsService.ECR, () -> new PracticeEcr(world, place, this, account.registry, account.credentials));
    }

    @Override
    public EcsClient ecs() {
        return room(AwsService.ECS, () -> new PracticeEcs(world, place, this, this));
    }

    @Override
    public CodeCommitClient codeCommit() {
        return room(AwsService.CODECOMMIT, () -> new PracticeCodeCommit(world, place, this, account.endpoint));
    }

    @Override
    public CodeBuildClient codeBuild() {
        return room(AwsService.CODEBUILD, this::newCodeBuild);
    }

    @Override
    public CloudWatchLogsClient logs() {
        return room(AwsService.LOGS, () -> new PracticeLogs(world, place));
    }

    @Override
    public CodeDeployClient codeDeploy() {
        return room(AwsService.CODEDEPLOY, () -> new PracticeCodeDeploy(world, place, this, this));
    }

    @Override
    public CodePipelineClient codePipeline() {
        return room(AwsService.CODEPIPELINE, () -> new PracticeCodePipeline(world, place, this, this));
    }

    @Override
    public S3Client s3() {
        return room(AwsService.S3, () -> new PracticeS3(world, place, account.buckets));
    }

    @Override
    public EventBridgeClient eventBridge() {
        return room(AwsService.EVENTS, this::newEventBridge);
    }

    @Override
    public SqsClient sqs() {
        return room(AwsService.SQS, () -> new PracticeSqs(world, place, account.endpoint));
    }

    @Override
    public Trust trust() {
        return account.iamRoom().trust();
    }

    @Override
    public EventBus events() {
        return bridge().bus();
    }

    @Override
    public EventFeed feed() {
        return bridge().feed();
    }

    @Override
    public Images images() {
        return account.images();
    }

    @Override
    public TaskNetwork network() {
        return network;
    }

    @Override
    public PipelineBuilds builds() {
        return (PracticeCodeBuild) codeBuild();
    }

    @Override
    public QueueDelivery queues() {
        return (PracticeSqs) sqs();
    }

    void close() {
        world.underLock(() -> {
            rooms.values().forEach(SdkClient::close);
            return true;
        });
    }

    private SdkClient newCodeBuild() {
        return new PracticeCodeBuild(world, place, this, this);
    }

    private SdkClient newEventBridge() {
        return new PracticeEventBridge(world, place, this, this);
    }

    private PracticeEventBridge bridge() {
        return room(AwsService.EVENTS, this::newEventBridge);
    }

    /**
     * Rooms are asked for by the wire, too, outside of the world's lock. The cast is the caller's: a method that returned a
     * room's own class as the SDK's interface would have both loaded as soon as this class is verified, at every start.
     */
    @SuppressWarnings("unchecked")
    private <T extends SdkClient> T room(AwsService service, Supplier<? extends SdkClient> make) {
        return world.underLock(() -> {
            var known = rooms.get(service);
            if (known == null) {
                known = make.get();
                rooms.put(service, known);
            }
            return (T) known;
        });
    }
}
