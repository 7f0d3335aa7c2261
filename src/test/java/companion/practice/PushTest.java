package companion.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.wire.TestDoor;
import companion.practice.world.Speed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Events of the services, through a rule, into a queue: how a monitor is told instead of asking. */
@Timeout(30)
class PushTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:push";
    private static final String RULE = "arn:aws:events:us-east-1:123456789012:rule/push";
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},
            "Action":"sqs:SendMessage","Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}
            """.formatted(QUEUE, RULE);

    @TempDir
    Path folder;

    @Test
    void aCommitIsToldWithTheEnvelopeThatEventBridgeGives() throws Exception {
        try (var cloud = paused(null)) {
            var url = subscribe(cloud, "{\"source\":[\"aws.codecommit\"]}");

            commit(cloud);
            cloud.clock().step(Duration.ofSeconds(1));

            var event = json(receive(cloud, url).getFirst());
            assertThat(event.path("version").asText()).isEqualTo("0");
            assertThat(event.path("id").asText()).matches("[0-9a-f-]{36}");
            assertThat(event.path("detail-type").asText()).isEqualTo("CodeCommit Repository State Change");
            assertThat(event.path("account").asText()).isEqualTo("123456789012");
            assertThat(event.path("region").asText()).isEqualTo("us-east-1");
            assertThat(event.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(event.path("resources").get(0).asText()).isEqualTo("arn:aws:codecommit:us-east-1:123456789012:MyRepo");
            assertThat(event.path("detail").path("event").asText()).isEqualTo("referenceCreated");
            assertThat(event.path("detail").path("referenceName").asText()).isEqualTo("main");
        }
    }

    @Test
    void aWaitingReceiveAnswersWhenTheEventComes() throws Exception {
        try (var cloud = paused(null)) {
            var url = subscribe(cloud, "{\"source\":[\"aws.codecommit\"]}");
            var waiting = CompletableFuture.supplyAsync(() -> sqs(cloud)
                    .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20))
                    .messages());

            commit(cloud);
            cloud.clock().step(Duration.ofSeconds(1));

            assertThat(waiting.get()).hasSize(1);
        }
    }

    @Test
    void aQueueThatDoesNotLetTheRuleInGetsNothing() throws Exception {
        try (var cloud = paused(null)) {
            var url = subscribe(cloud, "{\"source\":[\"aws.codecommit\"]}");
            sqs(cloud).setQueueAttributes(r -> r.queueUrl(url)
                    .attributesWithStrings(Map.of("Policy", POLICY.replace("rule/push", "rule/other"))));

            commit(cloud);
            cloud.clock().step(Duration.ofSeconds(5));

            assertThat(receive(cloud, url)).isEmpty();
        }
    }

    @Test
    void aTargetGetsThePartThatItAsksFor() throws Exception {
        try (var cloud = paused(null)) {
            var url = subscribe(cloud, "{\"source\":[\"shop\"],\"detail\":{\"price\":[{\"numeric\":[\">\",10]}]}}");
            target(cloud, Target.builder().inputPath("$.detail.item"));
            order(cloud, "{\"item\":{\"name\":\"a \\\"b\\\"\"},\"price\":11}");
            order(cloud, "{\"item\":\"cheap\",\"price\":9}");
            cloud.clock().step(Duration.ofSeconds(1));
            assertThat(receive(cloud, url)).containsExactly("{\"name\":\"a \\\"b\\\"\"}");

            target(cloud, Target.builder().inputTransformer(t -> t.inputPathsMap(Map.of(
                            "name", "$.detail.item.name", "price", "$.detail.price", "none", "$.detail.none"))
                    .inputTemplate("{\"text\":\"<name> for <price> by <aws.events.rule-name><none>\",\"name\":<name>}")));
            order(cloud, "{\"item\":{\"name\":\"a \\\"b\\\"\"},\"price\":11}");
            cloud.clock().step(Duration.ofSeconds(1));
            var told = json(receive(cloud, url).getFirst());
            assertThat(told.path("text").asText()).isEqualTo("a \"b\" for 11 by push");
            assertThat(told.path("name").asText()).isEqualTo("a \"b\"");

            target(cloud, Target.builder().input("{\"always\":1}"));
            order(cloud, "{\"price\":12}");
            cloud.clock().step(Duration.ofSeconds(1));
            assertThat(receive(cloud, url)).containsExactly("{\"always\":1}");
        }
    }

    @Test
    void aTargetsInputThatCannotBeMadeIsRefused() throws Exception {
        try (var cloud = paused(null)) {
            subscribe(cloud, "{\"source\":[\"shop\"]}");

            assertThatThrownBy(() -> target(cloud, Target.builder().input("{}").inputPath("$.detail")))
                    .isInstanceOf(EventBridgeException.class)
                    .hasMessageContaining("Only one of Input, InputPath, or InputTransformer");
            assertThatThrownBy(() -> target(cloud, Target.builder().input("no JSON")))
                    .hasMessageContaining("JSON syntax error in input");
            assertThatThrownBy(() -> target(cloud, Target.builder().inputPath("detail.state")))
                    .hasMessageContaining("Invalid InputPath");
            assertThatThrownBy(() -> target(cloud, Target.builder().inputTransformer(t -> t.inputTemplate("\"<x>\""))))
                    .hasMessageContaining("placeholder <x>");
        }
    }

    @Test
    void whatIsInAQueueIsThereAgainAfterAStartAndWaitingLeavesNoTrace() throws Exception {
        String url;
        String handle;
        try (var cloud = paused(folder)) {
            url = subscribe(cloud, "{\"source\":[\"aws.codecommit\"]}");
            sqs(cloud).sendMessage(r -> r.queueUrl(url).messageBody("first"));
            handle = sqs(cloud).receiveMessage(r -> r.queueUrl(url)).messages().getFirst().receiptHandle();
            commit(cloud);
            cloud.clock().step(Duration.ofSeconds(1));
        }
        try (var cloud = paused(folder)) {
            var now = sqs(cloud).getQueueUrl(r -> r.queueName("push")).queueUrl();
            assertThat(now).startsWith(cloud.endpoint().toString());
            assertThat(attributes(cloud, now))
                    .containsEntry("ApproximateNumberOfMessages", "1")
                    .containsEntry("ApproximateNumberOfMessagesNotVisible", "1");
            sqs(cloud).deleteMessage(r -> r.queueUrl(now).receiptHandle(handle));
            assertThat(receive(cloud, now)).hasSize(1);
            var size = Files.size(folder.resolve("journal"));

            sqs(cloud).receiveMessage(r -> r.queueUrl(now));
            sqs(cloud).receiveMessage(r -> r.queueUrl(now).waitTimeSeconds(1));
            assertThatThrownBy(() -> sqs(cloud).receiveMessage(r -> r.queueUrl(now + "x")));

            assertThat(Files.size(folder.resolve("journal"))).isEqualTo(size);
        }
    }

    @Test
    void aReceiveThatWaitsEndsWhenTheCloudStops() throws Exception {
        CompletableFuture<List<Message>> waiting;
        try (var cloud = paused(null)) {
            var url = subscribe(cloud, "{\"source\":[\"aws.codecommit\"]}");
            var client = sqs(cloud);
            waiting = CompletableFuture.supplyAsync(
                    () -> client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)).messages());
            sqs(cloud).listQueues();
        }
        assertThat(waiting.handle((messages, refused) -> "ended").get()).isEqualTo("ended");
    }

    @Test
    void aStackMakesTheQueueItsPolicyAndTheRule() throws Exception {
        try (var cloud = paused(null);
                var cfn = TestDoor.client(CloudFormationClient.builder(), cloud.endpoint(), learner(cloud))) {
            cfn.createStack(r -> r.stackName("push").templateBody("""
                    Resources:
                      Queue:
                        Type: AWS::SQS::Queue
                        Properties: {QueueName: push, VisibilityTimeout: 60, Tags: [{Key: team, Value: a}]}
                      Policy:
                        Type: AWS::SQS::QueuePolicy
                        Properties:
                          Queues: [!Ref Queue]
                          PolicyDocument:
                            Statement:
                              - Effect: Allow
                                Principal: {Service: events.amazonaws.com}
                                Action: sqs:SendMessage
                                Resource: !GetAtt Queue.Arn
                                Condition: {ArnEquals: {aws:SourceArn: !GetAtt Rule.Arn}}
                      Rule:
                        Type: AWS::Events::Rule
                        Properties:
                          EventPattern: {source: [shop]}
                          Targets: [{Id: queue, Arn: !GetAtt Queue.Arn}]
                    Outputs: {Url: {Value: !Ref Queue}, Name: {Value: !GetAtt Queue.QueueName}}
                    """));
            cloud.clock().step(Duration.ofMinutes(10));
            var stack = cfn.describeStacks(r -> r.stackName("push")).stacks().getFirst();
            var url = stack.outputs().stream()
                    .filter(output -> output.outputKey().equals("Url"))
                    .findFirst()
                    .orElseThrow()
                    .outputValue();

            order(cloud, "{\"item\":1}");
            cloud.clock().step(Duration.ofSeconds(1));

            assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(sqs(cloud).receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
            assertThat(attributes(cloud, url)).containsEntry("VisibilityTimeout", "60");
            assertThat(sqs(cloud).listQueueTags(r -> r.queueUrl(url)).tags())
                    .containsEntry("team", "a")
                    .containsEntry("aws:cloudformation:stack-name", "push");
            cfn.deleteStack(r -> r.stackName("push"));
            cloud.clock().step(Duration.ofMinutes(10));
            assertThat(sqs(cloud).listQueues().queueUrls()).isEmpty();
        }
    }

    /** Makes the queue, lets the rule in, and points the rule at it. */
    private static String subscribe(PracticeCloud cloud, String pattern) {
        var url = sqs(cloud)
                .createQueue(r -> r.queueName("push").attributesWithStrings(Map.of("Policy", POLICY)))
                .queueUrl();
        events(cloud).putRule(r -> r.name("push").eventPattern(pattern));
        target(cloud, Target.builder());
        return url;
    }

    private static void target(PracticeCloud cloud, Target.Builder target) {
        events(cloud).putTargets(r -> r.rule("push").targets(target.id("queue").arn(QUEUE).build()));
    }

    private static void order(PracticeCloud cloud, String detail) {
        events(cloud).putEvents(r -> r.entries(PutEventsRequestEntry.builder()
                .source("shop")
                .detailType("Order")
                .detail(detail)
                .build()));
    }

    private static void commit(PracticeCloud cloud) {
        try (var codeCommit = TestDoor.client(CodeCommitClient.builder(), cloud.endpoint(), learner(cloud))) {
            codeCommit.createRepository(r -> r.repositoryName("MyRepo"));
            codeCommit.putFile(r -> r.repositoryName("MyRepo")
                    .branchName("main")
                    .filePath("a.txt")
                    .fileContent(SdkBytes.fromUtf8String("a")));
        }
    }

    private static List<String> receive(PracticeCloud cloud, String url) {
        var bodies = new ArrayList<String>();
        for (var message : sqs(cloud).receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages()) {
            bodies.add(message.body());
            sqs(cloud).deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
        }
        return bodies;
    }

    private static Map<String, String> attributes(PracticeCloud cloud, String url) {
        return sqs(cloud)
                .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings();
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static PracticeCloud paused(@Nullable Path state) throws Exception {
        return PracticeCloud.start(PracticeSettings.on(0, state, Speed.PAUSED));
    }

    private static SqsClient sqs(PracticeCloud cloud) {
        return TestDoor.client(SqsClient.builder(), cloud.endpoint(), learner(cloud));
    }

    private static EventBridgeClient events(PracticeCloud cloud) {
        return TestDoor.client(EventBridgeClient.builder(), cloud.endpoint(), learner(cloud));
    }

    private static AwsBasicCredentials learner(PracticeCloud cloud) {
        return AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey());
    }
}
