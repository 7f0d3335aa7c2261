package companion.practice.logs;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceResponse;

/** CloudWatch Logs of one region. */
public final class PracticeLogs implements CloudWatchLogsClient {
    private static final Set<Integer> RETENTIONS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);
    private static final int PAGE = 50;

    private final LogStore store;

    public PracticeLogs(World world, Place place) {
        this.store = new LogStore(world, place);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    @Override
    public CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request) {
        var group = store.createGroup(request.logGroupName());
        group.kmsKeyId = request.kmsKeyId();
        group.tags.putAll(request.tags());
        return CreateLogGroupResponse.builder().build();
    }

    @Override
    public DeleteLogGroupResponse deleteLogGroup(DeleteLogGroupRequest request) {
        store.groups().remove(store.group(request.logGroupName()).name);
        return DeleteLogGroupResponse.builder().build();
    }

    @Override
    public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
        var prefix = request.logGroupNamePrefix() == null ? "" : request.logGroupNamePrefix();
        var pattern = request.logGroupNamePattern() == null ? "" : request.logGroupNamePattern();
        if (!prefix.isEmpty() && !pattern.isEmpty()) {
            throw LogFaults.invalid(
                    "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }
        var found = store.groups().values().stream()
                .filter(group -> group.name.startsWith(prefix) && group.name.contains(pattern))
                .toList();
        int limit = limit(request.limit());
        int from = after(
                request.nextToken(), found.stream().map(group -> group.name).toList());
        var page = found.subList(from, Math.min(found.size(), from + limit));
        return DescribeLogGroupsResponse.builder()
                .logGroups(page.stream().map(PracticeLogs::describe).toList())
                .nextToken(from + limit < found.size() ? page.getLast().name : null)
                .build();
    }

    @Override
    public PutRetentionPolicyResponse putRetentionPolicy(PutRetentionPolicyRequest request) {
        if (!RETENTIONS.contains(request.retentionInDays())) {
            throw LogFaults.constraint(
                    String.valueOf(request.retentionInDays()),
                    "retentionInDays",
                    "satisfy enum value set: " + RETENTIONS.stream().sorted().toList());
        }
        store.group(request.logGroupName()).retentionInDays = request.retentionInDays();
        return PutRetentionPolicyResponse.builder().build();
    }

    @Override
    public DeleteRetentionPolicyResponse deleteRetentionPolicy(DeleteRetentionPolicyRequest request) {
        store.group(request.logGroupName()).retentionInDays = null;
        return DeleteRetentionPolicyResponse.builder().build();
    }

    @Override
    public CreateLogStreamResponse createLogStream(CreateLogStreamRequest request) {
        store.createStream(request.logGroupName(), request.logStreamName());
        return CreateLogStreamResponse.builder().build();
    }

    @Override
    public DeleteLogStreamResponse deleteLogStream(DeleteLogStreamRequest request) {
        var stream = store.stream(request.logGroupName(), request.logStreamName());
        store.group(request.logGroupName()).streams.remove(stream.name);
        return DeleteLogStreamResponse.builder().build();
    }

    @Override
    public DescribeLogStreamsResponse describeLogStreams(DescribeLogStreamsRequest request) {
        var group = store.group(request.logGroupName() == null ? request.logGroupIdentifier() : request.logGroupName());
        var prefix = request.logStreamNamePrefix();
        boolean byTime = request.orderBy() == OrderBy.LAST_EVENT_TIME;
        if (byTime && prefix != null) {
            throw LogFaults.invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        Comparator<LogStream> order = byTime
                ? Comparator.<LogStream>comparingLong(
                                stream -> stream.lastTimestamp() == null ? 0 : stream.lastTimestamp())
                        .thenComparing(stream -> stream.name)
                : Comparator.comparing(stream -> stream.name);
        var found = group.streams.values().stream()
                .filter(stream -> prefix == null || stream.name.startsWith(prefix))
                .sorted(Boolean.TRUE.equals(request.descending()) ? order.reversed() : order)
                .toList();
        int limit = limit(request.limit());
        int from = after(
                request.nextToken(), found.stream().map(stream -> stream.name).toList());
        var page = found.subList(from, Math.min(found.size(), from + limit));
        return DescribeLogStreamsResponse.builder()
                .logStreams(page.stream().map(PracticeLogs::describe).toList())
                .nextToken(from + limit < found.size() ? page.getLast().name : null)
                .build();
    }

    @Override
    public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
        var stream = store.stream(request.logGroupName(), request.logStreamName());
        return PutLogEventsResponse.builder()
                .rejectedLogEventsInfo(store.put(stream, request.logEvents()))
                .nextSequenceToken("49" + "0".repeat(45) + stream.events().size())
                .build();
    }

    @Override
    public GetLogEventsResponse getLogEvents(GetLogEventsRequest request) {
        var group = request.logGroupName() == null ? request.logGroupIdentifier() : request.logGroupName();
        return LogPages.read(store.stream(group, request.logStreamName()), request);
    }

    @Override
    public FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request) {
        return LogSearch.run(
                store.group(request.logGroupName() == null ? request.logGroupIdentifier() : request.logGroupName()),
                request);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        store.group(request.resourceArn()).tags.putAll(request.tags());
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        store.group(request.resourceArn()).tags.keySet().removeAll(request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(store.group(request.resourceArn()).tags)
                .build();
    }

    private static software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup describe(LogGroup group) {
        return software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder()
                .logGroupName(group.name)
                .creationTime(group.created.toEpochMilli())
                .retentionInDays(group.retentionInDays)
                .kmsKeyId(group.kmsKeyId)
                .metricFilterCount(0)
                .arn(group.arn + ":*")
                .logGroupArn(group.arn)
                .storedBytes(group.storedBytes())
                .logGroupClass(LogGroupClass.STANDARD)
                .build();
    }

    private static software.amazon.awssdk.services.cloudwatchlogs.model.LogStream describe(LogStream stream) {
        var ingestion = stream.lastIngestion();
        return software.amazon.awssdk.services.cloudwatchlogs.model.LogStream.builder()
                .logStreamName(stream.name)
                .creationTime(stream.created.toEpochMilli())
                .firstEventTimestamp(stream.firstTimestamp())
                .lastEventTimestamp(stream.lastTimestamp())
                .lastIngestionTime(ingestion == null ? null : ingestion.toEpochMilli())
                .uploadSequenceToken("49" + "0".repeat(45) + stream.events().size())
                .arn(stream.arn)
                .build();
    }

    private static int limit(@Nullable Integer wanted) {
        if (wanted != null && (wanted < 1 || wanted > PAGE)) {
            throw LogFaults.constraint(wanted.toString(), "limit", "have value less than or equal to " + PAGE);
        }
        return wanted == null ? PAGE : wanted;
    }

    /** The place behind a name that was the last of the page before. */
    private static int after(@Nullable String token, List<String> names) {
        if (token == null) {
            return 0;
        }
        int index = names.indexOf(token);
        if (index < 0) {
            throw LogFaults.invalid("The specified nextToken is invalid.");
        }
        return index + 1;
    }
}
