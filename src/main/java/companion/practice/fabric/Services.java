package companion.practice.fabric;

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
 * The services of one region, as the rooms themselves call them: straight in, without the wire and without a journal entry,
 * because such a call follows from a command or an event that history already holds.
 *
 * <p>Ask for a service when it is needed, not in a constructor: the services of a region know each other in circles.
 */
public interface Services {
    StsClient sts();

    IamClient iam();

    CloudFormationClient cloudFormation();

    Ec2Client ec2();

    ElasticLoadBalancingV2Client elb();

    EcrClient ecr();

    EcsClient ecs();

    CodeCommitClient codeCommit();

    CodeBuildClient codeBuild();

    CloudWatchLogsClient logs();

    CodeDeployClient codeDeploy();

    CodePipelineClient codePipeline();

    S3Client s3();

    EventBridgeClient eventBridge();

    SqsClient sqs();
}
