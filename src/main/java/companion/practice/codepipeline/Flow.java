package companion.practice.codepipeline;

import companion.practice.world.World;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ConditionType;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.ExecutionTrigger;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

/**
 * How executions move through a pipeline (facts, section 4.1): a stage holds one execution; a newer one waits before it and,
 * in mode SUPERSEDED, takes the place of one that waits already; a failure or a stop gives the stage free.
 */
final class Flow {
    /** From the end of a stage to the start of the next. */
    private static final Duration TRANSITION = Duration.ofSeconds(1);

    private final World world;
    private final PipelineEvents events;
    private final Actions actions;
    private final StageConditions conditions;

    Flow(World world, PipelineEvents events, Actions actions, StageConditions conditions) {
        this.world = world;
        this.events = events;
        this.actions = actions;
        this.conditions = conditions;
    }

    /** Puts a new execution before its first stage. */
    void begin(PipelineRecord pipeline, Execution execution) {
        pipeline.executions.put(execution.id, execution);
        events.execution(execution, "STARTED");
        var first = execution.rollback == null
                ? execution.declaration.stages().getFirst().name()
                : execution.rollback.stage();
        arrive(pipeline, execution, first);
    }

    /** Lets the execution that waits before a stage in, if nothing is in its way any more. */
    void admit(PipelineRecord pipeline, String stage) {
        var slot = pipeline.slots.get(stage);
        if (slot != null && slot.occupying == null && isOpen(pipeline, stage)) {
            var next = slot.waiting.pollFirst();
            if (next != null) {
                enter(pipeline, next, stage);
            }
        }
    }

    /** Runs a failed stage again, within the same execution. */
    void retry(PipelineRecord pipeline, Execution execution, String stage, boolean allActions) {
        execution.stages.get(stage).reopen(allActions);
        execution.stages.get(stage).retried = world.now();
        execution.attempt++;
        execution.set(PipelineExecutionStatus.IN_PROGRESS, world.now());
        events.execution(execution, "RESUMED");
        events.stage(execution, stage, "RESUMED");
        hold(pipeline, execution, stage);
        open(pipeline, execution, execution.stages.get(stage));
    }

    /** Runs the actions of a stage again that failed, while others of it still run. */
    void retryBeside(PipelineRecord pipeline, Execution execution, StageRun run) {
        var failed = execution.stageDeclaration(run.name).actions().stream()
                .filter(action -> run.latest.containsKey(action.name())
                        && run.latest.get(action.name()).status == ActionExecutionStatus.FAILED)
                .toList();
        run.retried = world.now();
        execution.attempt++;
        events.stage(execution, run.name, "RESUMED");
        for (var action : failed) {
            actions.start(execution, run, action, () -> advance(pipeline, execution, run.name));
        }
        advance(pipeline, execution, run.name);
    }

    /** Goes on with a stage that failed by a condition, as if that had been met. */
    void override(PipelineRecord pipeline, Execution execution, StageRun run, ConditionRun condition) {
        condition.override(world.now());
        run.status = StageExecutionStatus.IN_PROGRESS;
        execution.set(PipelineExecutionStatus.IN_PROGRESS, world.now());
        events.execution(execution, "RESUMED");
        events.stage(execution, run.name, "RESUMED");
        hold(pipeline, execution, run.name);
        advance(pipeline, execution, run.name);
    }

    /** Stops an execution: after its running actions, or giving them up. */
    void stop(PipelineRecord pipeline, Execution execution, boolean abandon) {
        execution.set(PipelineExecutionStatus.STOPPING, world.now());
        events.execution(execution, "STOPPING");
        var running = execution.stages.values().stream().filter(StageRun::isRunning).findFirst();
        if (running.isEmpty()) {
            pipeline.slots.values().forEach(slot -> slot.waiting.remove(execution));
            end(execution, PipelineExecutionStatus.STOPPED, "STOPPED");
            return;
        }
        var stage = running.get();
        stage.status = StageExecutionStatus.STOPPING;
        events.stage(execution, stage.name, "STOPPING");
        if (abandon) {
            actions.abandon(execution, stage, "ABANDONED");
            world.after(TRANSITION, () -> advance(pipeline, execution, stage.name));
        }
    }

