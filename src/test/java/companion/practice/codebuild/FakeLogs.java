package companion.practice.codebuild;

import companion.practice.fabric.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/** Keeps what builds log. */
final class FakeLogs implements CloudWatchLogsClient {
    final TreeSet<String> groups = new TreeSet<>();
    final Map<String, List<InputLogEvent>> streams = new LinkedHashMap<>();

    @Override
    public CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request) {
        if (!groups.add(request.logGroupName())) {
            throw Fault.of(ResourceAlreadyExistsException.builder(), "ResourceAlreadyExistsException", "exists");
        }
        return CreateLogGroupResponse.builder().build();
    }

    @Override
    public CreateLogStreamResponse createLogStream(CreateLogStreamRequest request) {
        streams.put(request.logGroupName() + "|" + request.logStreamName(), new ArrayList<>());
        return CreateLogStreamResponse.builder().build();
    }

    @Override
    public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
        streams.get(request.logGroupName() + "|" + request.logStreamName()).addAll(request.logEvents());
        return PutLogEventsResponse.builder().build();
    }

    /** All messages of the one stream, one after another, without the agent's time stamps. */
    String text() {
        return streams.values().iterator().next().stream()
                .map(InputLogEvent::message)
                .map(line -> line.replaceFirst("^\\[Container\\] \\S+ \\S+ ", "[Container] "))
                .collect(Collectors.joining());
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
