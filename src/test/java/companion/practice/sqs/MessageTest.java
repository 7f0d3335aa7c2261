package companion.practice.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

class MessageTest {
    private final SqsBench bench = new SqsBench();
    private final String url = bench.create("jobs");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsSentIsReceivedAndTheSdksChecksOfItsDigestsHold() {
        var attributes = Map.of(
                "colour", MessageAttributeValue.builder().dataType("String").stringValue("blåu").build(),
                "count", MessageAttributeValue.builder().dataType("Number.int").stringValue("7").build(),
                "raw",
                        MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {0, 1, (byte) 200}))
                                .build());

        var sent = bench.sqs.sendMessage(
                r -> r.queueUrl(url).messageBody("héllo \uD83D\uDE80").messageAttributes(attributes));
        var received = bench.sqs
                .receiveMessage(r -> r.queueUrl(url)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .getFirst();

        assertThat(received.messageId()).isEqualTo(sent.messageId());
        assertThat(received.body()).isEqualTo("héllo \uD83D\uDE80");
        assertThat(received.messageAttributes()).isEqualTo(attributes);
        assertThat(received.attributesAsStrings())
                .containsEntry("ApproximateReceiveCount", "1")
                .containsKeys("SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp");
    }

    @Test
    void aReceivedMessageIsHiddenForItsTimeoutAndComesBackIfItIsNotDeleted() {
        bench.send(url, "one");

        assertThat(bench.receive(url)).hasSize(1);
        assertThat(bench.receive(url)).isEmpty();
        bench.step(29);
        assertThat(bench.receive(url)).isEmpty();
        bench.step(1);
        assertThat(bench.receive(url)).extracting(Message::body).containsExactly("one");
    }

    @Test
    void aDeletedMessageStaysAway() {
        bench.send(url, "one");
        var handle = bench.receive(url).getFirst().receiptHandle();

        bench.sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
        bench.sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
        bench.step(3600);

        assertThat(bench.receive(url)).isEmpty();
    }

    @Test
    void theHandleOfAnEarlierReceiveDeletesNothing() {
        bench.send(url, "one");
        var first = bench.receive(url).getFirst().receiptHandle();
        bench.step(30);
        bench.receive(url);

        bench.sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(first));
        bench.step(30);

        assertThat(bench.receive(url)).hasSize(1);
    }

    @Test
    void aTextThatIsNoHandleOfTheQueueIsRefused() {
        var other = bench.create("other");
        bench.send(other, "one");
        var handle = bench.receive(other).getFirst().receiptHandle();

        for (var wrong : List.of("nonsense", handle)) {
            assertThatThrownBy(() -> bench.sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(wrong)))
                    .isInstanceOf(ReceiptHandleIsInvalidException.class)
                    .hasMessageContaining("is not a valid receipt handle");
        }
    }

    @Test
    void theTimeoutOfOneMessageCanBeChangedWhileItIsInFlight() {
        bench.send(url, "one");
        var handle = bench.receive(url).getFirst().receiptHandle();

        bench.sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(600));
        bench.step(300);
        assertThat(bench.receive(url)).isEmpty();
        bench.sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
        assertThat(bench.receive(url)).hasSize(1);
    }

    @Test
    void theTimeoutOfAMessageThatNobodyHasCannotBeChanged() {
        bench.send(url, "one");
        var handle = bench.receive(url).getFirst().receiptHandle();
        bench.step(30);

        assertThatThrownBy(() -> bench.sqs.changeMessageVisibility(
                        r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(5)))
                .hasMessageContaining("Message does not exist or is not available for visibility timeout change.");
    }

    @Test
    void countsTellVisibleInFlightAndDelayedApart() {
        bench.send(url, "one");
        bench.send(url, "two");
        bench.sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(60));
        bench.sqs.receiveMessage(r -> r.queueUrl(url));

        assertThat(bench.attribute(url, APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo("1");
        assertThat(bench.attribute(url, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("1");
        assertThat(bench.attribute(url, APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)).isEqualTo("1");
        bench.step(60);
        assertThat(bench.receive(url)).extracting(Message::body).containsExactlyInAnyOrder("one", "two", "later");
    }

    @Test
    void aMessageIsForgottenAfterTheRetentionPeriod() {
        bench.set(url, QueueAttributeName.MESSAGE_RETENTION_PERIOD, "60");
        bench.send(url, "one");

        bench.step(60);

        assertThat(bench.receive(url)).isEmpty();
        assertThat(bench.attribute(url, APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo("0");
    }

    @Test
    void aBatchWorksEachEntryByItself() {
        var sent = bench.sqs.sendMessageBatch(r -> r.queueUrl(url)
                .entries(entry("a", "one"), entry("b", "bad \u0001"), entry("c", "three")));

        assertThat(sent.successful()).extracting(e -> e.id()).containsExactly("a", "c");
        assertThat(sent.failed()).singleElement().satisfies(e -> {
            assertThat(e.id()).isEqualTo("b");
            assertThat(e.code()).isEqualTo("InvalidMessageContents");
            assertThat(e.senderFault()).isTrue();
        });

        var received = bench.receive(url);
        var deleted = bench.sqs.deleteMessageBatch(r -> r.queueUrl(url)
                .entries(
                        delete("x", received.get(0).receiptHandle()),
                        delete("y", "nonsense"),
                        delete("z", received.get(1).receiptHandle())));
        assertThat(deleted.successful()).extracting(e -> e.id()).containsExactly("x", "z");
        assertThat(deleted.failed()).extracting(e -> e.code()).containsExactly("ReceiptHandleIsInvalid");
        bench.step(3600);
        assertThat(bench.receive(url)).isEmpty();
    }

    @Test
    void aBatchHasOneToTenEntriesWithDifferentIds() {
        assertThatThrownBy(() -> bench.sqs.sendMessageBatch(r -> r.queueUrl(url).entries(List.of())))
                .isInstanceOf(EmptyBatchRequestException.class);
        assertThatThrownBy(() -> bench.sqs.sendMessageBatch(r -> r.queueUrl(url)
                        .entries(IntStream.range(0, 11).mapToObj(i -> entry("i" + i, "x")).toList())))
                .isInstanceOf(TooManyEntriesInBatchRequestException.class)
                .hasMessageContaining("You have sent 11.");
        assertThatThrownBy(() -> bench.sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entry("a", "1"), entry("a", "2"))))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    }

    @Test
    void whatCannotBeAMessageIsRefused() {
        assertThatThrownBy(() -> bench.send(url, "bell \u0007")).isInstanceOf(InvalidMessageContentsException.class);
        assertThatThrownBy(() -> bench.send(url, "")).hasMessageContaining("must contain the parameter MessageBody");
        assertThatThrownBy(() -> bench.send(url, "x".repeat((1 << 20) + 1)))
                .hasMessageContaining("Message must be shorter than 1048576 bytes");
        assertThatThrownBy(() -> bench.sqs.sendMessage(r -> r.queueUrl(url).messageBody("x").delaySeconds(901)))
                .hasMessageContaining("DelaySeconds must be >= 0 and <= 900.");
        assertThatThrownBy(() -> bench.sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(11)))
                .hasMessageContaining("Value 11 for parameter MaxNumberOfMessages is invalid.");
        assertThatThrownBy(() -> bench.sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(21)))
                .hasMessageContaining("Value 21 for parameter WaitTimeSeconds is invalid.");
    }

    @Test
    void aPurgeEmptiesAQueueOnceAMinute() {
        bench.send(url, "one");

        bench.sqs.purgeQueue(r -> r.queueUrl(url));

        assertThat(bench.receive(url)).isEmpty();
        assertThatThrownBy(() -> bench.sqs.purgeQueue(r -> r.queueUrl(url)))
                .isInstanceOf(PurgeQueueInProgressException.class);
        bench.step(60);
        bench.sqs.purgeQueue(r -> r.queueUrl(url));
    }

    @Test
    void aMessageThatNobodyCanHandleGoesToTheDeadLetterQueue() {
        var dead = bench.create("dead");
        bench.set(url, QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\",\"maxReceiveCount\":\"2\"}");
        bench.send(url, "poison");

        for (int i = 0; i < 2; i++) {
            assertThat(bench.receive(url)).hasSize(1);
            bench.step(30);
        }

        assertThat(bench.receive(url)).isEmpty();
        assertThat(bench.receive(dead)).extracting(Message::body).containsExactly("poison");
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private static DeleteMessageBatchRequestEntry delete(String id, String handle) {
        return DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(handle).build();
    }
}
