package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.read.BuildLog;
import companion.monitor.snapshot.ReleaseSnapshot.ServiceEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRowsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:01:44Z");
    private static final String AGENT = "[Container] 2026/11/21 12:01:44.123456 ";

    @Test
    void theBuildsOwnLinesAreMutedAndLoseTheTimeThatTheFirstColumnShows() {
        assertThat(row(AGENT + "Entering phase BUILD")).isEqualTo(new LogRow("12:01:44", "Entering phase BUILD", true, false));
    }

    @Test
    void commandsAndWhatTheySayAreNot() {
        assertThat(row(AGENT + "Running command docker build .").muted()).isFalse();
        assertThat(row("#5 [2/2] COPY index.html").muted()).isFalse();
    }

    @Test
    void whatFailedIsMarked() {
        assertThat(row(AGENT + "Command did not exit successfully docker build . exit status 1").failed()).isTrue();
        assertThat(row(AGENT + "Phase complete: BUILD State: FAILED").failed()).isTrue();
        assertThat(row(AGENT + "Phase complete: BUILD State: SUCCEEDED").failed()).isFalse();
    }

    @Test
    void eventsOfTheServiceReadLikeALogOldestFirst() {
        var rows = LogRows.service(
                List.of(
                        new ServiceEvent(AT.plusSeconds(9), "(service web) (port 80) is unhealthy in target-group tg"),
                        new ServiceEvent(AT, "(service web) has started 2 tasks.")),
                ZoneOffset.UTC);

        assertThat(rows).extracting(LogRow::time).containsExactly("12:01:44", "12:01:53");
        assertThat(rows).extracting(LogRow::failed).containsExactly(false, true);
    }

    private static LogRow row(String text) {
        return LogRows.build(List.of(new BuildLog.Line(AT, text)), ZoneOffset.UTC).getFirst();
    }
}
