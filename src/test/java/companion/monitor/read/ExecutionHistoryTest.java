package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.ExecutionRun.ActionRun;
import companion.monitor.snapshot.ExecutionRun.StageRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExecutionHistoryTest {
    @AutoClose
    private final StubAws aws = new StubAws();

    private final ExecutionHistory history = new ExecutionHistory(aws.connection());

    ExecutionHistoryTest() throws IOException {
        aws.on("ListPipelineExecutions", request -> request.contains("nextToken")
                ? """
                {"pipelineExecutionSummaries": [
                  {"lastUpdateTime": 1496380678.648, "pipelineExecutionId": "7cf7f7cb", "startTime": 1496380258.243,
                   "status": "Succeeded"}]}
                """
                : """
                {"pipelineExecutionSummaries": [
                  {"lastUpdateTime": 1496946071.6456, "pipelineExecutionId": "4992f7jf", "startTime": 1496945471.5645,
                   "status": "Succeeded"},
                  {"lastUpdateTime": 1496591045.634, "pipelineExecutionId": "3137f7cb", "startTime": 1496590401.222,
                   "status": "Superseded"}], "nextToken": "t"}
                """);
    }

    @Test
    void theListGoesOnToItsEnd() {
        assertThat(history.list("P", 1000)).extracting(ExecutionSnapshot::id)
                .containsExactly("4992f7jf", "3137f7cb", "7cf7f7cb");
        assertThat(aws.asked()).hasSize(2);
    }

    @Test
    void theListStopsWhereItIsToldTo() {
        assertThat(history.list("P", 2)).extracting(ExecutionSnapshot::id).containsExactly("4992f7jf", "3137f7cb");
        assertThat(aws.asked()).hasSize(1);
    }

    @Test
    void aRunTellsEachAttemptOfEachActionWithItsVariables() {
        aws.on("ListActionExecutions", """
                {"actionExecutionDetails": [
                  {"pipelineExecutionId": "e1", "actionExecutionId": "a3", "stageName": "Deploy", "actionName": "Deploy",
                   "startTime": 1598572700, "lastUpdateTime": 1598572800, "status": "Succeeded",
                   "input": {"actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "CodeDeploy", "version": "1"},
                     "namespace": "DeployVariables"},
                   "output": {"outputArtifacts": [], "executionResult": {"externalExecutionId": "d-EXAMPLEE5",
                     "externalExecutionSummary": "Deployment Succeeded", "externalExecutionUrl": "https://myaddress.com"},
                     "outputVariables": {}}},
                  {"pipelineExecutionId": "e1", "actionExecutionId": "a2", "stageName": "Deploy", "actionName": "Deploy",
                   "startTime": 1598572628.6, "lastUpdateTime": 1598572661.255, "status": "Failed",
                   "output": {"executionResult": {"externalExecutionId": "d-EXAMPLEE4",
                     "errorDetails": {"code": "JobFailed", "message": "The deployment failed"}}}},
                  {"pipelineExecutionId": "e1", "actionExecutionId": "a1", "stageName": "Source", "actionName": "Source",
                   "startTime": 1598572624.387, "lastUpdateTime": 1598572628.16, "status": "Succeeded",
                   "input": {"actionTypeId": {"category": "Source", "owner": "AWS", "provider": "CodeCommit", "version": "1"},
                     "namespace": "SourceVariables"},
                   "output": {"outputVariables": {"BranchName": "production", "CommitId": "EXAMPLEad99dc"}}}]}
                """).on("GetPipelineExecution", """
                {"pipelineExecution": {"pipelineExecutionId": "e1", "status": "Succeeded",
                  "variables": [{"name": "size", "resolvedValue": "small"}]}}
                """);
        var execution = history.list("P", 1).getFirst();
        var run = history.run("P", execution);
        assertThat(run.stages()).extracting(StageRun::name).containsExactly("Source", "Deploy");
        var deploy = run.stages().getLast();
        assertThat(deploy.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(deploy.actions()).extracting(ActionRun::status).containsExactly(Status.FAILED, Status.SUCCEEDED);
        assertThat(deploy.actions()).extracting(ActionRun::externalId).containsExactly("d-EXAMPLEE4", "d-EXAMPLEE5");
        assertThat(deploy.actions().getFirst().failure().message()).isEqualTo("The deployment failed");
        assertThat(deploy.span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(171_400));
        assertThat(run.variables())
                .containsEntry("SourceVariables.CommitId", "EXAMPLEad99dc")
                .containsEntry("variables.size", "small");
    }
}
