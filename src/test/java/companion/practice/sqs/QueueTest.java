package companion.practice.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.ALL;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDeletedRecentlyException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

class QueueTest {
    private final SqsBench bench = new SqsBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aQueueIsFoundByNameAndByItsUrl() {
        var url = bench.create("jobs");

        assertThat(url).isEqualTo(bench.endpoint() + "/123456789012/jobs");
        assertThat(bench.sqs.getQueueUrl(r -> r.queueName("jobs")).queueUrl()).isEqualTo(url);
        assertThat(bench.attribute(url, QUEUE_ARN)).isEqualTo("arn:aws:sqs:us-east-1:123456789012:jobs");
    }

    @Test
    void creatingItAgainTheSameIsFineAndOtherwiseIsNot() {
        var url = bench.create("jobs", Map.of(VISIBILITY_TIMEOUT, "60"));

        assertThat(bench.create("jobs", Map.of(VISIBILITY_TIMEOUT, "60"))).isEqualTo(url);
        assertThat(bench.create("jobs")).isEqualTo(url);
        assertThatThrownBy(() -> bench.create("jobs", Map.of(VISIBILITY_TIMEOUT, "61")))
                .isInstanceOf(QueueNameExistsException.class)
                .hasMessageContaining("A queue already exists with the same name and a different value for attribute "
                        + "VisibilityTimeout");
    }

    @Test
    void anErrorHasTheCodeThatClientsKnowFromTheQueryProtocol() {
        assertThatThrownBy(() -> bench.sqs.getQueueUrl(r -> r.queueName("none")))
                .isInstanceOf(QueueDoesNotExistException.class)
                .satisfies(e -> assertThat(((AwsServiceException) e).awsErrorDetails().errorCode())
                        .isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
    }

    @Test
    void defaultsAreThoseOfAws() {
        var url = bench.create("jobs");

        var all = bench.sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(ALL)).attributesAsStrings();

        assertThat(all)
                .containsEntry("VisibilityTimeout", "30")
                .containsEntry("MessageRetentionPeriod", "345600")
                .containsEntry("MaximumMessageSize", "1048576")
                .containsEntry("DelaySeconds", "0")
                .containsEntry("ReceiveMessageWaitTimeSeconds", "0")
                .containsEntry("ApproximateNumberOfMessages", "0")
                .containsEntry("SqsManagedSseEnabled", "true")
                .doesNotContainKey("Policy");
    }

    @Test
    void aPolicyIsKeptAsGivenAndTakenAwayByAnEmptyOne() {
        var url = bench.create("jobs");
        var policy = SqsBench.policy(url, "*");

        bench.set(url, QueueAttributeName.POLICY, policy);
        assertThat(bench.attribute(url, QueueAttributeName.POLICY)).isEqualTo(policy);

        bench.set(url, QueueAttributeName.POLICY, "");
        assertThat(bench.sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.POLICY))
                        .hasAttributes())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VisibilityTimeout             | 43201
            MessageRetentionPeriod        | 59
            ReceiveMessageWaitTimeSeconds | 21
            DelaySeconds                  | soon
            MaximumMessageSize            | 1048577
            Policy                        | {"Statement":[]}
            Policy                        | no JSON
            RedrivePolicy                 | {"maxReceiveCount":3}
            """)
    void aValueOutsideOfItsLimitsIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> bench.sqs.createQueue(r -> r.queueName("q").attributesWithStrings(Map.of(name, value))))
                .isInstanceOf(InvalidAttributeValueException.class)
                .hasMessageContaining("Invalid value for the parameter " + name + ".");
    }

    @Test
    void attributesThatSqsDoesNotHaveAreRefused() {
        assertThatThrownBy(() -> bench.sqs.createQueue(r -> r.queueName("q").attributesWithStrings(Map.of("Size", "1"))))
                .isInstanceOf(InvalidAttributeNameException.class)
                .hasMessageContaining("Unknown Attribute Size.");
    }

    @Test
    void aFifoQueueIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> bench.create("jobs.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("standard queues")
                .hasMessageContaining("real account");
    }

    @ParameterizedTest
    @CsvSource({"a b", "x/y", "ä"})
    void aNameIsOfLettersDigitsAndDashes(String name) {
        assertThatThrownBy(() -> bench.create(name))
                .hasMessageContaining("Can only include alphanumeric characters, hyphens, or underscores.");
    }

    @Test
    void aDeletedQueueIsGoneAndItsNameRestsForAMinute() {
        var url = bench.create("jobs");

        bench.sqs.deleteQueue(r -> r.queueUrl(url));

        assertThatThrownBy(() -> bench.sqs.purgeQueue(r -> r.queueUrl(url))).isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> bench.create("jobs")).isInstanceOf(QueueDeletedRecentlyException.class);
        bench.step(60);
        assertThat(bench.create("jobs")).isEqualTo(url);
    }

    @Test
    void queuesAreListedByNameInPages() {
        for (var name : new String[] {"b", "a", "c", "other"}) {
            bench.create(name);
        }

        var first = bench.sqs.listQueues(r -> r.maxResults(2));
        var second = bench.sqs.listQueues(r -> r.maxResults(2).nextToken(first.nextToken()));

        assertThat(first.queueUrls()).extracting(SqsBench::name).containsExactly("a", "b");
        assertThat(second.queueUrls()).extracting(SqsBench::name).containsExactly("c", "other");
        assertThat(second.nextToken()).isNull();
        assertThat(bench.sqs.listQueues(r -> r.queueNamePrefix("o")).queueUrls())
                .extracting(SqsBench::name)
                .containsExactly("other");
    }

    @Test
    void tagsComeAndGo() {
        var url = bench.create("jobs");

        bench.sqs.tagQueue(r -> r.queueUrl(url).tags(Map.of("team", "a", "env", "dev")));
        bench.sqs.untagQueue(r -> r.queueUrl(url).tagKeys("env"));

        assertThat(bench.sqs.listQueueTags(r -> r.queueUrl(url)).tags()).isEqualTo(Map.of("team", "a"));
    }
}
