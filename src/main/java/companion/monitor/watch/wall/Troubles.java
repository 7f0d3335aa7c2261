package companion.monitor.watch.wall;

import companion.monitor.read.PipelineGlance.RolledBack;
import companion.monitor.read.PipelineGlance.Seen;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSummary.StageSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.PipelineSummary.Trouble.Kind;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a pipeline, as a wall says it. */
final class Troubles {
    /** From this share of the usual time on an execution is slow. */
    private static final double SLOW = 1.25;

    private Troubles() {}

    static @Nullable Trouble of(
            Seen seen,
            List<StageSummary> stages,
            @Nullable ExecutionSnapshot latest,
            @Nullable Duration usual,
            Instant now) {
        if (latest == null) {
            return null;
        }
        return switch (latest.status()) {
            case FAILED -> failed(seen, latest, seen.rolledBack());
            case SUCCEEDED -> rolledBack(seen.rolledBack(), latest);
            case IN_PROGRESS, WAITING, NOT_STARTED, UNKNOWN ->
                failedBehind(seen.executions(), latest)
                        .map(each -> behind(seen, each))
                        .orElseGet(() -> slow(stages, latest, usual, now));
            case STOPPED, SUPERSEDED, SKIPPED -> null;
        };
    }

    /** An earlier execution that failed while the latest one was on its way already, so that nobody may have seen it. */
    static Optional<ExecutionSnapshot> failedBehind(List<ExecutionSnapshot> executions, @Nullable ExecutionSnapshot latest) {
        var since = latest == null || latest.status().isOver() ? null : latest.span().start();
        return since == null
                ? Optional.empty()
                : executions.stream()
                        .filter(each -> each.status() == Status.FAILED
                                && each.span().end() != null
                                && each.span().end().isAfter(since))
                        .findFirst();
    }

    private static Trouble behind(Seen seen, ExecutionSnapshot execution) {
        var trouble = failed(seen, execution, null);
        return new Trouble(trouble.kind(), trouble.headline(), trouble.reason(), execution.id());
    }

    private static Trouble failed(Seen seen, ExecutionSnapshot execution, @Nullable RolledBack back) {
        var stage = seen.stages().stream()
                .filter(each -> each.status() == Status.FAILED && execution.id().equals(each.executionId()))
                .findFirst();
        var reason = stage.flatMap(Troubles::failure)
                .map(Troubles::reason)
                .or(() -> stage.flatMap(Troubles::condition))
                .orElse(execution.said());
        return back != null
                ? new Trouble(Kind.ROLLED_BACK, "Rolled back", back.deployment() + detail(back.reason()))
                : new Trouble(Kind.FAILED, stage.map(it -> it.name() + " failed").orElse("Failed"), firstLine(reason));
    }

    private static Optional<Failure> failure(StageSnapshot stage) {
        return stage.actions().stream()
                .map(ActionSnapshot::failure)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A stage whose actions went well fails by a condition. */
    private static Optional<String> condition(StageSnapshot stage) {
        return stage.conditions().stream()
                .filter(each -> each.status() == Status.FAILED)
                .findFirst()
                .map(failed -> failed.when().title() + " failed"
                        + failed.rules().stream()
                                .filter(rule -> rule.status() == Status.FAILED)
                                .findFirst()
                                .map(rule -> detail(rule.failure() == null ? rule.summary() : rule.failure().message()))
                                .orElse(""));
    }

    private static String reason(Failure failure) {
        return failure.code().isEmpty() ? failure.message() : failure.code() + ": " + failure.message();
    }

    private static @Nullable Trouble rolledBack(@Nullable RolledBack back, ExecutionSnapshot latest) {
        if (back != null) {
            return new Trouble(
                    Kind.ROLLED_BACK, "Rolled back, reported as Succeeded", back.deployment() + detail(back.reason()));
        }
        return latest.isRollback()
                ? new Trouble(Kind.ROLLED_BACK, "Rolled back", target(latest))
                : null;
    }

    private static String target(ExecutionSnapshot latest) {
        return latest.rollbackTo() == null ? latest.said() : "to execution " + latest.rollbackTo();
    }

    private static @Nullable Trouble slow(
            List<StageSummary> stages, ExecutionSnapshot latest, @Nullable Duration usual, Instant now) {
        var length = latest.span().length(now).orElse(Duration.ZERO);
        var running = stages.stream().filter(stage -> stage.status() == Status.IN_PROGRESS).findFirst();
        // A person who has not approved yet, or who holds a transition, is not slow.
        if (usual == null || usual.isZero() || running.isEmpty()) {
            return null;
        }
        double share = (double) length.toMillis() / usual.toMillis();
        return share <= SLOW
                ? null
                : new Trouble(Kind.SLOW, longer(share), running.get().name() + " in progress");
    }

    private static String longer(double share) {
        return share < 2
                ? "Running " + Math.round((share - 1) * 20) * 5 + " % longer than usual"
                : "Running " + Math.round(Math.floor(share)) + " times its usual time";
    }

    private static String detail(String reason) {
        return reason.isEmpty() ? "" : ": " + firstLine(reason);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
