package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionCatalog;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Redacting;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ActionType;
import software.amazon.awssdk.services.codepipeline.model.CreatePipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.CreatePipelineResponse;
import software.amazon.awssdk.services.codepipeline.model.DeletePipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.DeletePipelineResponse;
import software.amazon.awssdk.services.codepipeline.model.DisableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.DisableStageTransitionResponse;
import software.amazon.awssdk.services.codepipeline.model.EnableStageTransitionRequest;
import software.amazon.awssdk.services.codepipeline.model.EnableStageTransitionResponse;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineExecutionResponse;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineResponse;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateRequest;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.ListActionExecutionsRequest;
import software.amazon.awssdk.services.codepipeline.model.ListActionExecutionsResponse;
import software.amazon.awssdk.services.codepipeline.model.ListActionTypesRequest;
import software.amazon.awssdk.services.codepipeline.model.ListActionTypesResponse;
import software.amazon.awssdk.services.codepipeline.model.ListPipelineExecutionsRequest;
import software.amazon.awssdk.services.codepipeline.model.ListPipelineExecutionsResponse;
import software.amazon.awssdk.services.codepipeline.model.ListPipelinesRequest;
import software.amazon.awssdk.services.codepipeline.model.ListPipelinesResponse;
import software.amazon.awssdk.services.codepipeline.model.ListRuleExecutionsRequest;
import software.amazon.awssdk.services.codepipeline.model.ListRuleExecutionsResponse;
import software.amazon.awssdk.services.codepipeline.model.ListRuleTypesRequest;
import software.amazon.awssdk.services.codepipeline.model.ListRuleTypesResponse;
import software.amazon.awssdk.services.codepipeline.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.codepipeline.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.codepipeline.model.OverrideStageConditionRequest;
import software.amazon.awssdk.services.codepipeline.model.OverrideStageConditionResponse;
import software.amazon.awssdk.services.codepipeline.model.PipelineVersionNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.PutApprovalResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutApprovalResultResponse;
import software.amazon.awssdk.services.codepipeline.model.ResourceNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.RetryStageExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.RetryStageExecutionResponse;
import software.amazon.awssdk.services.codepipeline.model.RollbackStageRequest;
import software.amazon.awssdk.services.codepipeline.model.RollbackStageResponse;
import software.amazon.awssdk.services.codepipeline.model.StartPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.StartPipelineExecutionResponse;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionRequest;
import software.amazon.awssdk.services.codepipeline.model.StopPipelineExecutionResponse;
import software.amazon.awssdk.services.codepipeline.model.Tag;
import software.amazon.awssdk.services.codepipeline.model.TagResourceRequest;
import software.amazon.awssdk.services.codepipeline.model.TagResourceResponse;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;
import software.amazon.awssdk.services.codepipeline.model.UntagResourceRequest;
import software.amazon.awssdk.services.codepipeline.model.UntagResourceResponse;
import software.amazon.awssdk.services.codepipeline.model.UpdatePipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.UpdatePipelineResponse;

/**
 * CodePipeline of one region.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/">CodePipeline API reference</a>
 */
public final class PracticeCodePipeline implements CodePipelineClient, Redacting {
    private final World world;
    private final Place place;
    private final ActionCatalog catalog;
    private final PipelineRules rules;
    private final Flow flow;
    private final Steering steering;
    private final PipelineViews views;
    private final ConditionViews conditions;
    private final Map<String, PipelineRecord> byName = new LinkedHashMap<>();

    public PracticeCodePipeline(World world, Place place, Services services, Fabric fabric) {
        this.world = world;
        this.place = place;
        this.catalog = new ActionCatalog(world, place, services, fabric);
        this.rules = new PipelineRules(catalog, fabric);
        var events = new PipelineEvents(place, fabric);
        this.flow = new Flow(world, events, new Actions(world, fabric, catalog, events), new StageConditions(world));
        this.steering = new Steering(world, place, flow, catalog);
        this.views = new PipelineViews(place);
        this.conditions = new ConditionViews(place);
    }

    @Override
    public SdkPojo redacted(SdkPojo request) {
        return SourceTokens.redacted(request);
    }

