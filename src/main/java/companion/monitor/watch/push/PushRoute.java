package companion.monitor.watch.push;

import companion.aws.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The way that events take from an account to this application: a rule on the default event bus, and the queue that is its
 * target. Whoever watches the same account from elsewhere needs a route of another name, for a message goes to one only.
 *
 * @param partition {@code aws}, {@code aws-cn}
 * @param name of both the rule and the queue
 */
public record PushRoute(String partition, String account, String region, String name) {
    private static final String TARGET = "queue";

    /** Long enough to survive a slow moment; what is older is better read. */
    private static final String KEPT_SECONDS = "300";

    private static final List<String> SOURCES =
            List.of("aws.codepipeline", "aws.codebuild", "aws.codedeploy", "aws.ecs", "aws.codecommit");

    /** State changes, and not the calls that CloudTrail tells under the same sources. */
    private static final List<String> DETAIL_TYPES =
            List.of("CodePipeline ", "CodeBuild ", "CodeDeploy ", "ECS ", "CodeCommit Repository ");

    /** Asks STS who calls, unless that is known. */
    public static PushRoute of(Connection connection, String name) {
        var identity = connection.identity();
        return new PushRoute(identity.arn().split(":")[1], identity.account(), connection.region(), name);
    }

    String queueArn() {
        return "arn:" + partition + ":sqs:" + region + ":" + account + ":" + name;
    }

    String ruleArn() {
        return "arn:" + partition + ":events:" + region + ":" + account + ":rule/" + name;
    }

    /** The requests that make it, in order. Making it again changes nothing. */
    public List<SdkPojo> creation() {
        return List.of(
                CreateQueueRequest.builder()
                        .queueName(name)
                        .attributes(Map.of(
                                QueueAttributeName.MESSAGE_RETENTION_PERIOD, KEPT_SECONDS,
                                QueueAttributeName.POLICY, policy()))
                        .build(),
                PutRuleRequest.builder()
                        .name(name)
                        .description("Tells Workshop Companion what changes in pipelines, builds, deployments and services")
                        .eventPattern(pattern())
                        .build(),
                PutTargetsRequest.builder()
                        .rule(name)
                        .targets(Target.builder().id(TARGET).arn(queueArn()).build())
                        .build());
    }

    /** The requests that remove it, in order. */
    public List<SdkPojo> removal(String queueUrl) {
        return List.of(
                RemoveTargetsRequest.builder().rule(name).ids(TARGET).build(),
                DeleteRuleRequest.builder().name(name).build(),
                DeleteQueueRequest.builder().queueUrl(queueUrl).build());
    }

    /** Only this rule may send to it, and nobody but the account may read it. */
    private String policy() {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"sqs:SendMessage\","
                + "\"Resource\":\"" + queueArn() + "\","
                + "\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"" + ruleArn() + "\"}}}]}";
    }

    private static String pattern() {
        return "{\"source\":[" + list(SOURCES, "\"", "\"") + "],\"detail-type\":["
                + list(DETAIL_TYPES, "{\"prefix\":\"", "\"}") + "]}";
    }

    private static String list(List<String> texts, String before, String after) {
        return texts.stream().map(text -> before + text + after).collect(Collectors.joining(","));
    }
}
