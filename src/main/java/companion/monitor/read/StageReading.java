package companion.monitor.read;

import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.Condition.When;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.Rule;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecution;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ActionState;
import software.amazon.awssdk.services.codepipeline.model.ConditionExecution;
import software.amazon.awssdk.services.codepipeline.model.ConditionState;
import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;
import software.amazon.awssdk.services.codepipeline.model.RuleState;
import software.amazon.awssdk.services.codepipeline.model.StageConditionState;
import software.amazon.awssdk.services.codepipeline.model.StageExecution;
import software.amazon.awssdk.services.codepipeline.model.StageState;
import software.amazon.awssdk.services.codepipeline.model.TransitionState;

/** What the state of a stage says, in the monitor's words. */
final class StageReading {
    private StageReading() {}

    /**
     * @param region the pipeline's
     * @param details what the history tells of the actions, by action execution id
     */
    static StageSnapshot stage(
            StageState state,
            String region,
            List<ActionDeclaration> declared,
            Map<String, ActionExecutionDetail> details) {
        var actions = state.actionStates().stream()
                .map(action -> action(action, region, declared, details))
                .sorted(Comparator.comparingInt(ActionSnapshot::runOrder))
                .toList();
        var latest = state.latestExecution();
        return new StageSnapshot(
                state.stageName(),
                latest == null ? joined(actions) : Status.of(latest.statusAsString()),
                latest == null ? null : latest.pipelineExecutionId(),
                transition(state.inboundTransitionState()),
                queue(state),
                actions,
                conditions(state));
    }

    /** States of before stages had executions tell of the actions only. */
    private static Status joined(List<ActionSnapshot> actions) {
        var all = actions.stream().map(ActionSnapshot::status).collect(Collectors.toSet());
        if (all.contains(Status.FAILED)) {
            return Status.FAILED;
        }
        return all.size() == 1
                ? all.iterator().next()
                : all.isEmpty() ? Status.NOT_STARTED : Status.IN_PROGRESS;
    }

    private static List<String> queue(StageState state) {
        return Stream.concat(Stream.ofNullable(state.inboundExecution()), state.inboundExecutions().stream())
                .map(StageExecution::pipelineExecutionId)
                .distinct()
                .toList();
    }

    private static Transition transition(@Nullable TransitionState state) {
        return state == null
                ? new Transition(true, "")
                : new Transition(
                        !Boolean.FALSE.equals(state.enabled()),
                        said(state.disabledReason()),
                        state.lastChangedBy(),
                        state.lastChangedAt());
    }

    private static List<Condition> conditions(StageState state) {
        var conditions = new ArrayList<Condition>();
        add(conditions, When.BEFORE_ENTRY, state.beforeEntryConditionState());
        add(conditions, When.ON_SUCCESS, state.onSuccessConditionState());
        add(conditions, When.ON_FAILURE, state.onFailureConditionState());
        return conditions;
    }

    private static void add(List<Condition> to, When when, @Nullable StageConditionState state) {
        if (state == null || state.latestExecution() == null && state.conditionStates().isEmpty()) {
            return;
        }
        var rules = state.conditionStates().stream()
                .flatMap(condition -> condition.ruleStates().stream())
                .map(StageReading::rule)
                .toList();
        var changed = state.conditionStates().stream()
                .map(ConditionState::latestExecution)
                .filter(Objects::nonNull)
                .map(ConditionExecution::lastStatusChange)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var latest = state.latestExecution();
        to.add(new Condition(
                when,
                Status.of(latest == null ? null : latest.statusAsString()),
                latest == null ? "" : said(latest.summary()),
                changed,
                rules));
    }

    private static Rule rule(RuleState state) {
        var latest = state.latestExecution();
        return latest == null
                ? new Rule(state.ruleName(), Status.NOT_STARTED, "", null, null)
                : new Rule(
                        state.ruleName(),
                        Status.of(latest.statusAsString()),
                        said(latest.summary()),
                        latest.lastStatusChange(),
                        failure(latest.errorDetails()));
    }

    private static ActionSnapshot action(
            ActionState state,
            String region,
            List<ActionDeclaration> declared,
            Map<String, ActionExecutionDetail> details) {
        var declaration = declared.stream()
                .filter(action -> action.name().equals(state.actionName()))
                .findFirst()
                .orElseGet(() -> ActionDeclaration.builder().name(state.actionName()).build());
        var type = declaration.actionTypeId();
        var latest = state.latestExecution() == null ? ActionExecution.builder().build() : state.latestExecution();
        var status = Status.of(latest.statusAsString());
        return new ActionSnapshot(
                state.actionName(),
                declaration.runOrder() == null ? 1 : declaration.runOrder(),
                type == null ? "" : type.categoryAsString(),
                type == null ? "" : type.provider(),
                about(declaration, region),
                status == Status.IN_PROGRESS && latest.token() != null ? Status.WAITING : status,
                span(latest, status, details.get(latest.actionExecutionId())),
                latest.summary(),
                state.currentRevision() == null ? null : state.currentRevision().revisionId(),
                latest.externalExecutionId(),
                latest.externalExecutionUrl(),
                failure(latest.errorDetails()),
                latest.token(),
                latest.actionExecutionId(),
                state.entityUrl(),
                state.revisionUrl());
    }

    /** The state tells when an action changed last, not when it began: the history does. */
    private static Span span(ActionExecution latest, Status status, @Nullable ActionExecutionDetail detail) {
        var end = !status.isOver()
                ? null
                : latest.lastStatusChange() != null || detail == null ? latest.lastStatusChange() : detail.lastUpdateTime();
        return detail == null ? new Span(null, end) : new Span(detail.startTime(), end);
    }

    /** What the action works on, by the configuration key that names it. */
    private static String about(ActionDeclaration declaration, String region) {
        var configuration = declaration.configuration();
        var what = Stream.of(
                        "RepositoryName", "FullRepositoryId", "ProjectName", "DeploymentGroupName", "ServiceName", "S3Bucket",
                        "BucketName", "StackName", "FunctionName")
                .map(configuration::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return what.isEmpty() || declaration.region() == null || declaration.region().equals(region)
                ? what
                : what + " in " + declaration.region();
    }

    static @Nullable Failure failure(@Nullable ErrorDetails error) {
        return error == null || error.code() == null && error.message() == null
                ? null
                : new Failure(said(error.code()), said(error.message()));
    }

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
