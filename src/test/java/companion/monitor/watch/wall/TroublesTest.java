package companion.monitor.watch.wall;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.read.PipelineGlance.RolledBack;
import companion.monitor.read.PipelineGlance.Seen;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.Rule;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.PipelineSummary.Trouble.Kind;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final PipelineKey KEY = new PipelineKey("123456789012", "us-east-1", "checkout");

    private final List<ExecutionSnapshot> executions = new ArrayList<>();

    private static ExecutionSnapshot execution(String id, Status status, String type, int began, int took) {
        var start = NOW.minusSeconds(began);
        return new ExecutionSnapshot(
                id, status, type, "Webhook", "", new Span(start, status.isOver() ? start.plusSeconds(took) : null),
                "a81c04e", "Wallet button");
    }

    private static StageSnapshot stage(String name, Status status, @Nullable String execution, @Nullable Failure failure) {
        var action = new ActionSnapshot(
                name, 1, "", "", "", status, Span.NONE, null, null, null, null, failure, null);
        return new StageSnapshot(name, status, execution, new Transition(true, ""), null, List.of(action));
    }

    private PipelineSummary summary(@Nullable RolledBack back, StageSnapshot... stages) {
        return Summing.summary(KEY, new Seen(List.of(stages), executions, back), NOW);
    }

    @Test
    void aFailedStageIsNamedWithAwssOwnReasonInOneLine() {
        executions.add(execution("two", Status.FAILED, "STANDARD", 120, 52));
        var summary = summary(
                null,
                stage("Source", Status.SUCCEEDED, "two", null),
                stage("Build", Status.FAILED, "two", new Failure("JobFailed", "Build terminated with state: FAILED\nmore")),
                stage("Deploy", Status.SUCCEEDED, "one", null));
        assertThat(summary.trouble()).isEqualTo(
                new Trouble(Kind.FAILED, "Build failed", "JobFailed: Build terminated with state: FAILED"));
        assertThat(summary.stages()).extracting(PipelineSummary.StageSummary::status)
                .as("a stage that was not reached does not show what was there before")
                .containsExactly(Status.SUCCEEDED, Status.FAILED, Status.NOT_STARTED);
    }

    @Test
    void aStageThatFailedByItsConditionIsNamedWithWhatItsRuleSaid() {
        executions.add(execution("two", Status.FAILED, "STANDARD", 120, 52));
        var actions = stage("Build", Status.SUCCEEDED, "two", null).actions();
        var rule = new Rule("on-main", Status.FAILED, "Variable check failed: 'master' EQ 'main'", NOW, null);
        var condition = new Condition(Condition.When.ON_SUCCESS, Status.FAILED, "", NOW, List.of(rule));
        var build = new StageSnapshot(
                "Build", Status.FAILED, "two", new Transition(true, ""), List.of(), actions, List.of(condition));
        assertThat(summary(null, build).trouble()).isEqualTo(new Trouble(
                Kind.FAILED, "Build failed", "Success condition failed: Variable check failed: 'master' EQ 'main'"));
    }

    @Test
    void whatWentBackAlthoughThePipelineSucceededIsSaid() {
        executions.add(execution("one", Status.SUCCEEDED, "STANDARD", 660, 581));
        var back = new RolledBack("d-4QX81ZK2B", "ALARM_ACTIVE: One or more alarms have been activated");
        assertThat(summary(back, stage("Deploy", Status.SUCCEEDED, "one", null)).trouble()).isEqualTo(new Trouble(
                Kind.ROLLED_BACK,
                "Rolled back, reported as Succeeded",
                "d-4QX81ZK2B: ALARM_ACTIVE: One or more alarms have been activated"));
    }

    @Test
    void anExecutionThatIsARollbackIsTroubleThoughItSucceeded() {
        executions.add(execution("two", Status.SUCCEEDED, "ROLLBACK", 60, 30));
        assertThat(summary(null, stage("Deploy", Status.SUCCEEDED, "two", null)).trouble())
                .extracting(Trouble::kind)
                .isEqualTo(Kind.ROLLED_BACK);
    }

    @Test
    void runningMuchLongerThanUsualIsTroubleUnlessAPersonIsWaitedFor() {
        executions.add(execution("four", Status.IN_PROGRESS, "STANDARD", 420, 0));
        for (int took : new int[] {90, 100, 500}) {
            executions.add(execution("e" + took, Status.SUCCEEDED, "STANDARD", 4_000 + took, took));
        }
        assertThat(summary(null, stage("Deploy", Status.IN_PROGRESS, "four", null)).trouble()).isEqualTo(
                new Trouble(Kind.SLOW, "Running 4 times its usual time", "Deploy in progress"));
        assertThat(summary(null, stage("Approve", Status.WAITING, "four", null)).trouble()).isNull();
        assertThat(summary(null, stage("Deploy", Status.NOT_STARTED, null, null)).trouble()).isNull();
    }

    @Test
    void anEarlierExecutionThatFailsWhileANewerOneIsOnItsWayIsTrouble() {
        executions.add(execution("two", Status.IN_PROGRESS, "STANDARD", 60, 0));
        executions.add(execution("one", Status.FAILED, "STANDARD", 300, 270));
        var summary = summary(
                null,
                stage("Build", Status.IN_PROGRESS, "two", null),
                stage("Deploy", Status.FAILED, "one", new Failure("JobFailed", "The deployment failed")));
        assertThat(summary.trouble())
                .isEqualTo(new Trouble(Kind.FAILED, "Deploy failed", "JobFailed: The deployment failed", "one"));
        assertThat(summary.stages()).extracting(PipelineSummary.StageSummary::status)
                .containsExactly(Status.IN_PROGRESS, Status.FAILED);
    }

    @Test
    void aFailureThatTheNewestExecutionCameAfterIsNoTroubleAnyMore() {
        executions.add(execution("two", Status.IN_PROGRESS, "STANDARD", 60, 0));
        executions.add(execution("one", Status.FAILED, "STANDARD", 300, 200));
        assertThat(summary(null, stage("Deploy", Status.FAILED, "one", null)).trouble()).isNull();
    }

    @Test
    void aLittleLongerThanUsualIsNoTrouble() {
        executions.add(execution("two", Status.IN_PROGRESS, "STANDARD", 124, 0));
        executions.add(execution("one", Status.SUCCEEDED, "STANDARD", 4_000, 100));
        assertThat(summary(null, stage("Deploy", Status.IN_PROGRESS, "two", null)).trouble()).isNull();
    }

    @Test
    void usualIsTheMedianOfWhatSucceeded() {
        assertThat(Summing.usual(List.of())).isNull();
        executions.add(execution("x", Status.FAILED, "STANDARD", 100, 1));
        executions.add(execution("r", Status.SUCCEEDED, "ROLLBACK", 100, 1));
        executions.add(execution("a", Status.SUCCEEDED, "STANDARD", 1_000, 100));
        assertThat(Summing.usual(executions)).isEqualTo(Duration.ofSeconds(100));
        executions.add(execution("b", Status.SUCCEEDED, "STANDARD", 2_000, 200));
        assertThat(Summing.usual(executions)).isEqualTo(Duration.ofSeconds(150));
        executions.add(execution("c", Status.SUCCEEDED, "STANDARD", 4_000, 4_000));
        assertThat(Summing.usual(executions)).isEqualTo(Duration.ofSeconds(200));
    }
}
