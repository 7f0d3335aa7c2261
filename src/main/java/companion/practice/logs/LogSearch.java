package companion.practice.logs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** FilterLogEvents: the events of a group's streams, merged by time. */
final class LogSearch {
    private static final int MOST = 10_000;

    private LogSearch() {}

    static FilterLogEventsResponse run(LogGroup group, FilterLogEventsRequest request) {
        int limit = request.limit() == null ? MOST : request.limit();
        if (limit < 1 || limit > MOST) {
            throw LogFaults.constraint(Integer.toString(limit), "limit", "have value between 1 and 10000");
        }
        if (request.hasLogStreamNames() && request.logStreamNamePrefix() != null) {
            throw LogFaults.invalid("LogStreamNamePrefix and LogStreamNames can not both be specified");
        }
        var names = request.hasLogStreamNames() ? request.logStreamNames() : List.<String>of();
        for (var name : names) {
            if (!group.streams.containsKey(name)) {
                throw LogFaults.noStream();
            }
        }
        var prefix = request.logStreamNamePrefix() == null ? "" : request.logStreamNamePrefix();
        var filter = LogFilter.parse(request.filterPattern() == null ? "" : request.filterPattern());
        var found = group.streams.values().stream()
                .filter(stream -> names.isEmpty() ? stream.name.startsWith(prefix) : names.contains(stream.name))
                .flatMap(stream -> LogPages.within(stream.events(), request.startTime(), endOf(request)).stream()
                        .filter(event -> filter.accepts(event.message()))
                        .map(event -> Map.entry(stream.name, event)))
                .sorted(Comparator.<Map.Entry<String, LogStream.Event>>comparingLong(
                                entry -> entry.getValue().timestamp())
                        .thenComparingLong(entry -> entry.getValue().sequence()))
                .toList();
        int from = offset(request.nextToken());
        int to = Math.min(found.size(), from + limit);
        return FilterLogEventsResponse.builder()
                .events(found.subList(Math.min(from, to), to).stream()
                        .map(entry -> FilteredLogEvent.builder()
                                .logStreamName(entry.getKey())
                                .timestamp(entry.getValue().timestamp())
                                .ingestionTime(entry.getValue().ingestion())
                                .eventId(entry.getValue().id())
                                .message(entry.getValue().message())
                                .build())
                        .toList())
                .searchedLogStreams(List.of())
                .nextToken(to < found.size() ? Integer.toString(to) : null)
                .build();
    }

    /** Here, unlike in GetLogEvents, the end itself belongs to the range. */
    private static @Nullable Long endOf(FilterLogEventsRequest request) {
        return request.endTime() == null ? null : request.endTime() + 1;
    }

    static int offset(@Nullable String token) {
        if (token == null) {
            return 0;
        }
        if (!token.matches("\\d{1,9}")) {
            throw LogFaults.invalid("The specified nextToken is invalid.");
        }
        return Integer.parseInt(token);
    }
}
