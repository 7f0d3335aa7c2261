package companion.practice.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

@Timeout(15)
class LongPollTest {
    private final SqsBench bench = new SqsBench();
    private final String url = bench.create("jobs");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itAnswersAsSoonAsAMessageArrives() throws Exception {
        var answer = poll();

        bench.send(url, "here");

        assertThat(answer.get(10, TimeUnit.SECONDS)).extracting(Message::body).containsExactly("here");
    }

    @Test
    void itAnswersWhenADelayedMessageComesDueOnTheVirtualClock() throws Exception {
        bench.sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(900));
        var answer = poll();

        bench.step(900);

        assertThat(answer.get(10, TimeUnit.SECONDS)).extracting(Message::body).containsExactly("later");
    }

    @Test
    void itAnswersWhenAHiddenMessageComesBack() throws Exception {
        bench.send(url, "again");
        bench.receive(url);
        var answer = poll();

        bench.step(30);

        assertThat(answer.get(10, TimeUnit.SECONDS)).extracting(Message::body).containsExactly("again");
    }

    @Test
    void itAnswersWithNothingWhenTheTimeIsUp() {
        assertThat(bench.sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(1)).hasMessages()).isFalse();
    }

    @Test
    void itHoldsUpNobody() {
        var answers = List.of(poll(), poll(), poll());

        assertThat(bench.create("other")).isNotEmpty();

        assertThat(answers).noneMatch(CompletableFuture::isDone);
        bench.sqs.sendMessage(r -> r.queueUrl(url).messageBody("1"));
        bench.sqs.sendMessage(r -> r.queueUrl(url).messageBody("2"));
        bench.sqs.sendMessage(r -> r.queueUrl(url).messageBody("3"));
        assertThat(answers.stream().map(CompletableFuture::join).flatMap(List::stream).map(Message::body))
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void aQueuesOwnWaitHoldsWhereTheCallNamesNone() throws Exception {
        bench.set(url, QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "10");
        var answer = CompletableFuture.supplyAsync(
                () -> bench.sqs.receiveMessage(r -> r.queueUrl(url)).messages());

        bench.send(url, "here");

        assertThat(answer.get(10, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void itIsRefusedWhenItsQueueIsDeleted() {
        var answer = poll();

        bench.sqs.deleteQueue(r -> r.queueUrl(url));

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void aQueueLetsARuleSendIfItsPolicySaysSoAndOtherwiseNot() {
        var arn = "arn:aws:sqs:us-east-1:123456789012:jobs";
        var rule = "arn:aws:events:us-east-1:123456789012:rule/push";
        assertThat(bench.delivery().send(arn, "events.amazonaws.com", rule, "{}")).isFalse();

        bench.set(url, QueueAttributeName.POLICY, SqsBench.policy(url, rule));

        assertThat(bench.delivery().send(arn, "events.amazonaws.com", rule, "{}")).isTrue();
        assertThat(bench.delivery().send(arn, "events.amazonaws.com", rule + "2", "{}")).isFalse();
        assertThat(bench.delivery().send(arn, "sns.amazonaws.com", rule, "{}")).isFalse();
        assertThat(bench.delivery().send(arn + "2", "events.amazonaws.com", rule, "{}")).isFalse();
        assertThat(bench.receive(url)).hasSize(1);
    }

    @Test
    void aDenialInThePolicyGoesBeforeWhatItAllows() {
        var statement = """
                {"Effect":"%s","Principal":%s,"Action":%s,"Resource":"*","Condition":%s}""";
        var policy = "{\"Statement\":["
                + statement.formatted("Allow", "\"*\"", "[\"sqs:Send*\"]", "{}")
                + ","
                + statement.formatted("Deny", "{\"Service\":[\"events.amazonaws.com\"]}", "\"SQS:*\"",
                        "{\"StringNotEquals\":{\"aws:SourceAccount\":\"123456789012\"}}")
                + "]}";
        var context = Map.of("aws:SourceArn", "rule");

        var read = QueuePolicy.parse(policy);
        assertThat(read).isNotNull();
        assertThat(read.letsSend("events.amazonaws.com", "q", withAccount(context, "123456789012"))).isTrue();
        assertThat(read.letsSend("events.amazonaws.com", "q", withAccount(context, "999999999999"))).isFalse();
    }

    private static Map<String, String> withAccount(Map<String, String> context, String account) {
        return Map.of("aws:SourceArn", context.get("aws:SourceArn"), "aws:SourceAccount", account);
    }

    private CompletableFuture<List<Message>> poll() {
        return CompletableFuture.supplyAsync(() -> bench.sqs
                .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(10))
                .messages());
    }
}
