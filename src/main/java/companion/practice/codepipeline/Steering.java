package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionCatalog;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Fault;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.model.ActionNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.ApprovalAlreadyCompletedException;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.DisableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.EnableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.ExecutionTrigger;
import software.amazon.awssdk.services.codepipeline.model.InvalidApprovalTokenException;
import software.amazon.awssdk.services.codepipeline.model.OverrideStageConditionRequest;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.PipelineVariable;
import software.amazon.awssdk.services.codepipeline.model.PutApprovalResultRequest;
import software.amazon.awssdk.services.codepipeline.model.RetryStageExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.RollbackStageRequest;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.StageTransitionType;
import software.amazon.awssdk.services.codepipeline.model.StartPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

/** What people and rules do to running pipelines: start, stop, retry, roll back, hold, approve. */
final class Steering {
    private static final String EVENTS = "events.amazonaws.com";

    private final World world;
    private final Place place;
    private final Flow flow;
    private final ActionCatalog catalog;

    Steering(World world, Place place, Flow flow, ActionCatalog catalog) {
        this.world = world;
        this.place = place;
        this.flow = flow;
        this.catalog = catalog;
    }

    /** Who makes the current call. */
    static String callerArn(Place place) {
        return Caller.CURRENT.isBound() ? Caller.CURRENT.get().arn() : place.globalArn("iam", "root");
    }

    String start(PipelineRecord pipeline, StartPipelineExecutionRequest request) {
        var token = request.clientRequestToken();
        var known = token == null ? null : pipeline.executionByRequestToken.get(token);
        if (known != null) {
            return known;
        }
        var wanted = SourceOverrides.of(pipeline.current(), request.sourceRevisions());
        boolean byRule = Caller.CURRENT.isBound() && EVENTS.equals(Caller.CURRENT.get().service());
        var id = start(
                pipeline,
                byRule ? TriggerType.CLOUD_WATCH_EVENT : TriggerType.START_PIPELINE_EXECUTION,
                request.variables(),
                wanted);
        if (token != null) {
            pipeline.executionByRequestToken.put(token, id);
        }
        return id;
    }

    String start(PipelineRecord pipeline, TriggerType type, List<PipelineVariable> given, Map<String, String> wanted) {
        var declaration = pipeline.current();
        var variables = new LinkedHashMap<String, String>();
        declaration.variables().stream()
                .filter(variable -> variable.defaultValue() != null)
                .forEach(variable -> variables.put(variable.name(), variable.defaultValue()));
        given.forEach(variable -> variables.put(variable.name(), variable.value()));
        var caller = callerArn(place);
        var detail = type == TriggerType.CLOUD_WATCH_EVENT
                ? place.arn("events", "rule/" + caller.substring(caller.lastIndexOf('/') + 1))
                : caller;
        var execution = new Execution(
                world.ids().uuid(),
                declaration,
                ExecutionTrigger.builder().triggerType(type).triggerDetail(detail).build(),
                world.now(),
                variables,
                null);
        execution.wanted.putAll(wanted);
        flow.begin(pipeline, execution);
        return execution.id;
    }

    String stop(PipelineRecord pipeline, StopPipelineExecutionRequest request) {
        var execution = pipeline.execution(request.pipelineExecutionId());
        boolean abandon = Boolean.TRUE.equals(request.abandon());
        if (execution.isStopping() && !abandon) {
            throw PipelineFaults.duplicatedStop(execution.id);
        }
        if (!execution.isActive()) {
            throw PipelineFaults.notStoppable(execution.id, execution.status.toString());
        }
        execution.stopReason = request.reason();
        flow.stop(pipeline, execution, abandon);
        return execution.id;
    }

    String retry(PipelineRecord pipeline, RetryStageExecutionRequest request) {
        var slot = pipeline.slot(request.stageName());
        var execution = pipeline.execution(request.pipelineExecutionId());
        var run = execution.stages.get(request.stageName());
        if (slot.latest != execution) {
            throw PipelineFaults.notLatest("The pipeline execution " + execution.id + " is not the latest one of stage "
                    + request.stageName() + ".");
        }
        if (execution.version != pipeline.current().version()) {
            throw PipelineFaults.stageNotRetryable("The pipeline structure has changed since execution " + execution.id
                    + ". The stage cannot be retried.");
        }
        boolean allActions = request.retryMode() == StageRetryMode.ALL_ACTIONS;
        if (!allActions && run != null && execution.isActive() && !execution.isStopping() && run.hasFailedBeside()) {
            flow.retryBeside(pipeline, execution, run);
            return execution.id;
        }
        if (run == null
                || execution.isActive()
                || run.status == StageExecutionStatus.IN_PROGRESS
                || run.status == StageExecutionStatus.SKIPPED
                || run.status == StageExecutionStatus.SUCCEEDED) {
            throw PipelineFaults.stageNotRetryable("Stage " + request.stageName() + " of execution " + execution.id
                    + " is not in a failed state and cannot be retried.");
        }
        flow.retry(pipeline, execution, request.stageName(), allActions);
        return execution.id;
    }

