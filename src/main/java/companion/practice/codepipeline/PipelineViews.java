package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionRun;
import companion.practice.world.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ActionState;
import software.amazon.awssdk.services.codepipeline.model.ArtifactDetail;
import software.amazon.awssdk.services.codepipeline.model.ArtifactRevision;
import software.amazon.awssdk.services.codepipeline.model.ConditionType;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecution;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.PipelineMetadata;
import software.amazon.awssdk.services.codepipeline.model.PipelineRollbackMetadata;
import software.amazon.awssdk.services.codepipeline.model.PipelineSummary;
import software.amazon.awssdk.services.codepipeline.model.ResolvedPipelineVariable;
import software.amazon.awssdk.services.codepipeline.model.SourceRevision;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageExecution;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageState;
import software.amazon.awssdk.services.codepipeline.model.StopExecutionTrigger;
import software.amazon.awssdk.services.codepipeline.model.TransitionState;

/** What CodePipeline answers about a pipeline and its executions. */
final class PipelineViews {
    private final Place place;

    PipelineViews(Place place) {
        this.place = place;
    }

    PipelineMetadata metadata(PipelineRecord pipeline) {
        return PipelineMetadata.builder()
                .pipelineArn(place.arn("codepipeline", pipeline.name))
                .created(pipeline.created)
                .updated(pipeline.updated)
                .build();
    }

    PipelineSummary summary(PipelineRecord pipeline) {
        var current = pipeline.current();
        return PipelineSummary.builder()
                .name(pipeline.name)
                .version(current.version())
                .pipelineType(current.pipelineType())
                .executionMode(current.executionMode())
                .created(pipeline.created)
                .updated(pipeline.updated)
                .build();
    }

    GetPipelineStateResponse state(PipelineRecord pipeline) {
        return GetPipelineStateResponse.builder()
                .pipelineName(pipeline.name)
                .pipelineVersion(pipeline.current().version())
                .created(pipeline.created)
                .updated(pipeline.updated)
                .stageStates(pipeline.current().stages().stream()
                        .map(stage -> stage(stage, pipeline.slot(stage.name())))
                        .toList())
                .build();
    }

    private static StageState stage(StageDeclaration declaration, StageSlot slot) {
        var state = StageState.builder()
                .stageName(declaration.name())
                .inboundTransitionState(transition(slot.inbound));
        if (!slot.waiting.isEmpty()) {
            var inbound = slot.waiting.stream()
                    .map(waiting -> stageExecution(waiting, StageExecutionStatus.IN_PROGRESS))
                    .toList();
            state.inboundExecution(inbound.getFirst()).inboundExecutions(inbound);
        }
        var run = slot.latest == null ? null : slot.latest.stages.get(declaration.name());
        if (run != null) {
            state.latestExecution(stageExecution(slot.latest, run.status));
        }
        return state.beforeEntryConditionState(ConditionViews.state(run, ConditionType.BEFORE_ENTRY))
                .onSuccessConditionState(ConditionViews.state(run, ConditionType.ON_SUCCESS))
                .actionStates(declaration.actions().stream()
                        .map(action -> action(action, run == null ? null : run.latest.get(action.name())))
                        .toList())
                .build();
    }

    private static StageExecution stageExecution(Execution execution, StageExecutionStatus status) {
        return StageExecution.builder()
                .pipelineExecutionId(execution.id)
                .status(status)
                .type(execution.type())
                .build();
    }

    private static TransitionState transition(StageSlot.Transition transition) {
        var state = TransitionState.builder().enabled(transition.enabled());
        if (transition.reason() != null) {
            state.disabledReason(transition.reason()).lastChangedBy(transition.by()).lastChangedAt(transition.at());
        }
        return state.build();
    }

    private static ActionState action(ActionDeclaration declaration, @Nullable ActionExecution latest) {
        var state = ActionState.builder().actionName(declaration.name());
        if (latest == null) {
            return state.build();
        }
        if (latest.revision != null) {
            state.currentRevision(revision -> revision.revisionId(latest.revision.id()))
                    .revisionUrl(latest.revision.url());
        }
        return state.entityUrl(latest.externalUrl)
                .latestExecution(software.amazon.awssdk.services.codepipeline.model.ActionExecution.builder()
                        .actionExecutionId(latest.id)
                        .status(latest.status)
                        .summary(latest.summary)
                        .lastStatusChange(latest.updated)
                        .lastUpdatedBy(latest.isApproval() ? latest.updatedBy : null)
                        .token(latest.isApproval() && latest.isRunning() ? latest.run.token() : null)
                        .externalExecutionId(latest.outsideId())
                        .externalExecutionUrl(latest.outsideUrl())
                        .errorDetails(latest.error)
                        .build())
                .build();
    }

