package companion.practice.sqs;

import companion.practice.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** Receives: takes visible messages, hides them, and shows them with what was asked for of them. */
final class Receiving {
    private static final int MOST = 10;
    private static final int LONGEST_WAIT = 20;
    private static final Set<String> ASKABLE = Set.of(
            "All",
            "SenderId",
            "SentTimestamp",
            "ApproximateReceiveCount",
            "ApproximateFirstReceiveTimestamp",
            "SequenceNumber",
            "MessageDeduplicationId",
            "MessageGroupId",
            "AWSTraceHeader",
            "DeadLetterQueueSourceArn");

    private final World world;
    private final Queues queues;

    Receiving(World world, Queues queues) {
        this.world = world;
        this.queues = queues;
    }

    /** Throws what SQS refuses about the request, whether there are messages or not. */
    static void check(ReceiveMessageRequest request) {
        within(request.maxNumberOfMessages(), 1, MOST, "MaxNumberOfMessages", "Must be between 1 and 10, if provided.");
        within(request.waitTimeSeconds(), 0, LONGEST_WAIT, "WaitTimeSeconds", "Must be >= 0 and <= 20, if provided.");
        Visibility.check(request.visibilityTimeout());
        for (var name : asked(request)) {
            if (!ASKABLE.contains(name) && !QueueSettings.isKnown(name)) {
                throw SqsFaults.unknownAttribute(name);
            }
        }
    }

    List<Message> receive(Queue queue, ReceiveMessageRequest request) {
        int most = request.maxNumberOfMessages() == null ? 1 : request.maxNumberOfMessages();
        int hidden = request.visibilityTimeout() == null
                ? queue.settings.number(QueueSettings.VISIBILITY)
                : request.visibilityTimeout();
        var received = new ArrayList<Message>();
        for (var message : queue.visible()) {
            if (received.size() == most) {
                break;
            }
            if (!movedAway(queue, message)) {
                message.receives++;
                if (message.firstReceived == null) {
                    message.firstReceived = world.now();
                }
                queue.hide(message, hidden);
                received.add(shown(queue, message, request));
            }
        }
        return received;
    }

    /** Whether it was received in vain so often that it now goes to the dead-letter queue. */
    private boolean movedAway(Queue queue, StoredMessage message) {
        var text = queue.settings.text(QueueSettings.REDRIVE);
        var redrive = text == null ? null : Redrive.parse(text);
        var target = redrive == null ? null : queues.withArn(redrive.target());
        if (target == null || message.receives < redrive.receives()) {
            return false;
        }
        queue.give(message);
        target.moveHere(message, queue.arn);
        return true;
    }

    private static Message shown(Queue queue, StoredMessage message, ReceiveMessageRequest request) {
        var attributes = chosen(message.content.attributes(), request.messageAttributeNames());
        return Message.builder()
                .messageId(message.id)
                .receiptHandle(new ReceiptHandle(message.id, message.receives).text(queue.arn))
                .body(message.content.body())
                .md5OfBody(Digests.ofBody(message.content.body()))
                .attributes(systemAttributes(message, asked(request)))
                .messageAttributes(attributes.isEmpty() ? null : attributes)
                .md5OfMessageAttributes(Digests.of(attributes))
                .build();
    }

    /** Also under the name that was replaced, which many clients still send. */
    @SuppressWarnings("deprecation")
    private static List<String> asked(ReceiveMessageRequest request) {
        var names = new ArrayList<>(request.messageSystemAttributeNamesAsStrings());
        names.addAll(request.attributeNamesAsStrings());
        return names;
    }

    private static @Nullable Map<MessageSystemAttributeName, String> systemAttributes(
            StoredMessage message, List<String> asked) {
        var all = new LinkedHashMap<String, String>();
        all.put("SenderId", message.content.sender());
        all.put("SentTimestamp", Long.toString(message.sent.toEpochMilli()));
        all.put("ApproximateReceiveCount", Integer.toString(message.receives));
        if (message.firstReceived != null) {
            all.put("ApproximateFirstReceiveTimestamp", Long.toString(message.firstReceived.toEpochMilli()));
        }
        if (message.deadLetterSource != null) {
            all.put("DeadLetterQueueSourceArn", message.deadLetterSource);
        }
        all.putAll(message.content.systemAttributes());
        var chosen = new LinkedHashMap<MessageSystemAttributeName, String>();
        all.forEach((name, value) -> {
            if (asked.contains("All") || asked.contains(name)) {
                chosen.put(MessageSystemAttributeName.fromValue(name), value);
            }
        });
        return chosen.isEmpty() ? null : chosen;
    }

    /** By name, by {@code prefix.*}, or all of them. */
    private static Map<String, MessageAttributeValue> chosen(
            Map<String, MessageAttributeValue> attributes, List<String> names) {
        var chosen = new LinkedHashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) -> {
            if (names.stream().anyMatch(wanted -> wanted.equals("All")
                    || wanted.equals(name)
                    || wanted.endsWith(".*") && name.startsWith(wanted.substring(0, wanted.length() - 2)))) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }

    private static void within(@Nullable Integer value, int least, int most, String name, String reason) {
        if (value != null && (value < least || value > most)) {
            throw SqsFaults.parameter(value, name, reason);
        }
    }
}