    @Override
    public CreatePipelineResponse createPipeline(CreatePipelineRequest request) {
        var checked = rules.check(request.pipeline());
        if (byName.containsKey(checked.name())) {
            throw PipelineFaults.nameInUse(checked.name());
        }
        var pipeline = new PipelineRecord(checked.name(), world.now());
        var declaration = pipeline.revise(checked, Steering.callerArn(place), world.now());
        request.tags().forEach(tag -> pipeline.tags.put(tag.key(), tag.value()));
        byName.put(pipeline.name, pipeline);
        steering.start(pipeline, TriggerType.CREATE_PIPELINE, List.of(), Map.of());
        return CreatePipelineResponse.builder()
                .pipeline(declaration)
                .tags(request.tags())
                .build();
    }

    @Override
    public GetPipelineResponse getPipeline(GetPipelineRequest request) {
        var pipeline = find(request.name());
        var declaration =
                request.version() == null ? pipeline.current() : pipeline.versions.get(request.version());
        if (declaration == null) {
            throw Fault.of(
                    PipelineVersionNotFoundException.builder(),
                    "PipelineVersionNotFoundException",
                    "Pipeline '" + pipeline.name + "' does not have a version " + request.version());
        }
        return GetPipelineResponse.builder()
                .pipeline(declaration)
                .metadata(views.metadata(pipeline))
                .build();
    }

    @Override
    public UpdatePipelineResponse updatePipeline(UpdatePipelineRequest request) {
        var pipeline = find(request.pipeline().name());
        var checked = rules.check(request.pipeline());
        List.copyOf(pipeline.executions.values()).stream()
                .filter(Execution::isActive)
                .forEach(execution -> flow.cancel(pipeline, execution));
        return UpdatePipelineResponse.builder()
                .pipeline(pipeline.revise(checked, Steering.callerArn(place), world.now()))
                .build();
    }

    @Override
    public DeletePipelineResponse deletePipeline(DeletePipelineRequest request) {
        var pipeline = byName.remove(request.name());
        if (pipeline != null) {
            List.copyOf(pipeline.executions.values()).stream()
                    .filter(Execution::isActive)
                    .forEach(execution -> flow.cancel(pipeline, execution));
        }
        return DeletePipelineResponse.builder().build();
    }