    String rollBack(PipelineRecord pipeline, RollbackStageRequest request) {
        var stage = request.stageName();
        pipeline.slot(stage);
        var target = pipeline.execution(request.targetPipelineExecutionId());
        if (pipeline.current().pipelineType() != PipelineType.V2) {
            throw PipelineFaults.unableToRollBack("Stage rollback is only available for pipelines of type V2.");
        }
        if (pipeline.current().stages().getFirst().name().equals(stage)) {
            throw PipelineFaults.unableToRollBack("The source stage cannot be rolled back.");
        }
        if (target.version != pipeline.current().version()) {
            throw PipelineFaults.outdated("Execution " + target.id + " ran with version " + target.version
                    + " of the pipeline; the pipeline has changed since.");
        }
        if (!Flow.canRollBackTo(target, target.version, stage)) {
            throw PipelineFaults.unableToRollBack("Execution " + target.id + " did not succeed in stage " + stage
                    + ", or is a rollback itself.");
        }
        var execution = flow.rollback(
                target,
                stage,
                ExecutionTrigger.builder()
                        .triggerType(TriggerType.MANUAL_ROLLBACK)
                        .triggerDetail(callerArn(place))
                        .build());
        flow.begin(pipeline, execution);
        return execution.id;
    }

    void override(PipelineRecord pipeline, OverrideStageConditionRequest request) {
        var stage = request.stageName();
        var slot = pipeline.slot(stage);
        var execution = pipeline.executions.get(request.pipelineExecutionId());
        if (execution == null || slot.latest != execution) {
            throw PipelineFaults.notLatest("The pipeline execution " + request.pipelineExecutionId()
                    + " is not the latest one of stage " + stage + ".");
        }
        var run = execution.stages.get(stage);
        var condition = run.conditions.get(request.conditionType());
        if (condition == null || condition.isMet() || execution.isActive() || run.status != StageExecutionStatus.FAILED) {
            throw PipelineFaults.notOverridable("Stage " + stage + " of execution " + execution.id
                    + " has not failed by a condition of type " + request.conditionTypeAsString() + ".");
        }
        flow.override(pipeline, execution, run, condition);
    }

    void disable(PipelineRecord pipeline, DisableStageTransitionRequest request) {
        var slot = pipeline.slot(request.stageName());
        var transition = new StageSlot.Transition(false, callerArn(place), world.now(), request.reason());
        if (request.transitionType() == StageTransitionType.OUTBOUND) {
            slot.outbound = transition;
        } else {
            slot.inbound = transition;
        }
    }

    void enable(PipelineRecord pipeline, EnableStageTransitionRequest request) {
        var slot = pipeline.slot(request.stageName());
        var transition = new StageSlot.Transition(true, callerArn(place), world.now(), null);
        if (request.transitionType() == StageTransitionType.OUTBOUND) {
            slot.outbound = transition;
        } else {
            slot.inbound = transition;
        }
        List.copyOf(pipeline.slots.keySet()).forEach(stage -> flow.admit(pipeline, stage));
    }

    void answer(PipelineRecord pipeline, PutApprovalResultRequest request) {
        var slot = pipeline.slot(request.stageName());
        var run = slot.latest == null ? null : slot.latest.stages.get(request.stageName());
        var action = run == null ? null : run.latest.get(request.actionName());
        if (action == null || !action.isApproval()) {
            throw Fault.of(
                    ActionNotFoundException.builder(),
                    "ActionNotFoundException",
                    "Stage '" + request.stageName() + "' does not have an approval action '" + request.actionName() + "'");
        }
        if (!action.isRunning()) {
            throw Fault.of(
                    ApprovalAlreadyCompletedException.builder(),
                    "ApprovalAlreadyCompletedException",
                    "The approval action has already been approved or rejected.");
        }
        boolean approved = request.result().status() == ApprovalStatus.APPROVED;
        var summary = request.result().summary() == null ? "" : request.result().summary();
        if (!action.run.token().equals(request.token()) || !catalog.answerApproval(request.token(), approved, summary)) {
            throw Fault.of(
                    InvalidApprovalTokenException.builder(),
                    "InvalidApprovalTokenException",
                    "The approval request token is not valid.");
        }
        action.updatedBy = callerArn(place);
    }
}
