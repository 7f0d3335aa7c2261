package companion.practice.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

class PracticeLogsTest {
    private final World world = TestWorlds.paused();
    private final PracticeLogs logs = new PracticeLogs(world, new Place("123456789012", "us-east-1"));

    @BeforeEach
    void aGroupWithAStream() {
        logs.createLogGroup(request -> request.logGroupName("g"));
        logs.createLogStream(request -> request.logGroupName("g").logStreamName("s"));
    }

    private void put(String stream, String... messages) {
        long now = world.now().toEpochMilli();
        logs.putLogEvents(request -> request.logGroupName("g")
                .logStreamName(stream)
                .logEvents(Arrays.stream(messages)
                        .map(message -> InputLogEvent.builder()
                                .timestamp(now)
                                .message(message)
                                .build())
                        .toList()));
    }

    @Test
    void knowsWhatExistsAlreadyAndWhatDoesNot() {
        assertThatThrownBy(() -> logs.createLogGroup(request -> request.logGroupName("g")))
                .isInstanceOf(ResourceAlreadyExistsException.class)
                .hasMessageContaining("The specified log group already exists");
        assertThatThrownBy(() -> logs.deleteLogGroup(request -> request.logGroupName("x")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log group does not exist.");
        assertThatThrownBy(() ->
                        logs.getLogEvents(request -> request.logGroupName("g").logStreamName("x")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log stream does not exist.");
        assertThatThrownBy(() -> logs.createLogGroup(request -> request.logGroupName("no good")))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void readsForwardsFromTheHeadUntilTheTokenStaysTheSame() {
        put("s", "1", "2", "3");
        var first = logs.getLogEvents(request ->
                request.logGroupName("g").logStreamName("s").startFromHead(true).limit(2));
        var second = logs.getLogEvents(
                request -> request.logGroupName("g").logStreamName("s").nextToken(first.nextForwardToken()));
        var end = logs.getLogEvents(
                request -> request.logGroupName("g").logStreamName("s").nextToken(second.nextForwardToken()));

        assertThat(first.events()).extracting(OutputLogEvent::message).containsExactly("1", "2");
        assertThat(second.events()).extracting(OutputLogEvent::message).containsExactly("3");
        assertThat(end.events()).isEmpty();
        assertThat(end.nextForwardToken()).isEqualTo(second.nextForwardToken()).matches("f/\\d{56}/s");

        put("s", "4");
        assertThat(logs.getLogEvents(request ->
                                request.logGroupName("g").logStreamName("s").nextToken(end.nextForwardToken()))
                        .events())
                .extracting(OutputLogEvent::message)
                .containsExactly("4");
    }

    @Test
    void startsAtTheEndAndGoesBackwardsByDefault() {
        put("s", "1", "2", "3");
        var last = logs.getLogEvents(
                request -> request.logGroupName("g").logStreamName("s").limit(2));
        var before = logs.getLogEvents(
                request -> request.logGroupName("g").logStreamName("s").limit(2).nextToken(last.nextBackwardToken()));

        assertThat(last.events()).extracting(OutputLogEvent::message).containsExactly("2", "3");
        assertThat(before.events()).extracting(OutputLogEvent::message).containsExactly("1");
    }

    @Test
    void aReaderOfAnEmptyStreamSeesWhatComesLater() {
        var empty = logs.getLogEvents(request -> request.logGroupName("g").logStreamName("s"));
        put("s", "1");
        assertThat(logs.getLogEvents(request ->
                                request.logGroupName("g").logStreamName("s").nextToken(empty.nextForwardToken()))
                        .events())
                .hasSize(1);
    }

    @Test
    void readsBetweenTimes() {
        put("s", "early");
        world.step(Duration.ofSeconds(10));
        long then = world.now().toEpochMilli();
        put("s", "late");
        assertThat(logs.getLogEvents(request ->
                                request.logGroupName("g").logStreamName("s").startTime(then))
                        .events())
                .extracting(OutputLogEvent::message)
                .containsExactly("late");
        assertThat(logs.getLogEvents(request ->
                                request.logGroupName("g").logStreamName("s").endTime(then))
                        .events())
                .extracting(OutputLogEvent::message)
                .containsExactly("early");
    }

    @Test
    void filtersByTermsOverAllStreamsInPages() {
        logs.createLogStream(request -> request.logGroupName("g").logStreamName("t"));
        put("s", "ERROR one", "fine", "ERROR two boring");
        put("t", "ERROR three", "Phase complete: BUILD State: FAILED");

        var first = logs.filterLogEvents(request ->
                request.logGroupName("g").filterPattern("ERROR -boring").limit(1));
        var second = logs.filterLogEvents(request ->
                request.logGroupName("g").filterPattern("ERROR -boring").nextToken(first.nextToken()));

        assertThat(first.events()).extracting(FilteredLogEvent::message).containsExactly("ERROR one");
        assertThat(second.events()).extracting(FilteredLogEvent::message).containsExactly("ERROR three");
        assertThat(second.nextToken()).isNull();
        assertThat(logs.filterLogEvents(request -> request.logGroupName("g").filterPattern("\"BUILD State: FAILED\""))
                        .events())
                .hasSize(1);
        assertThat(logs.filterLogEvents(request -> request.logGroupName("g").filterPattern("?fine ?three"))
                        .events())
                .hasSize(2);
    }

    @Test
    void describesStreamsByTimeOrName() {
        logs.createLogStream(request -> request.logGroupName("g").logStreamName("a"));
        put("s", "1");
        world.step(Duration.ofSeconds(1));
        put("a", "2");

        assertThat(logs.describeLogStreams(request -> request.logGroupName("g")).logStreams())
                .extracting(LogStream::logStreamName)
                .containsExactly("a", "s");
        assertThat(logs.describeLogStreams(request -> request.logGroupName("g")
                                .orderBy("LastEventTime")
                                .limit(1))
                        .logStreams())
                .extracting(LogStream::logStreamName)
                .containsExactly("s");
        assertThatThrownBy(() -> logs.describeLogStreams(request ->
                        request.logGroupName("g").orderBy("LastEventTime").logStreamNamePrefix("s")))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void describesGroupsInPages() {
        for (int i = 100; i < 160; i++) {
            var name = "/aws/codebuild/" + i;
            logs.createLogGroup(request -> request.logGroupName(name));
        }
        var first = logs.describeLogGroups(request -> request.logGroupNamePrefix("/aws/"));
        var second = logs.describeLogGroups(
                request -> request.logGroupNamePrefix("/aws/").nextToken(first.nextToken()));

        assertThat(first.logGroups()).hasSize(50);
        assertThat(second.logGroups()).hasSize(10);
        assertThat(first.logGroups().getFirst().arn())
                .isEqualTo("arn:aws:logs:us-east-1:123456789012:log-group:/aws/codebuild/100:*");
    }

    @Test
    void keepsTagsAndRetention() {
        var arn = "arn:aws:logs:us-east-1:123456789012:log-group:g";
        logs.tagResource(request -> request.resourceArn(arn).tags(Map.of("a", "1", "b", "2")));
        logs.untagResource(request -> request.resourceArn(arn).tagKeys("b"));
        logs.putRetentionPolicy(request -> request.logGroupName("g").retentionInDays(7));

        assertThat(logs.listTagsForResource(request -> request.resourceArn(arn)).tags())
                .containsExactly(Map.entry("a", "1"));
        assertThat(logs.describeLogGroups(request -> {}).logGroups().getFirst().retentionInDays())
                .isEqualTo(7);
        assertThatThrownBy(() -> logs.putRetentionPolicy(
                        request -> request.logGroupName("g").retentionInDays(8)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void refusesEventsOutOfOrderAndReportsThoseThatAreTooOld() {
        long now = world.now().toEpochMilli();
        assertThatThrownBy(() -> logs.putLogEvents(request -> request.logGroupName("g")
                        .logStreamName("s")
                        .logEvents(
                                event -> event.timestamp(now).message("b"),
                                event -> event.timestamp(now - 1).message("a"))))
                .isInstanceOf(InvalidParameterException.class);
        var rejected = logs.putLogEvents(request -> request.logGroupName("g")
                .logStreamName("s")
                .logEvents(
                        event -> event.timestamp(now - Duration.ofDays(15).toMillis())
                                .message("old"),
                        event -> event.timestamp(now).message("new")));
        assertThat(rejected.rejectedLogEventsInfo().tooOldLogEventEndIndex()).isEqualTo(1);
        assertThat(logs.getLogEvents(request -> request.logGroupName("g").logStreamName("s"))
                        .events())
                .hasSize(1);
    }
}