    @Override
    public ListPipelinesResponse listPipelines(ListPipelinesRequest request) {
        var all = byName.values().stream()
                .sorted(Comparator.comparing((PipelineRecord pipeline) -> pipeline.name))
                .map(views::summary)
                .toList();
        var page = Page.of(all, request.nextToken(), request.maxResults(), 1000);
        return ListPipelinesResponse.builder()
                .pipelines(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    @Override
    public GetPipelineStateResponse getPipelineState(GetPipelineStateRequest request) {
        return views.state(find(request.name()));
    }

    @Override
    public GetPipelineExecutionResponse getPipelineExecution(GetPipelineExecutionRequest request) {
        var pipeline = find(request.pipelineName());
        return GetPipelineExecutionResponse.builder()
                .pipelineExecution(views.execution(pipeline, pipeline.execution(request.pipelineExecutionId())))
                .build();
    }

    @Override
    public ListPipelineExecutionsResponse listPipelineExecutions(ListPipelineExecutionsRequest request) {
        var pipeline = find(request.pipelineName());
        var succeededIn = request.filter() == null ? null : request.filter().succeededInStage();
        var all = List.copyOf(pipeline.executions.values()).reversed().stream()
                .filter(execution -> succeededIn == null
                        || Flow.canRollBackTo(execution, execution.version, succeededIn.stageName()))
                .map(views::executionSummary)
                .toList();
        var page = Page.of(all, request.nextToken(), request.maxResults(), 100);
        return ListPipelineExecutionsResponse.builder()
                .pipelineExecutionSummaries(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    @Override
    public ListActionExecutionsResponse listActionExecutions(ListActionExecutionsRequest request) {
        var pipeline = find(request.pipelineName());
        var filter = request.filter();
        var only = filter == null
                ? null
                : filter.latestInPipelineExecution() != null
                        ? filter.latestInPipelineExecution().pipelineExecutionId()
                        : filter.pipelineExecutionId();
        boolean latestOnly = filter != null && filter.latestInPipelineExecution() != null;
        var executions = only == null ? pipeline.executions.values() : List.of(pipeline.execution(only));
        var all = new ArrayList<ActionExecutionDetail>();
        for (var execution : executions) {
            for (var stage : execution.stages.values()) {
                (latestOnly ? stage.latest.values() : stage.history)
                        .forEach(action -> all.add(views.detail(execution, action)));
            }
        }
        // Stable, so actions that started at the same moment stay in the order in which they were made, newest first.
        var newestFirst = all.reversed().stream()
                .sorted(Comparator.comparing(ActionExecutionDetail::startTime).reversed())
                .toList();
        var page = Page.of(newestFirst, request.nextToken(), request.maxResults(), 100);
        return ListActionExecutionsResponse.builder()
                .actionExecutionDetails(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    @Override
    public ListActionTypesResponse listActionTypes(ListActionTypesRequest request) {
        return ListActionTypesResponse.builder()
                .actionTypes(catalog.all().stream()
                        .map(provider -> ActionType.builder()
                                .id(provider.type())
                                .inputArtifactDetails(count -> count.minimumCount(provider.artifacts().minInput())
                                        .maximumCount(provider.artifacts().maxInput()))
                                .outputArtifactDetails(count -> count.minimumCount(provider.artifacts().minOutput())
                                        .maximumCount(provider.artifacts().maxOutput()))
                                .build())
                        .toList())
                .build();
    }

    @Override
    public StartPipelineExecutionResponse startPipelineExecution(StartPipelineExecutionRequest request) {
        return StartPipelineExecutionResponse.builder()
                .pipelineExecutionId(steering.start(find(request.name()), request))
                .build();
    }

    @Override
    public StopPipelineExecutionResponse stopPipelineExecution(StopPipelineExecutionRequest request) {
        return StopPipelineExecutionResponse.builder()
                .pipelineExecutionId(steering.stop(find(request.pipelineName()), request))
                .build();
    }

    @Override
    public RetryStageExecutionResponse retryStageExecution(RetryStageExecutionRequest request) {
        return RetryStageExecutionResponse.builder()
                .pipelineExecutionId(steering.retry(find(request.pipelineName()), request))
                .build();
    }

    @Override
    public RollbackStageResponse rollbackStage(RollbackStageRequest request) {
        return RollbackStageResponse.builder()
                .pipelineExecutionId(steering.rollBack(find(request.pipelineName()), request))
                .build();
    }

    @Override
    public OverrideStageConditionResponse overrideStageCondition(OverrideStageConditionRequest request) {
        steering.override(find(request.pipelineName()), request);
        return OverrideStageConditionResponse.builder().build();
    }

    @Override
    public ListRuleExecutionsResponse listRuleExecutions(ListRuleExecutionsRequest request) {
        var pipeline = find(request.pipelineName());
        var filter = request.filter();
        boolean latest = filter != null && filter.latestInPipelineExecution() != null;
        var only = filter == null
                ? null
                : latest ? filter.latestInPipelineExecution().pipelineExecutionId() : filter.pipelineExecutionId();
        var all = conditions.details(
                only == null ? List.copyOf(pipeline.executions.values()) : List.of(pipeline.execution(only)), latest);
        var page = Page.of(all, request.nextToken(), request.maxResults(), 100);
        return ListRuleExecutionsResponse.builder()
                .ruleExecutionDetails(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    @Override
    public ListRuleTypesResponse listRuleTypes(ListRuleTypesRequest request) {
        return ListRuleTypesResponse.builder().ruleTypes(ConditionViews.types()).build();
    }

    @Override
    public DisableStageTransitionResponse disableStageTransition(DisableStageTransitionRequest request) {
        steering.disable(find(request.pipelineName()), request);
        return DisableStageTransitionResponse.builder().build();
    }

    @Override
    public EnableStageTransitionResponse enableStageTransition(EnableStageTransitionRequest request) {
        steering.enable(find(request.pipelineName()), request);
        return EnableStageTransitionResponse.builder().build();
    }

    @Override
    public PutApprovalResultResponse putApprovalResult(PutApprovalResultRequest request) {
        steering.answer(find(request.pipelineName()), request);
        return PutApprovalResultResponse.builder().approvedAt(world.now()).build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        var pipeline = byArn(request.resourceArn());
        request.tags().forEach(tag -> pipeline.tags.put(tag.key(), tag.value()));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        byArn(request.resourceArn()).tags.keySet().removeAll(request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(byArn(request.resourceArn()).tags.entrySet().stream()
                        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                        .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private PipelineRecord find(String name) {
        var pipeline = byName.get(name);
        if (pipeline == null) {
            throw PipelineFaults.pipelineNotFound(name, place);
        }
        return pipeline;
    }

    private PipelineRecord byArn(String arn) {
        var pipeline = byName.get(arn.substring(arn.lastIndexOf(':') + 1));
        if (pipeline == null) {
            throw Fault.of(
                    ResourceNotFoundException.builder(),
                    "ResourceNotFoundException",
                    "The specified resource was not found: " + arn);
        }
        return pipeline;
    }
}
