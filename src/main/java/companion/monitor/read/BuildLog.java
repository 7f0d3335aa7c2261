package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.BuildSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** The log of one build, read on from where the last read ended. Used by one thread. */
public final class BuildLog {
    private static final int PAGES = 20;

    private final Connection connection;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable String stream;
    private @Nullable String token;

    /** A line as CodeBuild wrote it, without its line end. */
    public record Line(Instant at, String text) {}

    public BuildLog(Connection connection) {
        this.connection = connection;
    }

    /** All lines so far; the list is a copy. A stream that does not exist yet has none. */
    public List<Line> read(BuildSnapshot build) {
        if (build.logGroup() == null || build.logStream() == null) {
            return List.of();
        }
        if (!build.logStream().equals(stream)) {
            stream = build.logStream();
            token = null;
            lines.clear();
        }
        try {
            for (int page = 0; page < PAGES && readPage(build); page++) {
                // The token moved, so there may be more.
            }
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
        return List.copyOf(lines);
    }

    private boolean readPage(BuildSnapshot build) {
        var before = token;
        var page = connection.logs()
                .getLogEvents(request -> request.logGroupName(build.logGroup())
                        .logStreamName(build.logStream())
                        .startFromHead(true)
                        .nextToken(before));
        for (var event : page.events()) {
            event.message()
                    .lines()
                    .forEach(text -> lines.add(new Line(Instant.ofEpochMilli(event.timestamp()), text)));
        }
        token = page.nextForwardToken();
        return token != null && !token.equals(before);
    }
}
