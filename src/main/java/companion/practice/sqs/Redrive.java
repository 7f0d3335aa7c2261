package companion.practice.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * A {@code RedrivePolicy}: where messages go that were received in vain too often.
 *
 * @param target the ARN of the dead-letter queue
 * @param receives after how many receives a message goes there
 */
record Redrive(String target, int receives) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1000;

    /** Null if it is not one. */
    static @Nullable Redrive parse(String text) {
        try {
            var tree = JSON.readTree(text);
            var target = tree.path("deadLetterTargetArn").asText();
            // It may be written as a number or as a text.
            int receives = tree.path("maxReceiveCount").asInt(0);
            return target.startsWith("arn:aws:sqs:") && receives >= 1 && receives <= MOST
                    ? new Redrive(target, receives)
                    : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
