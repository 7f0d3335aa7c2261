package companion.practice.sqs;

import companion.practice.fabric.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Sends, one message or up to ten, as SQS checks and answers them. */
final class Sending {
    private static final String TRACE = "AWSTraceHeader";

    private Sending() {}

    static SendMessageResponse send(Queue queue, SendMessageRequest request) {
        MessageRules.checkNotFifo(request.messageGroupId(), request.messageDeduplicationId());
        MessageRules.checkDelay(request.delaySeconds());
        MessageRules.check(request.messageBody(), request.messageAttributes(), queue.settings.number(QueueSettings.LARGEST));
        var system = asAttributes(request.messageSystemAttributesAsStrings());
        var sent = queue.send(
                content(request.messageBody(), request.messageAttributes(), system), request.delaySeconds());
        return SendMessageResponse.builder()
                .messageId(sent.id)
                .md5OfMessageBody(Digests.ofBody(request.messageBody()))
                .md5OfMessageAttributes(Digests.of(request.messageAttributes()))
                .md5OfMessageSystemAttributes(Digests.of(system))
                .build();
    }

    static Batch<SendMessageBatchResultEntry> send(Queue queue, List<SendMessageBatchRequestEntry> entries) {
        int size = entries.stream()
                .filter(entry -> entry.messageBody() != null)
                .mapToInt(entry -> MessageRules.size(entry.messageBody(), entry.messageAttributes()))
                .sum();
        if (size > QueueSettings.LARGEST_DEFAULT) {
            throw SqsFaults.batchTooLong(QueueSettings.LARGEST_DEFAULT, size);
        }
        return Batch.of("SendMessageBatchRequestEntry", entries, SendMessageBatchRequestEntry::id, entry -> {
            var sent = send(
                    queue,
                    SendMessageRequest.builder()
                            .messageBody(entry.messageBody())
                            .messageAttributes(entry.messageAttributes())
                            .messageSystemAttributesWithStrings(entry.messageSystemAttributesAsStrings())
                            .messageGroupId(entry.messageGroupId())
                            .messageDeduplicationId(entry.messageDeduplicationId())
                            .delaySeconds(entry.delaySeconds())
                            .build());
            return SendMessageBatchResultEntry.builder()
                    .id(entry.id())
                    .messageId(sent.messageId())
                    .md5OfMessageBody(sent.md5OfMessageBody())
                    .md5OfMessageAttributes(sent.md5OfMessageAttributes())
                    .md5OfMessageSystemAttributes(sent.md5OfMessageSystemAttributes())
                    .build();
        });
    }

    private static Map<String, MessageAttributeValue> asAttributes(Map<String, MessageSystemAttributeValue> system) {
        var attributes = new LinkedHashMap<String, MessageAttributeValue>();
        system.forEach((name, value) -> {
            if (!name.equals(TRACE) || value.stringValue() == null || !"String".equals(value.dataType())) {
                throw SqsFaults.parameter("Message system attribute name '" + name + "' is invalid.");
            }
            attributes.put(
                    name,
                    MessageAttributeValue.builder()
                            .dataType(value.dataType())
                            .stringValue(value.stringValue())
                            .build());
        });
        return attributes;
    }

    private static StoredMessage.Content content(
            String body, Map<String, MessageAttributeValue> attributes, Map<String, MessageAttributeValue> system) {
        var kept = new LinkedHashMap<String, String>();
        system.forEach((name, value) -> kept.put(name, value.stringValue()));
        var sender = Caller.CURRENT.isBound() ? Caller.CURRENT.get().userId() : "";
        return new StoredMessage.Content(body, attributes, kept, sender);
    }
}