    /** Cancels what an edit of the pipeline leaves without ground. */
    void cancel(PipelineRecord pipeline, Execution execution) {
        for (var stage : execution.stages.values()) {
            if (stage.isRunning()) {
                actions.abandon(execution, stage, "CANCELED");
                stage.status = StageExecutionStatus.CANCELLED;
                events.stage(execution, stage.name, "CANCELED");
            }
        }
        pipeline.slots.values().forEach(slot -> {
            slot.waiting.remove(execution);
            if (slot.occupying == execution) {
                slot.occupying = null;
            }
        });
        end(execution, PipelineExecutionStatus.CANCELLED, "CANCELED");
    }

    private void arrive(PipelineRecord pipeline, Execution execution, String stage) {
        if (execution.isStopping()) {
            end(execution, PipelineExecutionStatus.STOPPED, "STOPPED");
            return;
        }
        var slot = pipeline.slots.get(stage);
        if (slot == null || execution.status != PipelineExecutionStatus.IN_PROGRESS) {
            return;
        }
        if (execution.mode() == ExecutionMode.PARALLEL && isOpen(pipeline, stage)) {
            enter(pipeline, execution, stage);
            return;
        }
        if (execution.mode() == ExecutionMode.SUPERSEDED && !slot.waiting.isEmpty()) {
            var older = slot.waiting.pollFirst();
            older.statusSummary = null;
            end(older, PipelineExecutionStatus.SUPERSEDED, "SUPERSEDED");
        }
        slot.waiting.addLast(execution);
        execution.updated = world.now();
        admit(pipeline, stage);
    }

    private void enter(PipelineRecord pipeline, Execution execution, String stage) {
        hold(pipeline, execution, stage);
        var run = new StageRun(stage);
        execution.stages.put(stage, run);
        execution.updated = world.now();
        events.stage(execution, stage, "STARTED");
        open(pipeline, execution, run);
    }

    /** Lets a stage's actions begin if it may be entered, and passes it over or fails it if not. */
    private void open(PipelineRecord pipeline, Execution execution, StageRun run) {
        if (!run.latest.isEmpty() || conditions.areMet(execution, run, ConditionType.BEFORE_ENTRY)) {
            advance(pipeline, execution, run.name);
        } else if (run.conditions.get(ConditionType.BEFORE_ENTRY).result == Result.SKIP) {
            run.status = StageExecutionStatus.SKIPPED;
            goOn(pipeline, execution, run);
        } else {
            close(pipeline, execution, run, Result.FAIL);
        }
    }

    private static void hold(PipelineRecord pipeline, Execution execution, String stage) {
        var slot = pipeline.slots.get(stage);
        if (slot != null) {
            slot.latest = execution;
            if (execution.mode() != ExecutionMode.PARALLEL) {
                slot.occupying = execution;
            }
        }
    }

    /** Looks at a stage after something in it changed: goes on, or ends it. */
    private void advance(PipelineRecord pipeline, Execution execution, String stage) {
        var run = execution.stages.get(stage);
        if (run == null || run.isRunning() || !execution.isActive()) {
            return;
        }
        if (execution.isStopping()) {
            run.status = StageExecutionStatus.STOPPED;
            events.stage(execution, stage, "STOPPED");
            end(execution, PipelineExecutionStatus.STOPPED, "STOPPED");
            leave(pipeline, execution, stage);
        } else if (run.has(ActionExecutionStatus.FAILED)) {
            fail(pipeline, execution, run);
        } else {
            var next = run.next(execution.stageDeclaration(stage));
            if (next.isEmpty()) {
                succeed(pipeline, execution, run);
            }
            for (var action : next) {
                actions.start(execution, run, action, () -> advance(pipeline, execution, stage));
            }
            // An action may have failed before it really started.
            if (!next.isEmpty() && !run.isRunning()) {
                advance(pipeline, execution, stage);
            }
        }
    }

