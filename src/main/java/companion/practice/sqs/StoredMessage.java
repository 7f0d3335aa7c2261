package companion.practice.sqs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A message in a queue. */
final class StoredMessage {
    final String id;
    final Content content;
    final Instant sent;

    /** From when on it can be received. */
    Instant visibleFrom;

    int receives;
    @Nullable Instant firstReceived;
    /** The queue it was moved from, if it was; an ARN. */
    @Nullable String deadLetterSource;

    /**
     * What was sent.
     *
     * @param systemAttributes {@code AWSTraceHeader} or none
     * @param sender the unique id of who sent it
     */
    record Content(
            String body,
            Map<String, MessageAttributeValue> attributes,
            Map<String, String> systemAttributes,
            String sender) {}

    StoredMessage(String id, Content content, Instant sent, Instant visibleFrom) {
        this.id = id;
        this.content = content;
        this.sent = sent;
        this.visibleFrom = visibleFrom;
    }

    boolean isVisible(Instant now) {
        return !visibleFrom.isAfter(now);
    }

    /** Whether somebody has it, and it will be seen again if it is not deleted. */
    boolean isInFlight(Instant now) {
        return receives > 0 && !isVisible(now);
    }
}
