/**
 * Amazon SQS of one region: standard queues, long polling, visibility timeouts on the cloud's clock, dead-letter queues, and
 * queue policies as far as they let services send.
 *
 * <p>A receive that takes messages is a command like any other; one that waits, or finds nothing, leaves no trace ({@link
 * companion.practice.fabric.LongPoll}). It knows {@code world} and {@code fabric} only.
 */
@NullMarked
package companion.practice.sqs;

import org.jspecify.annotations.NullMarked;
