package companion.practice.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream's events, in the order of their timestamps. */
final class LogStream {

    /** @param sequence numbers the events of a region in the order in which they came in */
    record Event(long timestamp, long ingestion, long sequence, String message) {
        /** The 56 digits of an event id. */
        String id() {
            return String.format("%020d%036d", timestamp, sequence);
        }
    }

    /** What CloudWatch Logs counts for an event beside its text. */
    private static final int OVERHEAD = 26;

    final String name;
    final String arn;
    final Instant created;
    private final List<Event> events = new ArrayList<>();
    private long bytes;
    private @Nullable Instant lastIngestion;

    LogStream(String name, String arn, Instant created) {
        this.name = name;
        this.arn = arn;
        this.created = created;
    }

    void add(List<Event> more, Instant now) {
        events.addAll(more);
        events.sort(Comparator.comparingLong(Event::timestamp).thenComparingLong(Event::sequence));
        more.forEach(event -> bytes += event.message().length() + OVERHEAD);
        lastIngestion = now;
    }

    List<Event> events() {
        return events;
    }

    long storedBytes() {
        return bytes;
    }

    @Nullable
    Instant lastIngestion() {
        return lastIngestion;
    }

    @Nullable
    Long firstTimestamp() {
        return events.isEmpty() ? null : events.getFirst().timestamp();
    }

    @Nullable
    Long lastTimestamp() {
        return events.isEmpty() ? null : events.getLast().timestamp();
    }
}
