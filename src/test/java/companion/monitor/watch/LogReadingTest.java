package companion.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.read.BuildLog;
import companion.monitor.read.StubAws;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LogReadingTest {
    @AutoClose
    private final StubAws aws = new StubAws();

    private final ManualClock clock = new ManualClock();
    private final List<Log> told = new ArrayList<>();
    private final AtomicInteger there = new AtomicInteger(1);
    private final LogReading reading = new LogReading(new BuildLog(aws.connection()), Pace.REAL, told::add);

    LogReadingTest() throws IOException {
        aws.on("GetLogEvents", request -> {
            int read = request.contains("\"f/") ? Integer.parseInt(request.replaceAll("(?s).*\"f/(\\d+)\".*", "$1")) : 0;
            int now = there.get();
            var lines = new ArrayList<String>();
            for (int line = read + 1; line <= now; line++) {
                lines.add("{\"timestamp\": 1548717512924, \"message\": \"line " + line + "\"}");
            }
            return "{\"events\": [" + String.join(",", lines) + "], \"nextForwardToken\": \"f/" + now + "\"}";
        });
    }

    @Test
    void theLinesThatComeAfterTheBuildIsOverAreReadToo() {
        reading.follow(build(Status.IN_PROGRESS), true, true);
        run(Duration.ofSeconds(10));
        reading.follow(build(Status.FAILED), true, false);
        run(Duration.ofSeconds(6));
        there.set(3);
        run(Duration.ofSeconds(20));
        assertThat(told.getLast()).extracting(Log.Line::text).containsExactly("line 1", "line 2", "line 3");
    }

    @Test
    void aLogToWhichNothingWasAddedForAWhileIsReadNoMore() {
        reading.follow(build(Status.SUCCEEDED), true, false);
        run(Duration.ofMinutes(2));
        aws.asked();
        run(Duration.ofMinutes(10));
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void aBuildWithoutALogIsNotWaitedFor() {
        reading.follow(new BuildSnapshot("p:1", 1, Status.FAILED, Span.NONE, List.of(), null, null), true, false);
        run(Duration.ofMinutes(2));
        assertThat(reading.next(clock.instant()).due()).isAfter(clock.instant().plus(Duration.ofSeconds(30)));
        assertThat(aws.asked()).isEmpty();
    }

    private void run(Duration time) {
        var end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            if (!reading.next(clock.instant()).due().isAfter(clock.instant())) {
                reading.read(clock.instant());
            }
            clock.after(Duration.ofSeconds(1));
        }
    }

    private static BuildSnapshot build(Status status) {
        return new BuildSnapshot(
                "p:1", 1, status, new Span(Instant.EPOCH, null), List.of(), "/aws/codebuild/p", "1");
    }
}
