package companion.monitor.watch.push;

import static companion.monitor.watch.ScriptedHttp.error;
import static companion.monitor.watch.ScriptedHttp.json;
import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.watch.ManualClock;
import companion.monitor.watch.ScriptedHttp;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteResponse;

class ReceiverTest {
    private final Deque<HttpExecuteResponse> answers = new ArrayDeque<>();
    private HttpExecuteResponse rule = json(200, "{\"Name\":\"q\",\"State\":\"ENABLED\"}");
    private final ScriptedHttp http = new ScriptedHttp(null, operation -> switch (operation) {
        case "ReceiveMessage" -> answers.pop();
        case "DescribeRule" -> rule;
        default -> json(200, "{\"Successful\":[],\"Failed\":[]}");
    });
    private final Connection connection = Connection.receiving(
            new Target.Practice(
                    URI.create("http://127.0.0.1:1"),
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"))),
            "us-east-1",
            new CallTrace(new ManualClock(), System::nanoTime),
            http);
    private final List<String> heard = new ArrayList<>();
    private final List<PushState> states = new ArrayList<>();
    private final Receiver receiver = new Receiver(
            connection,
            "q",
            "http://127.0.0.1:1/123456789012/q",
            new Random(7),
            event -> heard.add(event.id()),
            states::add);

    @AfterEach
    void close() {
        connection.close();
    }

    private static HttpExecuteResponse messages(String... eventIds) {
        var text = new StringBuilder();
        for (var id : eventIds) {
            var body = "{\"id\":\"" + id + "\",\"source\":\"aws.codepipeline\",\"detail\":{\"pipeline\":\"P\"}}";
            text.append(text.isEmpty() ? "" : ",").append("{\"MessageId\":\"m").append(id)
                    .append("\",\"ReceiptHandle\":\"r\",\"MD5OfBody\":\"").append(md5(body))
                    .append("\",\"Body\":\"").append(body.replace("\"", "\\\"")).append("\"}");
        }
        return json(200, "{\"Messages\":[" + text + "]}");
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format("%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEventIsToldOnceHoweverOftenItIsDelivered() {
        answers.add(messages("1", "2", "1"));
        answers.add(messages("2", "3"));
        receiver.poll();
        receiver.poll();
        assertThat(heard).containsExactly("1", "2", "3");
        assertThat(http.asked())
                .containsExactly("DescribeRule", "ReceiveMessage", "DeleteMessageBatch", "ReceiveMessage", "DeleteMessageBatch");
    }

    @Test
    void anEmptyQueueIsAskedAgainAtOnceForTheQuestionItselfWaits() {
        answers.add(json(200, "{}"));
        assertThat(receiver.poll()).isEqualTo(new Receiver.Next.Again(Duration.ZERO));
        assertThat(http.asked()).containsExactly("DescribeRule", "ReceiveMessage");
        assertThat(states).containsExactly(new PushState.On());
    }

    @Test
    void aQueueThatIsGoneIsSaidAndAskedNoMore() {
        answers.add(error(400, "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist."));
        assertThat(receiver.poll()).isEqualTo(new Receiver.Next.Never());
        assertThat(states).singleElement().isInstanceOf(PushState.Lost.class);
        assertThat(states.getFirst().says()).contains("gone", "asked for");
    }

    @Test
    void aQueueThatDoesNotAnswerIsTriedAgainLaterAndLater() {
        for (int i = 0; i < 8; i++) {
            answers.add(error(500, "InternalFailure", "We encountered an internal error"));
        }
        var pauses = new ArrayList<Duration>();
        for (int i = 0; i < 8; i++) {
            pauses.add(((Receiver.Next.Again) receiver.poll()).pause());
        }
        assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(pauses.getLast()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(states).allMatch(state -> state instanceof PushState.Interrupted);
        answers.add(json(200, "{}"));
        receiver.poll();
        assertThat(states.getLast()).isEqualTo(new PushState.On());
    }

    @Test
    void aRuleThatSomebodyRemovedIsNoticedThoughTheQueueIsOnlySilent() {
        for (int i = 0; i < 40; i++) {
            answers.add(json(200, "{}"));
        }
        receiver.poll();
        assertThat(states.getLast()).isEqualTo(new PushState.On());
        rule = error(400, "ResourceNotFoundException", "Rule q does not exist on EventBus default.");
        Receiver.Next next;
        do {
            next = receiver.poll();
        } while (next instanceof Receiver.Next.Again && !answers.isEmpty());
        assertThat(next).isEqualTo(new Receiver.Next.Never());
        assertThat(states.getLast()).isInstanceOf(PushState.Lost.class);
        assertThat(http.asked()).filteredOn("DescribeRule"::equals).hasSize(2);
    }

    @Test
    void aRuleThatIsDisabledFillsNoQueue() {
        rule = json(200, "{\"Name\":\"q\",\"State\":\"DISABLED\"}");
        assertThat(receiver.poll()).isEqualTo(new Receiver.Next.Never());
        assertThat(states.getLast()).isInstanceOf(PushState.Lost.class);
    }

    @Test
    void whoMayNotLookAtRulesReceivesAllTheSame() {
        rule = error(400, "AccessDeniedException", "not authorized to perform: events:DescribeRule");
        answers.add(messages("1"));
        receiver.poll();
        assertThat(heard).containsExactly("1");
    }
}
