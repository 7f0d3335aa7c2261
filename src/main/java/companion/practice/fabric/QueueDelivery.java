package companion.practice.fabric;

/** How services put messages into the SQS queues of their region, where no role stands between: by the queue's policy. */
@FunctionalInterface
public interface QueueDelivery {

    /**
     * Sends a message if the queue's policy lets the service call {@code sqs:SendMessage}.
     *
     * @param service for example {@code events.amazonaws.com}
     * @param sourceArn in whose name it sends ({@code aws:SourceArn}), for example the rule's ARN
     * @return false if there is no such queue, it does not let the service in, or the message is too long
     */
    boolean send(String queueArn, String service, String sourceArn, String body);
}