    private void succeed(PipelineRecord pipeline, Execution execution, StageRun run) {
        if (!conditions.areMet(execution, run, ConditionType.ON_SUCCESS)) {
            close(pipeline, execution, run, run.conditions.get(ConditionType.ON_SUCCESS).result);
            return;
        }
        run.status = StageExecutionStatus.SUCCEEDED;
        events.stage(execution, run.name, "SUCCEEDED");
        goOn(pipeline, execution, run);
    }

    private void goOn(PipelineRecord pipeline, Execution execution, StageRun run) {
        execution.updated = world.now();
        var next = execution.after(run.name);
        if (next == null) {
            end(execution, PipelineExecutionStatus.SUCCEEDED, "SUCCEEDED");
        } else {
            world.after(TRANSITION, () -> arrive(pipeline, execution, next.name()));
        }
        leave(pipeline, execution, run.name);
    }

    private void fail(PipelineRecord pipeline, Execution execution, StageRun run) {
        var onFailure = execution.stageDeclaration(run.name).onFailure();
        var result = onFailure == null ? null : onFailure.result();
        if (result == Result.RETRY && run.automaticRetries == 0 && execution.rollback == null) {
            run.automaticRetries++;
            failed(execution, run);
            var retry = onFailure.retryConfiguration();
            retry(pipeline, execution, run.name, retry != null && retry.retryMode() == StageRetryMode.ALL_ACTIONS);
            return;
        }
        close(pipeline, execution, run, result);
    }

    private void failed(Execution execution, StageRun run) {
        run.status = StageExecutionStatus.FAILED;
        events.stage(execution, run.name, "FAILED");
    }

    /** Fails a stage and its execution, and goes back if that is the result. */
    private void close(PipelineRecord pipeline, Execution execution, StageRun run, @Nullable Result result) {
        failed(execution, run);
        end(execution, PipelineExecutionStatus.FAILED, "FAILED");
        leave(pipeline, execution, run.name);
        if (result == Result.ROLLBACK && execution.rollback == null) {
            rollBackToLastGood(pipeline, execution, run.name);
        }
    }

    private void rollBackToLastGood(PipelineRecord pipeline, Execution failed, String stage) {
        List.copyOf(pipeline.executions.values()).reversed().stream()
                .filter(candidate -> canRollBackTo(candidate, failed.version, stage))
                .findFirst()
                .ifPresent(target -> begin(
                        pipeline,
                        rollback(
                                target,
                                stage,
                                ExecutionTrigger.builder()
                                        .triggerType(TriggerType.AUTOMATED_ROLLBACK)
                                        .triggerDetail(failed.id)
                                        .build())));
    }

    /** Whether the stage can go back to what that execution left there. */
    static boolean canRollBackTo(Execution candidate, int version, String stage) {
        var run = candidate.stages.get(stage);
        return candidate.rollback == null
                && candidate.version == version
                && run != null
                && run.status == StageExecutionStatus.SUCCEEDED;
    }

    /** A new execution of one stage, with the artifacts of an earlier one. */
    Execution rollback(Execution target, String stage, ExecutionTrigger trigger) {
        var execution = new Execution(
                world.ids().uuid(),
                target.declaration,
                trigger,
                world.now(),
                target.variables,
                new Execution.Rollback(stage, target.id));
        execution.artifacts.putAll(target.artifacts);
        execution.namespaces.putAll(target.namespaces);
        execution.revisions.putAll(target.revisions);
        execution.sources.putAll(target.sources);
        return execution;
    }

    private void leave(PipelineRecord pipeline, Execution execution, String stage) {
        var slot = pipeline.slots.get(stage);
        if (slot != null && slot.occupying == execution) {
            slot.occupying = null;
            admit(pipeline, stage);
        }
    }

    private void end(Execution execution, PipelineExecutionStatus status, String state) {
        execution.set(status, world.now());
        events.execution(execution, state);
    }

    /** A stage can be entered if its own inbound transition and the outbound one before it are enabled. */
    private static boolean isOpen(PipelineRecord pipeline, String stage) {
        StageSlot before = null;
        for (var entry : pipeline.slots.entrySet()) {
            if (entry.getKey().equals(stage)) {
                return entry.getValue().inbound.enabled() && (before == null || before.outbound.enabled());
            }
            before = entry.getValue();
        }
        return false;
    }
}
