package companion.practice.logs;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/** All log groups of a region. */
final class LogStore {
    private static final Pattern GROUP_NAME = Pattern.compile("[\\.\\-_/#A-Za-z0-9]{1,512}");
    private static final Pattern STREAM_NAME = Pattern.compile("[^:*]{1,512}");
    private static final long TWO_HOURS = 2 * 60 * 60 * 1000L;
    private static final long TWO_WEEKS = 14 * 24 * 60 * 60 * 1000L;
    private static final int MOST_EVENTS = 10_000;

    private final World world;
    private final Place place;
    private final NavigableMap<String, LogGroup> groups = new TreeMap<>();
    private long sequence;

    LogStore(World world, Place place) {
        this.world = world;
        this.place = place;
    }

    NavigableMap<String, LogGroup> groups() {
        return groups;
    }

    LogGroup createGroup(String name) {
        if (!GROUP_NAME.matcher(name).matches()) {
            throw LogFaults.constraint(
                    name, "logGroupName", "satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
        }
        if (groups.containsKey(name)) {
            throw LogFaults.groupExists();
        }
        var group = new LogGroup(name, place.arn("logs", "log-group:" + name), world.now());
        groups.put(name, group);
        return group;
    }

    LogStream createStream(String groupName, String name) {
        var group = group(groupName);
        if (!STREAM_NAME.matcher(name).matches()) {
            throw LogFaults.constraint(name, "logStreamName", "satisfy regular expression pattern: [^:*]*");
        }
        if (group.streams.containsKey(name)) {
            throw LogFaults.streamExists();
        }
        var stream = new LogStream(name, group.arn + ":log-stream:" + name, world.now());
        group.streams.put(name, stream);
        return stream;
    }

    /** @param name of a group, or its ARN with or without {@code :*} */
    LogGroup group(@Nullable String name) {
        if (name == null) {
            throw LogFaults.invalid("Log group name or identifier is required");
        }
        var prefix = place.arn("logs", "log-group:");
        var plain = name.startsWith(prefix) ? name.substring(prefix.length()).replaceFirst(":\\*$", "") : name;
        var group = groups.get(plain);
        if (group == null) {
            throw LogFaults.noGroup();
        }
        return group;
    }

    LogStream stream(@Nullable String groupName, String name) {
        var stream = group(groupName).streams.get(name);
        if (stream == null) {
            throw LogFaults.noStream();
        }
        return stream;
    }

    /** @return which events were too old or too new, or null */
    @Nullable
    RejectedLogEventsInfo put(LogStream stream, List<InputLogEvent> events) {
        if (events.isEmpty() || events.size() > MOST_EVENTS) {
            throw LogFaults.constraint(
                    "[" + events.size() + " events]", "logEvents", "have length between 1 and 10000");
        }
        long now = world.now().toEpochMilli();
        long before = Long.MIN_VALUE;
        for (var event : events) {
            if (event.timestamp() < before) {
                throw LogFaults.invalid("Log events in a single PutLogEvents request must be in chronological order.");
            }
            before = event.timestamp();
        }
        int tooOld = (int) events.stream()
                .filter(event -> event.timestamp() < now - TWO_WEEKS)
                .count();
        int tooNew = (int) events.stream()
                .filter(event -> event.timestamp() > now + TWO_HOURS)
                .count();
        var accepted = events.subList(tooOld, events.size() - tooNew).stream()
                .map(event -> new LogStream.Event(event.timestamp(), now, sequence++, event.message()))
                .toList();
        stream.add(accepted, world.now());
        if (tooOld == 0 && tooNew == 0) {
            return null;
        }
        return RejectedLogEventsInfo.builder()
                .tooOldLogEventEndIndex(tooOld == 0 ? null : tooOld)
                .tooNewLogEventStartIndex(tooNew == 0 ? null : events.size() - tooNew)
                .build();
    }
}
