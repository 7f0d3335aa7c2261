package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.Log;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * The log of one build, read on from where the last read ended; once the build is over and nothing more came for a while, it
 * is read no more. Used by one thread at a time.
 */
public final class BuildLog {
    private static final int PAGES = 20;

    /** CloudWatch Logs shows the last lines of a build some seconds after it is over. */
    private static final int QUIET_READS = 3;

    private final Connection connection;
    private Log log = Log.EMPTY;
    private @Nullable String stream;
    private @Nullable String token;
    private int quiet;

    public BuildLog(Connection connection) {
        this.connection = connection;
    }

    /** All lines so far. A stream that does not exist yet has none. */
    public Log read(BuildSnapshot build) {
        if (build.logGroup() == null || build.logStream() == null) {
            return Log.EMPTY;
        }
        if (!build.logStream().equals(stream)) {
            stream = build.logStream();
            token = null;
            log = Log.EMPTY;
            quiet = 0;
        }
        if (isComplete()) {
            return log;
        }
        int before = log.size();
        try {
            for (int page = 0; page < PAGES && readPage(build); page++) {
                // The token moved, so there may be more.
            }
        } catch (ResourceNotFoundException e) {
            // It has not begun.
        }
        quiet = build.status().isOver() && log.size() == before ? quiet + 1 : 0;
        return log;
    }

    /** Whether no more lines are to be expected: the build is over, and nothing came for a while. */
    public boolean isComplete() {
        return quiet >= QUIET_READS;
    }

    private boolean readPage(BuildSnapshot build) {
        var before = token;
        var page = connection.logs()
                .getLogEvents(request -> request.logGroupName(build.logGroup())
                        .logStreamName(build.logStream())
                        .startFromHead(true)
                        .nextToken(before));
        log = log.plus(page.events().stream()
                .flatMap(event -> event.message()
                        .lines()
                        .map(text -> new Log.Line(Instant.ofEpochMilli(event.timestamp()), text)))
                .toList());
        token = page.nextForwardToken();
        return token != null && !token.equals(before);
    }
}
