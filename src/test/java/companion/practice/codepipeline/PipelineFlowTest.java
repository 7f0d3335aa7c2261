package companion.practice.codepipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.DuplicatedStopRequestException;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InvalidApprovalTokenException;
import software.amazon.awssdk.services.codepipeline.model.NotLatestPipelineExecutionException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionNotStoppableException;
import software.amazon.awssdk.services.codepipeline.model.StageNotRetryableException;

class PipelineFlowTest {
    private final PipelineBench bench = new PipelineBench();

    @Test
    void creatingAPipelineStartsItAndItsSourceTakesTheHeadOfTheBranch() throws Exception {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        var source = bench.stage("Source");
        assertThat(source.latestExecution().statusAsString()).isEqualTo("Succeeded");
        assertThat(source.actionStates().getFirst().currentRevision().revisionId()).isEqualTo(bench.head);
        var execution = bench.pipelines
                .getPipelineExecution(r -> r.pipelineName("P").pipelineExecutionId(id))
                .pipelineExecution();
        assertThat(execution.trigger().triggerTypeAsString()).isEqualTo("CreatePipeline");
        assertThat(execution.artifactRevisions().getFirst().revisionSummary()).isEqualTo("Updated Web App to v2");
        assertThat(bench.bucket.keySet()).singleElement().asString().matches("P/SourceArti/[A-Za-z0-9]{7}");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bench.bucket.values().iterator().next()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("index.html");
        }
    }

    @Test
    void aSourceActionIsKnownOutsideByItsRevision() {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        var state = bench.stage("Source").actionStates().getFirst();
        assertThat(state.latestExecution().externalExecutionId()).isEqualTo(bench.head);
        var result = bench.pipelines
                .listActionExecutions(r -> r.pipelineName("P").filter(f -> f.pipelineExecutionId(id)))
                .actionExecutionDetails()
                .getLast()
                .output()
                .executionResult();
        assertThat(result.externalExecutionId()).isEqualTo(bench.head);
        assertThat(result.externalExecutionUrl()).isEqualTo(state.revisionUrl());
    }

    @Test
    void anApprovedStageSucceedsAndARejectedOneFailsItsExecution() {
        var first = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        bench.answer("Approve", "Approved");
        assertThat(bench.status(first)).isEqualTo("Succeeded");
        var second = bench.start();
        bench.pass(10);
        bench.answer("Approve", "Rejected");
        assertThat(bench.status(second)).isEqualTo("Failed");
        assertThat(bench.stage("Approve").actionStates().getFirst().latestExecution().errorDetails().message())
                .isEqualTo("because");
    }

    @Test
    void aStageHoldsOneExecutionAndANewerOneSupersedesTheOneThatWaits() {
        var first = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        var second = bench.start();
        bench.pass(10);
        assertThat(bench.stage("Approve").inboundExecution().pipelineExecutionId()).isEqualTo(second);
        var third = bench.start();
        bench.pass(10);
        assertThat(bench.status(second)).isEqualTo("Superseded");
        bench.answer("Approve", "Approved");
        assertThat(bench.status(first)).isEqualTo("Succeeded");
        assertThat(bench.stage("Approve").latestExecution().pipelineExecutionId()).isEqualTo(third);
    }

    @Test
    void queuedExecutionsAllGetTheirTurnInOrder() {
        bench.create(PipelineBench.pipeline(ExecutionMode.QUEUED, "Approve"));
        var second = bench.start();
        var third = bench.start();
        bench.pass(30);
        assertThat(bench.stage("Approve").inboundExecutions())
                .extracting(e -> e.pipelineExecutionId())
                .containsExactly(second, third);
    }

    @Test
    void aDisabledTransitionHoldsAnExecutionUntilItIsEnabled() {
        bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pipelines.disableStageTransition(
                r -> r.pipelineName("P").stageName("Approve").transitionType("Inbound").reason("freeze"));
        bench.pass(10);
        assertThat(bench.stage("Approve").inboundTransitionState().disabledReason()).isEqualTo("freeze");
        assertThat(bench.stage("Approve").latestExecution()).isNull();
        bench.pipelines.enableStageTransition(
                r -> r.pipelineName("P").stageName("Approve").transitionType("Inbound"));
        assertThat(bench.stage("Approve").latestExecution().statusAsString()).isEqualTo("InProgress");
    }

    @Test
    void aFailedStageIsRetriedWithinTheSameExecution() {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        assertThatThrownBy(() -> retry("Approve", id)).isInstanceOf(StageNotRetryableException.class);
        bench.answer("Approve", "Rejected");
        retry("Approve", id);
        assertThat(bench.status(id)).isEqualTo("InProgress");
        bench.answer("Approve", "Approved");
        assertThat(bench.status(id)).isEqualTo("Succeeded");
        var actions = bench.pipelines
                .listActionExecutions(r -> r.pipelineName("P").filter(f -> f.pipelineExecutionId(id)))
                .actionExecutionDetails();
        assertThat(actions).extracting(a -> a.statusAsString()).containsExactly("Succeeded", "Failed", "Succeeded");
    }

    @Test
    void anActionThatFailedIsRetriedWhileAnotherOfItsStageStillRuns() {
        var approve = PipelineBench.action("Answer", ActionCategory.APPROVAL, "Manual", Map.of());
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Last").toBuilder()
                .stages(
                        PipelineBench.stage("Source", PipelineBench.source("Source")),
                        PipelineBench.stage("Approve", approve.build(), approve.name("Beside").build()))
                .build());
        bench.pass(10);
        assertThatThrownBy(() -> retry("Approve", id)).isInstanceOf(StageNotRetryableException.class);
        bench.answer("Approve", "Rejected");
        var beside = bench.stage("Approve").actionStates().get(1).latestExecution();
        assertThatThrownBy(() -> bench.pipelines.retryStageExecution(r -> r.pipelineName("P")
                        .stageName("Approve")
                        .pipelineExecutionId(id)
                        .retryMode("ALL_ACTIONS")))
                .isInstanceOf(StageNotRetryableException.class);
        retry("Approve", id);
        assertThat(bench.stage("Approve").actionStates().get(1).latestExecution()).isEqualTo(beside);
        bench.answer("Approve", "Approved");
        assertThat(bench.status(id)).isEqualTo("InProgress");
        bench.pipelines.putApprovalResult(request -> request.pipelineName("P")
                .stageName("Approve")
                .actionName("Beside")
                .token(beside.token())
                .result(result -> result.status("Approved").summary("")));
        assertThat(bench.status(id)).isEqualTo("Succeeded");
    }

    @Test
    void onlyTheLatestExecutionOfAStageIsRetried() {
        var first = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        bench.answer("Approve", "Rejected");
        bench.start();
        bench.pass(10);
        assertThatThrownBy(() -> retry("Approve", first)).isInstanceOf(NotLatestPipelineExecutionException.class);
    }

    @Test
    void stopAndWaitLetsTheRunningActionEnd() {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve", "Last"));
        bench.pass(10);
        stop(id, false);
        assertThat(bench.status(id)).isEqualTo("Stopping");
        assertThatThrownBy(() -> stop(id, false)).isInstanceOf(DuplicatedStopRequestException.class);
        bench.answer("Approve", "Approved");
        assertThat(bench.status(id)).isEqualTo("Stopped");
        assertThat(bench.stage("Last").latestExecution()).isNull();
        assertThatThrownBy(() -> stop(id, true)).isInstanceOf(PipelineExecutionNotStoppableException.class);
    }

    @Test
    void stopAndAbandonGivesUpTheActionWhileItsBuildRunsOn() {
        var id = bench.create(PipelineBench.withBuild());
        bench.pass(10);
        stop(id, true);
        bench.pass(2);
        assertThat(bench.status(id)).isEqualTo("Stopped");
        assertThat(bench.stage("Build").actionStates().getFirst().latestExecution().statusAsString())
                .isEqualTo("Abandoned");
        assertThat(bench.buildStatus).containsValue("IN_PROGRESS");
        bench.endBuild(bench.buildStatus.keySet().iterator().next(), "SUCCEEDED");
        bench.pass(2);
        assertThat(bench.status(id)).isEqualTo("Stopped");
    }

    @Test
    void aFailedBuildFailsTheExecutionAndSaysInWhichPhase() {
        var id = bench.create(PipelineBench.withBuild());
        bench.pass(10);
        var build = bench.buildStatus.keySet().iterator().next();
        assertThat(bench.stage("Build").actionStates().getFirst().latestExecution().externalExecutionId())
                .isEqualTo(build);
        bench.endBuild(build, "FAILED");
        bench.pass(2);
        assertThat(bench.status(id)).isEqualTo("Failed");
        assertThat(bench.stage("Build").actionStates().getFirst().latestExecution().errorDetails().message())
                .isEqualTo("Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: Error "
                        + "while executing command: exit 1. Reason: exit status 1");
    }

    @Test
    void editingAPipelineCancelsWhatRuns() {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        bench.pipelines.updatePipeline(
                r -> r.pipeline(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve", "More")));
        assertThat(bench.status(id)).isEqualTo("Cancelled");
        assertThat(bench.pipelines.getPipeline(r -> r.name("P")).pipeline().version()).isEqualTo(2);
    }

    @Test
    void aStageIsRolledBackToAnEarlierExecution() {
        var good = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        bench.answer("Approve", "Approved");
        bench.head = "2222222222222222222222222222222222222222";
        var bad = bench.start();
        bench.pass(10);
        bench.answer("Approve", "Rejected");
        var rollback = bench.pipelines
                .rollbackStage(r -> r.pipelineName("P").stageName("Approve").targetPipelineExecutionId(good))
                .pipelineExecutionId();
        bench.answer("Approve", "Approved");
        var execution = bench.pipelines
                .getPipelineExecution(r -> r.pipelineName("P").pipelineExecutionId(rollback))
                .pipelineExecution();
        assertThat(execution.statusAsString()).isEqualTo("Succeeded");
        assertThat(execution.executionTypeAsString()).isEqualTo("ROLLBACK");
        assertThat(execution.artifactRevisions().getFirst().revisionId()).startsWith("1111");
        assertThat(bench.status(bad)).isEqualTo("Failed");
    }

    @Test
    void aPushStartsThePipelineThroughItsRule() {
        bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        bench.bridge.putRule(r -> r.name("on-push").eventPattern("{\"source\":[\"aws.codecommit\"]}"));
        bench.bridge.putTargets(r -> r.rule("on-push")
                .targets(t -> t.id("1")
                        .arn("arn:aws:codepipeline:us-east-1:123456789012:P")
                        .roleArn("arn:aws:iam::123456789012:role/events")));
        var detail = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        bench.bridge.bus().put("aws.codecommit", "CodeCommit Repository State Change", java.util.List.of(), () -> detail);
        bench.pass(2);
        var execution = bench.pipelines
                .listPipelineExecutions(r -> r.pipelineName("P"))
                .pipelineExecutionSummaries()
                .getFirst();
        assertThat(execution.trigger().triggerTypeAsString()).isEqualTo("CloudWatchEvent");
        assertThat(execution.trigger().triggerDetail()).isEqualTo("arn:aws:events:us-east-1:123456789012:rule/on-push");
    }

    @Test
    void anApprovalNeedsTheTokenThatWaits() {
        bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        assertThatThrownBy(() -> bench.pipelines.putApprovalResult(r -> r.pipelineName("P")
                        .stageName("Approve")
                        .actionName("Answer")
                        .token("00000000-0000-4000-8000-000000000000")
                        .result(result -> result.status("Approved").summary(""))))
                .isInstanceOf(InvalidApprovalTokenException.class);
        assertThat(bench.stage("Approve").latestExecution().statusAsString()).isEqualTo("InProgress");
    }

    private void retry(String stage, String id) {
        bench.pipelines.retryStageExecution(r ->
                r.pipelineName("P").stageName(stage).pipelineExecutionId(id).retryMode("FAILED_ACTIONS"));
    }

    private void stop(String id, boolean abandon) {
        bench.pipelines.stopPipelineExecution(
                r -> r.pipelineName("P").pipelineExecutionId(id).abandon(abandon).reason("test"));
    }
}
