package companion.practice.logs;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/**
 * GetLogEvents. A forward token names the last event that was given, a backward token the first one; a reader who has
 * come
 * to an end gets the token back that it sent, and more events behind the same token once there are any.
 */
final class LogPages {
    private static final Pattern TOKEN = Pattern.compile("([fb])/(\\d{20})(\\d{36})/s");
    private static final int MOST = 10_000;

    private record Place(long timestamp, long sequence) {
        static Place of(LogStream.Event event) {
            return new Place(event.timestamp(), event.sequence());
        }

        boolean isBefore(LogStream.Event event) {
            return timestamp < event.timestamp() || timestamp == event.timestamp() && sequence < event.sequence();
        }

        boolean isAfter(LogStream.Event event) {
            return timestamp > event.timestamp() || timestamp == event.timestamp() && sequence > event.sequence();
        }

        String token(char direction) {
            return String.format("%c/%020d%036d/s", direction, timestamp, sequence);
        }
    }

    private LogPages() {}

    static GetLogEventsResponse read(LogStream stream, GetLogEventsRequest request) {
        int limit = request.limit() == null ? MOST : request.limit();
        if (limit < 1 || limit > MOST) {
            throw LogFaults.constraint(Integer.toString(limit), "limit", "have value between 1 and 10000");
        }
        var events = within(stream.events(), request.startTime(), request.endTime());
        if (request.nextToken() == null) {
            boolean fromHead = Boolean.TRUE.equals(request.startFromHead());
            int from = fromHead ? 0 : Math.max(0, events.size() - limit);
            var page = events.subList(from, Math.min(events.size(), from + limit));
            var edge = new Place(0, 0);
            return answer(
                    page,
                    page.isEmpty() ? edge : Place.of(page.getFirst()),
                    page.isEmpty() ? edge : Place.of(page.getLast()));
        }
        var match = TOKEN.matcher(request.nextToken());
        if (!match.matches()) {
            throw LogFaults.invalid("The specified nextToken is invalid.");
        }
        var place = new Place(Long.parseLong(match.group(2)), Long.parseLong(match.group(3)));
        boolean forward = match.group(1).equals("f");
        // An empty page at the very beginning names no event; everything is behind it.
        boolean origin = place.equals(new Place(0, 0));
        var rest = events.stream()
                .filter(event -> forward ? origin || place.isBefore(event) : place.isAfter(event))
                .toList();
        int from = forward ? 0 : Math.max(0, rest.size() - limit);
        var page = rest.subList(from, Math.min(rest.size(), from + limit));
        return page.isEmpty()
                ? answer(page, place, place)
                : answer(page, Place.of(page.getFirst()), Place.of(page.getLast()));
    }

    static List<LogStream.Event> within(List<LogStream.Event> events, @Nullable Long start, @Nullable Long end) {
        return events.stream()
                .filter(event ->
                        (start == null || event.timestamp() >= start) && (end == null || event.timestamp() < end))
                .toList();
    }

    private static GetLogEventsResponse answer(List<LogStream.Event> page, Place first, Place last) {
        return GetLogEventsResponse.builder()
                .events(page.stream()
                        .map(event -> OutputLogEvent.builder()
                                .timestamp(event.timestamp())
                                .ingestionTime(event.ingestion())
                                .message(event.message())
                                .build())
                        .toList())
                .nextBackwardToken(first.token('b'))
                .nextForwardToken(last.token('f'))
                .build();
    }
}
