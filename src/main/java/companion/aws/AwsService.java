package companion.aws;

import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A service as its three publics call it.
 *
 * @param title in AWS's words: {@code CodeCommit}
 * @param cli the AWS CLI's command: {@code codecommit}
 * @param variable a client in code: {@code codeCommit}
 */
record AwsService(String title, String cli, String variable) {
    private static final Map<String, AwsService> BY_PACKAGE = Map.ofEntries(
            Map.entry("sts", new AwsService("STS", "sts", "sts")),
            Map.entry("iam", new AwsService("IAM", "iam", "iam")),
            Map.entry("cloudformation", new AwsService("CloudFormation", "cloudformation", "cloudFormation")),
            Map.entry("ec2", new AwsService("EC2", "ec2", "ec2")),
            Map.entry("elasticloadbalancingv2", new AwsService("Elastic Load Balancing", "elbv2", "elbv2")),
            Map.entry("ecr", new AwsService("ECR", "ecr", "ecr")),
            Map.entry("ecs", new AwsService("ECS", "ecs", "ecs")),
            Map.entry("codecommit", new AwsService("CodeCommit", "codecommit", "codeCommit")),
            Map.entry("codebuild", new AwsService("CodeBuild", "codebuild", "codeBuild")),
            Map.entry("cloudwatchlogs", new AwsService("CloudWatch Logs", "logs", "logs")),
            Map.entry("codedeploy", new AwsService("CodeDeploy", "deploy", "codeDeploy")),
            Map.entry("codepipeline", new AwsService("CodePipeline", "codepipeline", "codePipeline")),
            Map.entry("s3", new AwsService("S3", "s3api", "s3")),
            Map.entry("sqs", new AwsService("SQS", "sqs", "sqs")),
            Map.entry("eventbridge", new AwsService("EventBridge", "events", "eventBridge")));

    private static final String SERVICES = "software.amazon.awssdk.services.";

    /** @param model a request, or any other class of a service's model */
    static AwsService of(Class<?> model) {
        var name = model.getPackageName();
        if (!name.startsWith(SERVICES)) {
            throw new IllegalArgumentException(model + " is not of an AWS service");
        }
        var room = name.substring(SERVICES.length()).split("\\.")[0];
        var known = BY_PACKAGE.get(room);
        return known != null ? known : new AwsService(room.toUpperCase(Locale.ROOT), room, room);
    }

    static AwsService ofError(AwsServiceException error) {
        return error.getClass().getPackageName().startsWith(SERVICES)
                ? of(error.getClass())
                : new AwsService("AWS", "aws", "aws");
    }
}
