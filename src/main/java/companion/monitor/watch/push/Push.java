package companion.monitor.watch.push;

import companion.aws.CliCommand;
import companion.aws.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Has an account tell what changes, on request: shows the calls that this takes before they are made, makes the rule and its
 * queue, receives, and removes both. Thread-safe; what calls AWS says so and waits for it.
 */
public final class Push implements AutoCloseable {
    private final Connection connection;
    private final String name;
    private final RandomGenerator random;
    private final Consumer<CloudEvent> events;
    private final Consumer<PushState> states;
    private volatile PushState state = new PushState.Off();
    private volatile @Nullable Object current;
    private @Nullable Thread receiving;

    /** A call that would be made. */
    public record PlannedCall(String operation, String command) {}

    /**
     * Calls nothing yet.
     *
     * @param connection that may write; its calls show in its trace
     * @param name of the rule and of the queue
     * @param states told each change, on any thread
     */
    public Push(
            Connection connection,
            String name,
            RandomGenerator random,
            Consumer<CloudEvent> events,
            Consumer<PushState> states) {
        this.connection = connection;
        this.name = name;
        this.random = random;
        this.events = events;
        this.states = states;
    }

    public PushState state() {
        return state;
    }

    /** What {@link #turnOn} would call. Asks STS who calls, unless that is known. */
    public List<PlannedCall> planOn() {
        return planned(PushRoute.of(connection, name).creation());
    }

    /** What {@link #turnOff} would call. Asks who calls and where the queue is. */
    public List<PlannedCall> planOff() {
        return queueUrl()
                .map(url -> planned(PushRoute.of(connection, name).removal(url)))
                .orElse(List.of());
    }

    /**
     * Makes the rule and the queue, and receives from then on.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as AWS answers; what was made before stays, and turning on
     *     again goes on from there
     */
    public synchronized void turnOn() {
        PushRoute.of(connection, name).creation().forEach(this::call);
        receive(queueUrl().orElseThrow());
    }

    /**
     * Goes on receiving if the queue of an earlier time is still there.
     *
     * @return whether it is
     */
    public synchronized boolean resume() {
        var url = queueUrl();
        url.ifPresent(this::receive);
        return url.isPresent();
    }

    /**
     * Removes the rule and the queue. What is gone already is no error.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as AWS answers
     */
    public synchronized void turnOff() {
        stop();
        try {
            var route = PushRoute.of(connection, name);
            var url = queueUrl();
            route.removal(url.orElse("")).stream()
                    .filter(request -> url.isPresent() || !(request instanceof DeleteQueueRequest))
                    .forEach(this::callUnlessGone);
        } finally {
            change(new PushState.Off());
        }
    }

    /** Ends receiving; the rule and the queue stay. */
    @Override
    public synchronized void close() {
        stop();
    }

    private List<PlannedCall> planned(List<SdkPojo> requests) {
        return requests.stream()
                .map(request -> new PlannedCall(
                        request.getClass().getSimpleName().replaceFirst("Request$", ""),
                        CliCommand.of(request, connection.region())))
                .toList();
    }

    private Optional<String> queueUrl() {
        try {
            return Optional.of(connection.sqs().getQueueUrl(request -> request.queueName(name)).queueUrl());
        } catch (QueueDoesNotExistException e) {
            return Optional.empty();
        }
    }

    private void callUnlessGone(SdkPojo request) {
        try {
            call(request);
        } catch (ResourceNotFoundException | QueueDoesNotExistException e) {
            // It is to be gone, and it is.
        }
    }

    private void call(SdkPojo request) {
        switch (request) {
            case CreateQueueRequest create -> connection.sqs().createQueue(create);
            case PutRuleRequest rule -> connection.eventBridge().putRule(rule);
            case PutTargetsRequest targets ->
                connection.eventBridge().putTargets(targets).failedEntries().stream()
                        .findFirst()
                        .ifPresent(failed -> refused(failed.errorCode(), failed.errorMessage()));
            case RemoveTargetsRequest targets ->
                connection.eventBridge().removeTargets(targets).failedEntries().stream()
                        .findFirst()
                        .ifPresent(failed -> refused(failed.errorCode(), failed.errorMessage()));
            case DeleteRuleRequest rule -> connection.eventBridge().deleteRule(rule);
            case DeleteQueueRequest queue -> connection.sqs().deleteQueue(queue);
            default -> throw new IllegalArgumentException(request.getClass() + " is no part of a route");
        }
    }

    /** EventBridge says of a target inside an answer that went well that it could not be put or removed. */
    private static void refused(String code, String message) {
        throw EventBridgeException.builder()
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("EventBridge")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    private void receive(String url) {
        stop();
        change(new PushState.On());
        var session = new Object();
        current = session;
        var receiver = new Receiver(
                connection, name, url, random, events, now -> {
                    // A long poll may come back after it was stopped.
                    if (current == session) {
                        change(now);
                    }
                });
        receiving = Thread.ofVirtual().name("push-" + connection.region()).start(() -> {
            try {
                while (!Thread.interrupted() && receiver.poll() instanceof Receiver.Next.Again(Duration pause)) {
                    Thread.sleep(pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void stop() {
        if (receiving != null) {
            receiving.interrupt();
            current = null;
            receiving = null;
        }
    }

    private void change(PushState now) {
        if (!now.equals(state)) {
            state = now;
            states.accept(now);
        }
    }
}
