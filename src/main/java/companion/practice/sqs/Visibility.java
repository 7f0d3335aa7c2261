package companion.practice.sqs;

import companion.practice.world.World;
import org.jspecify.annotations.Nullable;

/** Deletes messages that were received, and changes how long they stay hidden. */
final class Visibility {
    private final World world;

    Visibility(World world) {
        this.world = world;
    }

    static void check(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > QueueSettings.VISIBILITY_LIMIT)) {
            throw SqsFaults.parameter(seconds, "VisibilityTimeout",
                    "VisibilityTimeout must be an integer between 0 and " + QueueSettings.VISIBILITY_LIMIT + ".");
        }
    }

    /** Deleting what is gone, or with the handle of an earlier receive, is fine and does nothing. */
    void delete(Queue queue, @Nullable String handle) {
        var message = queue.find(parsed(queue, handle));
        if (message != null) {
            queue.give(message);
        }
    }

    void change(Queue queue, @Nullable String handle, @Nullable Integer seconds) {
        if (seconds == null) {
            throw SqsFaults.missing("VisibilityTimeout");
        }
        check(seconds);
        var message = queue.find(parsed(queue, handle));
        if (message == null || !message.isInFlight(world.now())) {
            throw SqsFaults.parameter(String.valueOf(handle), "ReceiptHandle",
                    "Message does not exist or is not available for visibility timeout change.");
        }
        queue.hide(message, seconds);
    }

    private static ReceiptHandle parsed(Queue queue, @Nullable String handle) {
        if (handle == null || handle.isEmpty()) {
            throw SqsFaults.missing("ReceiptHandle");
        }
        return ReceiptHandle.parse(handle, queue.arn);
    }
}
