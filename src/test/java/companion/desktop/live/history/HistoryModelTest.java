package companion.desktop.live.history;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.status.State;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:30:00Z");

    @Test
    void anExecutionSaysHowItWentWhatItBroughtAndHowLongEachStageTook() {
        var row = row(execution("STANDARD", "CloudWatchEvent", NOW.minusSeconds(600)), 2);

        assertThat(row.word()).isEqualTo("Succeeded");
        assertThat(row.trigger()).isEqualTo("push");
        assertThat(row.commit()).isEqualTo("4f2a91c");
        assertThat(row.stages()).extracting(HistoryModel.Chip::took).containsExactly("0:30", "0:30");
        assertThat(row.spoken()).isEqualTo("Succeeded, Updated Web App to v2, commit 4f2a91c, took 5:00");
    }

    @Test
    void aRollbackThatSucceededIsNotShownAsSuccess() {
        var row = row(execution("ROLLBACK", "ManualRollback", NOW.minusSeconds(600)), 1);

        assertThat(row.state()).isEqualTo(State.ROLLED_BACK);
        assertThat(row.trigger()).isEqualTo("rollback by hand");
    }

    @Test
    void manyStagesAreCutAndCounted() {
        assertThat(row(execution("STANDARD", "Webhook", NOW.minusSeconds(600)), 50).more()).isEqualTo("+44");
    }

    @Test
    void anotherDayIsNamed() {
        assertThat(row(execution("STANDARD", "Webhook", NOW.minusSeconds(86_400)), 1).started())
                .isEqualTo("2026-11-20 12:30:00");
    }

    private static HistoryModel.Row row(ExecutionSnapshot execution, int stages) {
        var runs = IntStream.range(0, stages)
                .mapToObj(i -> new ExecutionRun.StageRun(
                        "S" + i, Status.SUCCEEDED, new Span(NOW.minusSeconds(60), NOW.minusSeconds(30)), List.of()))
                .toList();
        var entry = new HistoryFeed.Entry(execution, new ExecutionRun(execution, runs, Map.of()));
        return HistoryModel.of(List.of(entry), NOW, ZoneOffset.UTC).rows().getFirst();
    }

    private static ExecutionSnapshot execution(String type, String trigger, Instant start) {
        return new ExecutionSnapshot(
                "8c1d5be2-41f7", Status.SUCCEEDED, type, trigger, "", new Span(start, start.plusSeconds(300)),
                "4f2a91c7be0d", "Updated Web App to v2");
    }
}
