package companion.practice.sqs;

import companion.practice.fabric.LongPoll;
import companion.practice.fabric.QueueDelivery;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueResponse;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueResponse;

/**
 * Amazon SQS of one region: standard queues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/">SQS API reference</a>
 */
public final class PracticeSqs implements SqsClient, LongPoll.Room, QueueDelivery {
    private static final int TAGS = 50;

    private final Place place;
    private final Queues queues;
    private final Receiving receiving;
    private final Visibility visibility;

    /** @param endpoint where queue URLs point */
    public PracticeSqs(World world, Place place, Supplier<URI> endpoint) {
        this.place = place;
        this.queues = new Queues(world, place, endpoint);
        this.receiving = new Receiving(world, queues);
        this.visibility = new Visibility(world);
    }

    @Override
    public CreateQueueResponse createQueue(CreateQueueRequest request) {
        requireFewEnough(request.tags());
        var queue = queues.create(request.queueName(), request.attributesAsStrings(), request.tags());
        return CreateQueueResponse.builder().queueUrl(queues.url(queue)).build();
    }

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        var owner = request.queueOwnerAWSAccountId();
        if (request.queueName() == null) {
            throw SqsFaults.missing("QueueName");
        }
        var queue = owner == null || owner.equals(place.account()) ? queues.named(request.queueName()) : null;
        if (queue == null) {
            throw SqsFaults.noQueue();
        }
        return GetQueueUrlResponse.builder().queueUrl(queues.url(queue)).build();
    }

    @Override
    public ListQueuesResponse listQueues(ListQueuesRequest request) {
        var prefix = request.queueNamePrefix() == null ? "" : request.queueNamePrefix();
        var page = Page.of(
                queues.all().stream().filter(queue -> queue.name.startsWith(prefix)).toList(),
                request.nextToken(),
                request.maxResults());
        return ListQueuesResponse.builder()
                .queueUrls(page.items().isEmpty() ? null : page.items().stream().map(queues::url).toList())
                .nextToken(page.nextToken())
                .build();
    }

    @Override
    public DeleteQueueResponse deleteQueue(DeleteQueueRequest request) {
        queues.delete(queues.at(request.queueUrl()));
        return DeleteQueueResponse.builder().build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        var queue = queues.at(request.queueUrl());
        var asked = request.attributeNamesAsStrings();
        var all = QueueView.of(queue);
        for (var name : asked) {
            if (!name.equals("All") && !all.containsKey(name) && !QueueSettings.isKnown(name)) {
                throw SqsFaults.unknownAttribute(name);
            }
        }
        if (!asked.contains("All")) {
            all.keySet().retainAll(asked);
        }
        return GetQueueAttributesResponse.builder()
                .attributesWithStrings(all.isEmpty() ? null : all)
                .build();
    }

    @Override
    public SetQueueAttributesResponse setQueueAttributes(SetQueueAttributesRequest request) {
        var queue = queues.at(request.queueUrl());
        if (request.attributesAsStrings().isEmpty()) {
            throw SqsFaults.missing("Attribute.Name");
        }
        queue.change(request.attributesAsStrings());
        return SetQueueAttributesResponse.builder().build();
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return Sending.send(queues.at(request.queueUrl()), request);
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        var done = Sending.send(queues.at(request.queueUrl()), request.entries());
        return SendMessageBatchResponse.builder()
                .successful(done.successful())
                .failed(done.failed().isEmpty() ? null : done.failed())
                .build();
    }

    /** Long polling happens before: see {@link #longPoll}. */
    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        var queue = queues.at(request.queueUrl());
        Receiving.check(request);
        var messages = receiving.receive(queue, request);
        return ReceiveMessageResponse.builder()
                .messages(messages.isEmpty() ? null : messages)
                .build();
    }

    @Override
    public @Nullable LongPoll longPoll(SdkPojo request) {
        if (!(request instanceof ReceiveMessageRequest receive)) {
            return null;
        }
        var queue = queues.at(receive.queueUrl());
        Receiving.check(receive);
        int wait = receive.waitTimeSeconds() == null
                ? queue.settings.number(QueueSettings.WAIT)
                : receive.waitTimeSeconds();
        return new LongPoll(
                queue::isWorthReceiving,
                Duration.ofSeconds(wait),
                ReceiveMessageResponse.builder().build());
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        visibility.delete(queues.at(request.queueUrl()), request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
        var queue = queues.at(request.queueUrl());
        var done = Batch.of(
                "DeleteMessageBatchRequestEntry",
                request.entries(),
                DeleteMessageBatchRequestEntry::id,
                entry -> {
                    visibility.delete(queue, entry.receiptHandle());
                    return DeleteMessageBatchResultEntry.builder().id(entry.id()).build();
                });
        return DeleteMessageBatchResponse.builder()
                .successful(done.successful())
                .failed(done.failed().isEmpty() ? null : done.failed())
                .build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        visibility.change(queues.at(request.queueUrl()), request.receiptHandle(), request.visibilityTimeout());
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        var queue = queues.at(request.queueUrl());
        var done = Batch.of(
                "ChangeMessageVisibilityBatchRequestEntry",
                request.entries(),
                ChangeMessageVisibilityBatchRequestEntry::id,
                entry -> {
                    visibility.change(queue, entry.receiptHandle(), entry.visibilityTimeout());
                    return ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build();
                });
        return ChangeMessageVisibilityBatchResponse.builder()
                .successful(done.successful())
                .failed(done.failed().isEmpty() ? null : done.failed())
                .build();
    }

    @Override
    public PurgeQueueResponse purgeQueue(PurgeQueueRequest request) {
        queues.at(request.queueUrl()).purge();
        return PurgeQueueResponse.builder().build();
    }

    @Override
    public TagQueueResponse tagQueue(TagQueueRequest request) {
        var queue = queues.at(request.queueUrl());
        var tags = new LinkedHashMap<>(queue.tags);
        tags.putAll(request.tags());
        requireFewEnough(tags);
        queue.tags.putAll(request.tags());
        return TagQueueResponse.builder().build();
    }

    @Override
    public UntagQueueResponse untagQueue(UntagQueueRequest request) {
        queues.at(request.queueUrl()).tags.keySet().removeAll(request.tagKeys());
        return UntagQueueResponse.builder().build();
    }

    @Override
    public ListQueueTagsResponse listQueueTags(ListQueueTagsRequest request) {
        var tags = queues.at(request.queueUrl()).tags;
        return ListQueueTagsResponse.builder().tags(tags.isEmpty() ? null : tags).build();
    }

    @Override
    public boolean send(String queueArn, String service, String sourceArn, String body) {
        var queue = queues.withArn(queueArn);
        var text = queue == null ? null : queue.settings.text(QueueSettings.POLICY);
        var policy = text == null ? null : QueuePolicy.parse(text);
        var context = Map.of("aws:SourceArn", sourceArn, "aws:SourceAccount", place.account());
        if (queue == null
                || policy == null
                || !policy.letsSend(service, queueArn, context)
                || MessageRules.size(body, Map.of()) > queue.settings.number(QueueSettings.LARGEST)) {
            return false;
        }
        queue.send(new StoredMessage.Content(body, Map.of(), Map.of(), service), null);
        return true;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private static void requireFewEnough(Map<String, String> tags) {
        if (tags.size() > TAGS) {
            throw SqsFaults.parameter("Too many tags. A queue can have up to " + TAGS + ".");
        }
    }
}
