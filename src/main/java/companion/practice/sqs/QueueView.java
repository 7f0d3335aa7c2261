package companion.practice.sqs;

import java.util.LinkedHashMap;
import java.util.Map;

/** A queue as GetQueueAttributes shows it, by attribute name. */
final class QueueView {
    private QueueView() {}

    static Map<String, String> of(Queue queue) {
        var all = new LinkedHashMap<String, String>();
        var counts = queue.counts();
        all.put("QueueArn", queue.arn);
        all.put("ApproximateNumberOfMessages", Integer.toString(counts.visible()));
        all.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()));
        all.put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
        all.put("CreatedTimestamp", Long.toString(queue.created.getEpochSecond()));
        all.put("LastModifiedTimestamp", Long.toString(queue.modified.getEpochSecond()));
        all.putAll(queue.settings.shown());
        return all;
    }
}
