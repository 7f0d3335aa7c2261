package companion.practice.cloudformation.resource.queue;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.resource.TagChange;
import companion.practice.fabric.Services;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** {@code AWS::SQS::Queue}: Ref is the URL. */
public final class QueueType extends ResourceType {
    private static final String NAME = "QueueName";
    private static final String TAGS = "Tags";

    /** What an attribute is set back to when the template no longer has it; the others are taken away. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "DelaySeconds", "0",
            "MaximumMessageSize", "1048576",
            "MessageRetentionPeriod", "345600",
            "ReceiveMessageWaitTimeSeconds", "0",
            "VisibilityTimeout", "30",
            "KmsDataKeyReusePeriodSeconds", "300",
            "SqsManagedSseEnabled", "true");

    public QueueType() {
        super(
                "AWS::SQS::Queue",
                "QueueName! DelaySeconds MaximumMessageSize MessageRetentionPeriod ReceiveMessageWaitTimeSeconds"
                        + " VisibilityTimeout RedrivePolicy RedriveAllowPolicy KmsMasterKeyId"
                        + " KmsDataKeyReusePeriodSeconds SqsManagedSseEnabled Tags FifoQueue!"
                        + " ContentBasedDeduplication~ DeduplicationScope~ FifoThroughputLimit~",
                "Arn QueueName QueueUrl",
                Pace.seconds(62, 68).deleting(60));
    }

    @Override
    public @Nullable String takenName(Desired desired, Services cloud) {
        return takenIf(desired.properties().text(NAME), name -> {
            cloud.sqs().getQueueUrl(request -> request.queueName(name));
            return true;
        });
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var properties = desired.properties();
        var suffix = properties.flag("FifoQueue") ? ".fifo" : "";
        var name = properties.has(NAME) ? properties.required(NAME) : desired.generatedName(80) + suffix;
        return cloud.sqs()
                .createQueue(request -> request.queueName(name)
                        .attributesWithStrings(attributes(properties, names(properties)))
                        .tags(desired.tags()))
                .queueUrl();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        var url = resource.physicalId();
        return switch (attribute) {
            case "Arn" -> text(cloud.sqs()
                    .getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN));
            case NAME -> text(url.substring(url.lastIndexOf('/') + 1));
            case "QueueUrl" -> text(url);
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var url = current.physicalId();
        var changed = attributes(desired.properties(), changed(current.properties(), desired.properties()));
        if (!changed.isEmpty()) {
            cloud.sqs().setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(changed));
        }
        var tags = TagChange.between(current, desired);
        if (!tags.removed().isEmpty()) {
            cloud.sqs().untagQueue(request -> request.queueUrl(url).tagKeys(tags.removed()));
        }
        if (!tags.set().isEmpty()) {
            cloud.sqs().tagQueue(request -> request.queueUrl(url).tags(tags.set()));
        }
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.sqs().deleteQueue(request -> request.queueUrl(resource.physicalId()));
    }

    private static List<String> names(Properties properties) {
        return properties.tree().propertyStream().map(Map.Entry::getKey).toList();
    }

    /** As SQS takes them: texts, policies as JSON; one that the template no longer has goes back to SQS's default. */
    private static Map<String, String> attributes(Properties properties, Collection<String> names) {
        var attributes = new LinkedHashMap<String, String>();
        for (var name : names) {
            if (!name.equals(NAME) && !name.equals(TAGS)) {
                attributes.put(name, properties.has(name) ? properties.document(name) : DEFAULTS.getOrDefault(name, ""));
            }
        }
        return attributes;
    }
}
