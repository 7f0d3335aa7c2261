package companion.monitor.watch.wall;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final PipelineKey KEY = new PipelineKey("123456789012", "us-east-1", "checkout");

    private final Notices notices = new Notices();

    private List<Notice.Kind> see(String execution, Status status) {
        return see(execution, status, status == Status.FAILED ? Trouble.Kind.FAILED : null, null);
    }

    private List<Notice.Kind> see(
            String execution, Status status, Trouble.@Nullable Kind trouble, @Nullable Unread unread) {
        var latest = new ExecutionSnapshot(
                execution, status, "STANDARD", "Webhook", "", new Span(NOW, status.isOver() ? NOW : null), null, null);
        var summary = new PipelineSummary(
                KEY, NOW, List.of(), latest, null,
                trouble == null ? null : new Trouble(trouble, "Build failed", ""), unread);
        return notices.add(new WallSnapshot(NOW, List.of(summary), List.of())).stream().map(Notice::kind).toList();
    }

    @Test
    void howAPipelineStoodAtFirstIsNoNews() {
        assertThat(see("one", Status.FAILED)).isEmpty();
        assertThat(see("one", Status.FAILED)).isEmpty();
    }

    @Test
    void recoveringFromWhatWasBrokenAtFirstIsNews() {
        see("one", Status.FAILED);
        assertThat(see("two", Status.IN_PROGRESS)).isEmpty();
        assertThat(see("two", Status.SUCCEEDED)).containsExactly(Notice.Kind.RECOVERED);
        assertThat(see("two", Status.SUCCEEDED)).isEmpty();
        assertThat(see("three", Status.SUCCEEDED)).isEmpty();
    }

    @Test
    void eachFailureIsNewsOnce() {
        see("one", Status.SUCCEEDED);
        assertThat(see("two", Status.FAILED)).containsExactly(Notice.Kind.FAILED);
        assertThat(see("two", Status.FAILED)).isEmpty();
        assertThat(see("three", Status.FAILED)).containsExactly(Notice.Kind.FAILED);
    }

    @Test
    void aStageThatWasRetriedAndFailedAgainIsNews() {
        see("one", Status.IN_PROGRESS);
        assertThat(see("one", Status.FAILED)).containsExactly(Notice.Kind.FAILED);
        assertThat(see("one", Status.IN_PROGRESS)).isEmpty();
        assertThat(see("one", Status.FAILED)).containsExactly(Notice.Kind.FAILED);
    }

    @Test
    void whatSucceededAndIsThenFoundRolledBackIsNews() {
        see("one", Status.IN_PROGRESS);
        assertThat(see("one", Status.SUCCEEDED)).isEmpty();
        assertThat(see("one", Status.SUCCEEDED, Trouble.Kind.ROLLED_BACK, null)).containsExactly(Notice.Kind.ROLLED_BACK);
    }

    @Test
    void anExecutionThatFailsBehindANewerOneIsNewsOnceAndSoIsThatTheNewerOneSucceeds() {
        see("one", Status.SUCCEEDED);
        see("two", Status.IN_PROGRESS);
        assertThat(seeBehind("three", "two")).containsExactly(new Notice(
                Notice.Kind.FAILED, KEY, "two", "Deploy failed", "", NOW));
        assertThat(seeBehind("three", "two")).isEmpty();
        assertThat(see("three", Status.IN_PROGRESS)).isEmpty();
        assertThat(see("three", Status.SUCCEEDED)).containsExactly(Notice.Kind.RECOVERED);
    }

    private List<Notice> seeBehind(String execution, String failed) {
        var latest = new ExecutionSnapshot(
                execution, Status.IN_PROGRESS, "STANDARD", "Webhook", "", new Span(NOW, null), null, null);
        var trouble = new Trouble(Trouble.Kind.FAILED, "Deploy failed", "", failed);
        return notices.add(new WallSnapshot(
                NOW, List.of(new PipelineSummary(KEY, NOW, List.of(), latest, null, trouble, null)), List.of()));
    }

    @Test
    void stoppingSupersedingAndRunningSlowlyAreNoNews() {
        see("one", Status.SUCCEEDED);
        assertThat(see("two", Status.STOPPED)).isEmpty();
        assertThat(see("three", Status.SUPERSEDED)).isEmpty();
        assertThat(see("four", Status.IN_PROGRESS, Trouble.Kind.SLOW, null)).isEmpty();
        assertThat(see("four", Status.SUCCEEDED)).isEmpty();
    }

    @Test
    void aReadThatFailedIsNoNews() {
        see("one", Status.SUCCEEDED);
        assertThat(see("one", Status.SUCCEEDED, null, new Unread("Pipeline", "ThrottlingException", "Rate exceeded")))
                .isEmpty();
    }
}