    PipelineExecution execution(PipelineRecord pipeline, Execution execution) {
        return PipelineExecution.builder()
                .pipelineName(pipeline.name)
                .pipelineVersion(execution.version)
                .pipelineExecutionId(execution.id)
                .status(execution.status)
                .statusSummary(execution.statusSummary)
                .executionMode(execution.mode())
                .executionType(execution.type())
                .rollbackMetadata(rollback(execution))
                .trigger(execution.trigger)
                .variables(execution.variables.entrySet().stream()
                        .map(variable -> ResolvedPipelineVariable.builder()
                                .name(variable.getKey())
                                .resolvedValue(variable.getValue())
                                .build())
                        .toList())
                .artifactRevisions(execution.revisions.entrySet().stream()
                        .filter(entry -> isSourceOutput(execution, entry.getKey()))
                        .map(entry -> ArtifactRevision.builder()
                                .name(entry.getKey())
                                .revisionId(entry.getValue().id())
                                .revisionSummary(entry.getValue().summary())
                                .revisionUrl(entry.getValue().url())
                                .created(execution.started)
                                .build())
                        .toList())
                .build();
    }

    PipelineExecutionSummary executionSummary(Execution execution) {
        return PipelineExecutionSummary.builder()
                .pipelineExecutionId(execution.id)
                .status(execution.status)
                .statusSummary(execution.statusSummary)
                .startTime(execution.started)
                .lastUpdateTime(execution.updated)
                .executionMode(execution.mode())
                .executionType(execution.type())
                .rollbackMetadata(rollback(execution))
                .trigger(execution.trigger)
                .stopTrigger(
                        execution.stopReason == null
                                ? null
                                : StopExecutionTrigger.builder().reason(execution.stopReason).build())
                .sourceRevisions(execution.sources.entrySet().stream()
                        .map(source -> SourceRevision.builder()
                                .actionName(source.getKey())
                                .revisionId(source.getValue().id())
                                .revisionSummary(source.getValue().summary())
                                .revisionUrl(source.getValue().url())
                                .build())
                        .toList())
                .build();
    }

    ActionExecutionDetail detail(Execution execution, ActionExecution action) {
        var declaration = action.run.declaration();
        return ActionExecutionDetail.builder()
                .pipelineExecutionId(execution.id)
                .actionExecutionId(action.id)
                .pipelineVersion(execution.version)
                .stageName(action.stage)
                .actionName(action.name())
                .startTime(action.started)
                .lastUpdateTime(action.updated)
                .updatedBy(action.updatedBy)
                .status(action.status)
                .input(input -> input.actionTypeId(declaration.actionTypeId())
                        .configuration(declaration.configuration())
                        .resolvedConfiguration(action.run.configuration())
                        .roleArn(declaration.roleArn())
                        .region(declaration.region() == null ? place.region() : declaration.region())
                        .inputArtifacts(artifacts(action.run.inputs()))
                        .namespace(declaration.namespace()))
                .output(output -> output.outputArtifacts(
                                action.status == ActionExecutionStatus.SUCCEEDED
                                        ? artifacts(action.run.outputs())
                                        : List.of())
                        .executionResult(result -> result.externalExecutionId(action.outsideId())
                                .externalExecutionSummary(action.summary)
                                .externalExecutionUrl(action.outsideUrl())
                                .errorDetails(action.error))
                        .outputVariables(action.variables))
                .build();
    }

    private static @Nullable PipelineRollbackMetadata rollback(Execution execution) {
        return execution.rollback == null
                ? null
                : PipelineRollbackMetadata.builder()
                        .rollbackTargetPipelineExecutionId(execution.rollback.targetId())
                        .build();
    }

    private static boolean isSourceOutput(Execution execution, String artifact) {
        return execution.declaration.stages().getFirst().actions().stream()
                .flatMap(action -> action.outputArtifacts().stream())
                .anyMatch(output -> output.name().equals(artifact));
    }

    private static List<ArtifactDetail> artifacts(List<ActionRun.Artifact> artifacts) {
        return artifacts.stream()
                .map(artifact -> ArtifactDetail.builder()
                        .name(artifact.name())
                        .s3location(location -> location.bucket(artifact.bucket()).key(artifact.key()))
                        .build())
                .toList();
    }
}
