package companion.monitor.watch.push;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Reads a queue of events with long polls: tells each event once, and takes it off the queue. While nothing comes it looks now
 * and then whether the rule that fills the queue is still there. An idle queue costs three to four requests a minute.
 */
final class Receiver {
    private static final int LONG_POLL_SECONDS = 20;
    private static final int MESSAGES = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Five minutes of long polls without a message, at most. */
    private static final int EMPTY_POLLS = 15;

    private final Connection connection;
    private final String rule;
    private final String queueUrl;
    private final RandomGenerator random;
    private final Consumer<CloudEvent> events;
    private final Consumer<PushState> states;
    private final SeenIds seen = new SeenIds();
    private int failures;
    private int empty = EMPTY_POLLS;

    /** @param rule the name of the one that fills the queue */
    Receiver(
            Connection connection,
            String rule,
            String queueUrl,
            RandomGenerator random,
            Consumer<CloudEvent> events,
            Consumer<PushState> states) {
        this.connection = connection;
        this.rule = rule;
        this.queueUrl = queueUrl;
        this.random = random;
        this.events = events;
        this.states = states;
    }

    /** What comes after a poll. */
    sealed interface Next {
        record Again(Duration pause) implements Next {}

        record Never() implements Next {}
    }

    /** One long poll. */
    Next poll() {
        try {
            if (empty >= EMPTY_POLLS) {
                checkRule();
                empty = 0;
            }
            var messages = connection
                    .sqs()
                    .receiveMessage(request -> request.queueUrl(queueUrl)
                            .waitTimeSeconds(LONG_POLL_SECONDS)
                            .maxNumberOfMessages(MESSAGES))
                    .messages();
            failures = 0;
            states.accept(new PushState.On());
            if (messages.isEmpty()) {
                empty++;
            } else {
                empty = 0;
                messages.forEach(this::tell);
                takeOff(messages);
            }
            return new Next.Again(Duration.ZERO);
        } catch (QueueDoesNotExistException | ResourceNotFoundException e) {
            states.accept(new PushState.Lost(AwsErrors.code(e), AwsErrors.message(e)));
            return new Next.Never();
        } catch (AbortedException e) {
            return new Next.Never();
        } catch (SdkException e) {
            states.accept(new PushState.Interrupted(AwsErrors.code(e), AwsErrors.message(e)));
            return new Next.Again(pause());
        }
    }

    /** A queue that nobody fills is as silent as an account in which nothing happens. */
    private void checkRule() {
        try {
            var found = connection.eventBridge().describeRule(request -> request.name(rule));
            if (found.state() == RuleState.DISABLED) {
                throw ResourceNotFoundException.builder()
                        .message("Rule " + rule + " is disabled.")
                        .build();
            }
        } catch (ResourceNotFoundException e) {
            throw e;
        } catch (EventBridgeException e) {
            // One who may receive need not be one who may look at rules.
            if (!AwsErrors.isFinal(e)) {
                throw e;
            }
        }
    }

    private void tell(Message message) {
        CloudEvent.parse(message.body()).filter(event -> seen.add(event.id())).ifPresent(events);
    }

    private void takeOff(List<Message> messages) {
        connection.sqs()
                .deleteMessageBatch(request -> request.queueUrl(queueUrl)
                        .entries(messages.stream()
                                .map(message -> DeleteMessageBatchRequestEntry.builder()
                                        .id(message.messageId())
                                        .receiptHandle(message.receiptHandle())
                                        .build())
                                .toList()));
    }

    private Duration pause() {
        long whole = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
