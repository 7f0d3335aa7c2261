package companion.practice.cloudformation.resource.queue;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** {@code AWS::SQS::QueuePolicy}: one policy for some queues; Ref is a generated name. */
public final class QueuePolicyType extends ResourceType {
    private static final String QUEUES = "Queues";

    public QueuePolicyType() {
        super("AWS::SQS::QueuePolicy", "Queues* PolicyDocument*", "Id", Pace.seconds(2, 4));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        put(desired.properties().texts(QUEUES), desired.properties().document("PolicyDocument"), cloud);
        return desired.generatedName(100);
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Id") ? text(resource.physicalId()) : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var queues = desired.properties().texts(QUEUES);
        take(current.properties().texts(QUEUES).stream().filter(queue -> !queues.contains(queue)).toList(), cloud);
        put(queues, desired.properties().document("PolicyDocument"), cloud);
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        take(resource.properties().texts(QUEUES), cloud);
    }

    private static void put(List<String> queues, String policy, Services cloud) {
        for (var queue : queues) {
            cloud.sqs()
                    .setQueueAttributes(request ->
                            request.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, policy)));
        }
    }

    /** A queue that is gone has no policy any more, and the others still have to lose it. */
    private static void take(List<String> queues, Services cloud) {
        for (var queue : queues) {
            try {
                put(List.of(queue), "", cloud);
            } catch (AwsServiceException failure) {
                if (!FailureReason.isGone(failure)) {
                    throw failure;
                }
            }
        }
    }
}
