package companion.practice.logs;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A log group with its streams, both by name in order. */
final class LogGroup {
    final String name;
    final String arn;
    final Instant created;
    final NavigableMap<String, LogStream> streams = new TreeMap<>();
    final Map<String, String> tags = new TreeMap<>();

    @Nullable
    Integer retentionInDays;

    @Nullable
    String kmsKeyId;

    /** @param arn without the {@code :*} that DescribeLogGroups puts at its end */
    LogGroup(String name, String arn, Instant created) {
        this.name = name;
        this.arn = arn;
        this.created = created;
    }

    long storedBytes() {
        return streams.values().stream().mapToLong(LogStream::storedBytes).sum();
    }
}
