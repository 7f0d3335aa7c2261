package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ActionState;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.SourceRevision;
import software.amazon.awssdk.services.codepipeline.model.StageExecution;
import software.amazon.awssdk.services.codepipeline.model.StageState;

/** Reads a pipeline: its declaration once per version, its state and executions each time. */
final class PipelineReader {
    private static final int EXECUTIONS = 20;

    private final Connection connection;
    private final Map<String, PipelineDeclaration> declarations = new HashMap<>();

    PipelineReader(Connection connection) {
        this.connection = connection;
    }

    /** @throws software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException if there is none */
    PipelineSnapshot read(String name) {
        var client = connection.codePipeline();
        var state = client.getPipelineState(request -> request.name(name));
        var declaration = declaration(name, state.pipelineVersion());
        var executions = client.listPipelineExecutions(
                        request -> request.pipelineName(name).maxResults(EXECUTIONS))
                .pipelineExecutionSummaries();
        var details = details(name, state);
        var stages = new ArrayList<StageSnapshot>();
        for (var stage : state.stageStates()) {
            stages.add(stage(stage, declaration, details));
        }
        return new PipelineSnapshot(
                name,
                state.pipelineVersion(),
                declaration.pipelineTypeAsString(),
                declaration.executionModeAsString(),
                stages,
                executions.stream().map(PipelineReader::execution).toList());
    }

    /** The configuration of the first action of a provider, as declared; empty if there is none. */
    Map<String, String> configuration(String pipeline, String provider) {
        var declaration = declarations.get(pipeline);
        return declaration == null
                ? Map.of()
                : declaration.stages().stream()
                        .flatMap(stage -> stage.actions().stream())
                        .filter(action -> action.actionTypeId().provider().equals(provider))
                        .map(ActionDeclaration::configuration)
                        .findFirst()
                        .orElse(Map.of());
    }

    /** Forgets what is read once per version. */
    void forget() {
        declarations.clear();
    }

    private PipelineDeclaration declaration(String name, int version) {
        var known = declarations.get(name);
        if (known == null || known.version() != version) {
            known = connection.codePipeline().getPipeline(request -> request.name(name)).pipeline();
            declarations.put(name, known);
        }
        return known;
    }

    /** Start and end of the actions, which the pipeline's state does not tell, by action execution id. */
    private Map<String, ActionExecutionDetail> details(String name, GetPipelineStateResponse state) {
        var byId = new HashMap<String, ActionExecutionDetail>();
        state.stageStates().stream()
                .map(StageState::latestExecution)
                .filter(Objects::nonNull)
                .map(StageExecution::pipelineExecutionId)
                .distinct()
                .forEach(id -> connection
                        .codePipeline()
                        .listActionExecutionsPaginator(request -> request.pipelineName(name)
                                .filter(filter -> filter.pipelineExecutionId(id)))
                        .actionExecutionDetails()
                        .forEach(detail -> byId.put(detail.actionExecutionId(), detail)));
        return byId;
    }

    private static StageSnapshot stage(
            StageState state, PipelineDeclaration declaration, Map<String, ActionExecutionDetail> details) {
        var declared = declaration.stages().stream()
                .filter(stage -> stage.name().equals(state.stageName()))
                .flatMap(stage -> stage.actions().stream())
                .toList();
        var inbound = state.inboundTransitionState();
        var latest = state.latestExecution();
        return new StageSnapshot(
                state.stageName(),
                Status.of(latest == null ? null : latest.statusAsString()),
                latest == null ? null : latest.pipelineExecutionId(),
                new Transition(
                        inbound == null || !Boolean.FALSE.equals(inbound.enabled()),
                        inbound == null || inbound.disabledReason() == null ? "" : inbound.disabledReason()),
                state.inboundExecution() == null ? null : state.inboundExecution().pipelineExecutionId(),
                state.actionStates().stream()
                        .map(action -> action(action, declared, details))
                        .toList());
    }

    private static ActionSnapshot action(
            ActionState state, List<ActionDeclaration> declared, Map<String, ActionExecutionDetail> details) {
        var declaration = declared.stream()
                .filter(action -> action.name().equals(state.actionName()))
                .findFirst()
                .orElseGet(() -> ActionDeclaration.builder().name(state.actionName()).build());
        var type = declaration.actionTypeId();
        var latest = state.latestExecution();
        var detail = latest == null ? null : details.get(latest.actionExecutionId());
        var status = Status.of(latest == null ? null : latest.statusAsString());
        var error = latest == null ? null : latest.errorDetails();
        return new ActionSnapshot(
                state.actionName(),
                declaration.runOrder() == null ? 1 : declaration.runOrder(),
                type == null ? "" : type.categoryAsString(),
                type == null ? "" : type.provider(),
                about(declaration.configuration()),
                status == Status.IN_PROGRESS && latest.token() != null ? Status.WAITING : status,
                detail == null
                        ? Span.NONE
                        : new Span(detail.startTime(), status.isOver() ? detail.lastUpdateTime() : null),
                latest == null ? null : latest.summary(),
                state.currentRevision() == null ? null : state.currentRevision().revisionId(),
                latest == null ? null : latest.externalExecutionId(),
                latest == null ? null : latest.externalExecutionUrl(),
                error == null ? null : new Failure(error.code(), error.message()),
                latest == null ? null : latest.token());
    }

    /** What the action works on, by the configuration key that names it. */
    private static String about(Map<String, String> configuration) {
        return Stream.of("RepositoryName", "ProjectName", "DeploymentGroupName", "ServiceName", "FullRepositoryId")
                .map(configuration::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static ExecutionSnapshot execution(PipelineExecutionSummary summary) {
        var revision = summary.sourceRevisions().stream().findFirst();
        var status = Status.of(summary.statusAsString());
        return new ExecutionSnapshot(
                summary.pipelineExecutionId(),
                status,
                summary.executionTypeAsString(),
                summary.trigger() == null ? "" : summary.trigger().triggerTypeAsString(),
                summary.trigger() == null || summary.trigger().triggerDetail() == null
                        ? ""
                        : summary.trigger().triggerDetail(),
                new Span(summary.startTime(), status.isOver() ? summary.lastUpdateTime() : null),
                revision.map(SourceRevision::revisionId).orElse(null),
                revision.map(SourceRevision::revisionSummary).orElse(null));
    }
}
