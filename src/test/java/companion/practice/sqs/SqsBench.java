package companion.practice.sqs;

import companion.practice.fabric.Credentials;
import companion.practice.fabric.QueueDelivery;
import companion.practice.wire.AwsService;
import companion.practice.wire.TestDoor;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The SQS room behind a front door, with a clock that the test turns. */
final class SqsBench implements AutoCloseable {
    private final AtomicReference<URI> endpoint = new AtomicReference<>();
    private final TestDoor door;
    private final PracticeSqs room;
    final SqsClient sqs;

    SqsBench() {
        var made = new AtomicReference<PracticeSqs>();
        this.door = TestDoor.inWorld(world -> {
            made.set(new PracticeSqs(world, new Place(TestDoor.ACCOUNT, "us-east-1"), endpoint::get));
            return Map.of(AwsService.SQS, made.get());
        });
        this.room = made.get();
        endpoint.set(door.endpoint());
        this.sqs = door.client(SqsClient.builder());
    }

    URI endpoint() {
        return door.endpoint();
    }

    Credentials.Key learner() {
        return door.credentials().learner();
    }

    World world() {
        return door.world();
    }

    QueueDelivery delivery() {
        return (arn, service, source, body) -> {
            try {
                return Boolean.TRUE.equals(world().read(() -> room.send(arn, service, source, body)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    String create(String name) {
        return create(name, Map.of());
    }

    String create(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    }

    String attribute(String url, QueueAttributeName name) {
        return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(name)).attributes().get(name);
    }

    void set(String url, QueueAttributeName name, String value) {
        sqs.setQueueAttributes(r -> r.queueUrl(url).attributes(Map.of(name, value)));
    }

    String send(String url, String body) {
        return sqs.sendMessage(r -> r.queueUrl(url).messageBody(body)).messageId();
    }

    List<Message> receive(String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
    }

    void step(long seconds) {
        door.world().step(Duration.ofSeconds(seconds));
    }

    static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Lets EventBridge send for rules whose ARN is like the given one. */
    static String policy(String url, String ruleArn) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},\
                "Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:123456789012:%s",\
                "Condition":{"ArnLike":{"aws:SourceArn":"%s"}}}]}""".formatted(name(url), ruleArn);
    }

    @Override
    public void close() {
        sqs.close();
        door.close();
    }
}
