package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.Revision;
import companion.monitor.snapshot.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PipelineReaderTest {
    private static final String DECLARATION = """
            {"pipeline": {"name": "P", "version": 3, "pipelineType": "V2", "executionMode": "QUEUED",
              "roleArn": "arn:aws:iam::123456789012:role/P", "stages": [
              {"name": "Source", "actions": [{"name": "App", "runOrder": 1,
                "actionTypeId": {"category": "Source", "owner": "AWS", "provider": "CodeCommit", "version": "1"},
                "configuration": {"RepositoryName": "app", "BranchName": "main"}}]},
              {"name": "Build", "actions": [
                {"name": "Package", "runOrder": 2,
                 "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
                 "configuration": {"ProjectName": "package"}, "region": "us-east-1"},
                {"name": "Lint", "runOrder": 1,
                 "actionTypeId": {"category": "Test", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
                 "configuration": {"ProjectName": "lint"}},
                {"name": "Unit", "runOrder": 1,
                 "actionTypeId": {"category": "Test", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
                 "configuration": {"ProjectName": "unit"}}]},
              {"name": "Approve", "actions": [{"name": "Sign", "runOrder": 1,
                "actionTypeId": {"category": "Approval", "owner": "AWS", "provider": "Manual", "version": "1"}}]}]}}
            """;

    private static final String STATE = """
            {"pipelineName": "P", "pipelineVersion": 3, "stageStates": [
              {"stageName": "Source", "inboundTransitionState": {"enabled": true},
               "latestExecution": {"pipelineExecutionId": "e2", "status": "Succeeded"},
               "actionStates": [{"actionName": "App",
                 "currentRevision": {"revisionId": "4f2a91c"},
                 "latestExecution": {"actionExecutionId": "a1", "status": "Succeeded", "lastStatusChange": 1598572628.16,
                   "externalExecutionId": "4f2a91c"},
                 "entityUrl": "https://console.aws.amazon.com/codecommit/app",
                 "revisionUrl": "https://console.aws.amazon.com/codecommit/app/4f2a91c"}]},
              {"stageName": "Build",
               "inboundTransitionState": {"enabled": false, "disabledReason": "Freeze until Monday",
                 "lastChangedBy": "arn:aws:iam::123456789012:user/ada", "lastChangedAt": 1598572000},
               "latestExecution": {"pipelineExecutionId": "e2", "status": "Failed"},
               "inboundExecutions": [{"pipelineExecutionId": "e3", "status": "InProgress"},
                 {"pipelineExecutionId": "e4", "status": "InProgress"}],
               "actionStates": [
                 {"actionName": "Package"},
                 {"actionName": "Lint", "latestExecution": {"actionExecutionId": "a2", "status": "Failed",
                   "lastStatusChange": 1598572661.255, "externalExecutionId": "lint:1", "summary": "Build failed",
                   "errorDetails": {"code": "JobFailed", "message": "Build terminated with state: FAILED"}}},
                 {"actionName": "Unit", "latestExecution": {"actionExecutionId": "a3", "status": "Succeeded",
                   "lastStatusChange": 1598572650}}],
               "onFailureConditionState": {"latestExecution": {"status": "Failed", "summary": "Rolled back"},
                 "conditionStates": [{"latestExecution": {"status": "Failed", "lastStatusChange": 1598572662},
                   "ruleStates": [{"ruleName": "Alarm", "latestExecution": {"status": "Errored", "summary": "In ALARM",
                     "lastStatusChange": 1598572662, "errorDetails": {"code": "PermissionError",
                       "message": "not authorized to perform: cloudwatch:DescribeAlarms"}}}]}]}},
              {"stageName": "Approve", "inboundTransitionState": {"enabled": true},
               "latestExecution": {"pipelineExecutionId": "e1", "status": "InProgress"},
               "actionStates": [{"actionName": "Sign", "latestExecution": {"actionExecutionId": "a0",
                 "status": "InProgress", "token": "3fe99096-2e86", "lastStatusChange": 1598571000}}]}]}
            """;

    private static final String DETAILS = """
            {"actionExecutionDetails": [
              {"pipelineExecutionId": "e2", "actionExecutionId": "a2", "stageName": "Build", "actionName": "Lint",
               "startTime": 1598572629, "lastUpdateTime": 1598572661.255, "status": "Failed"}], "nextToken": "more"}
            """;

    private static final String MORE_DETAILS = """
            {"actionExecutionDetails": [
              {"pipelineExecutionId": "e2", "actionExecutionId": "a1", "stageName": "Source", "actionName": "App",
               "startTime": 1598572624.387, "lastUpdateTime": 1598572628.16, "status": "Succeeded"},
              {"pipelineExecutionId": "e2", "actionExecutionId": "a3", "stageName": "Build", "actionName": "Unit",
               "startTime": 1598572629, "lastUpdateTime": 1598572650, "status": "Succeeded"},
              {"pipelineExecutionId": "e1", "actionExecutionId": "a0", "stageName": "Approve", "actionName": "Sign",
               "startTime": 1598571000, "lastUpdateTime": 1598571000, "status": "InProgress"}]}
            """;

    private static final String EXECUTIONS = """
            {"pipelineExecutionSummaries": [
              {"pipelineExecutionId": "e1", "status": "InProgress", "startTime": 1598570000, "lastUpdateTime": 1598571000},
              {"pipelineExecutionId": "e2", "status": "Stopping", "startTime": 1598572624, "lastUpdateTime": 1598572661,
               "executionMode": "QUEUED", "executionType": "ROLLBACK", "stopTrigger": {"reason": "wrong branch"},
               "trigger": {"triggerType": "ManualRollback", "triggerDetail": "arn:aws:iam::123456789012:user/ada"},
               "rollbackMetadata": {"rollbackTargetPipelineExecutionId": "e0"},
               "sourceRevisions": [{"actionName": "App", "revisionId": "4f2a91c", "revisionSummary": "To v2",
                   "revisionUrl": "https://example.com/4f2a91c"},
                 {"actionName": "Lib", "revisionId": "77aa001",
                  "revisionSummary": "{\\"ProviderType\\":\\"GitHub\\",\\"CommitMessage\\":\\"Say \\\\\\"hello\\\\\\"\\\\nand more\\"}"}]}]}
            """;

    @AutoClose
    private final StubAws aws = new StubAws();

    private final PipelineReader reader = new PipelineReader(aws.connection());

    PipelineReaderTest() throws IOException {
        aws.on("GetPipelineState", STATE)
                .on("GetPipeline", DECLARATION)
                .on("ListPipelineExecutions", EXECUTIONS)
                .on("ListActionExecutions", request -> request.contains("\"more\"") ? MORE_DETAILS : DETAILS);
    }

    @Test
    void actionsAreInTheOrderInWhichTheyRunAndThoseOfOneOrderRunInParallel() {
        var build = reader.read("P").stages().get(1);
        assertThat(build.sequence()).hasSize(2);
        assertThat(build.sequence().getFirst()).extracting(ActionSnapshot::name).containsExactly("Lint", "Unit");
        assertThat(build.sequence().getLast()).extracting(ActionSnapshot::about).containsExactly("package");
    }

    @Test
    void aTransitionTellsWhoHeldItWhenAndWhy() {
        var inbound = reader.read("P").stages().get(1).inbound();
        assertThat(inbound.enabled()).isFalse();
        assertThat(inbound.reason()).isEqualTo("Freeze until Monday");
        assertThat(inbound.changedBy()).endsWith("user/ada");
        assertThat(inbound.changedAt()).isEqualTo(Instant.ofEpochSecond(1598572000));
    }

    @Test
    void theExecutionsThatWaitBeforeAStageQueueInOrder() {
        assertThat(reader.read("P").stages().get(1).queue()).containsExactly("e3", "e4");
    }

    @Test
    void aConditionTellsItsRulesAndTheirFailures() {
        var condition = reader.read("P").stages().get(1).conditions().getFirst();
        assertThat(condition.when()).isEqualTo(Condition.When.ON_FAILURE);
        assertThat(condition.status()).isEqualTo(Status.FAILED);
        assertThat(condition.changedAt()).isEqualTo(Instant.ofEpochSecond(1598572662));
        var rule = condition.rules().getFirst();
        assertThat(rule.name()).isEqualTo("Alarm");
        assertThat(rule.status()).isEqualTo(Status.FAILED);
        assertThat(rule.failure().code()).isEqualTo("PermissionError");
    }

    @Test
    void anActionTellsItsDurationItsFailureAndItsPlaces() {
        var snapshot = reader.read("P");
        var source = snapshot.stages().getFirst().actions().getFirst();
        assertThat(source.span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(3773));
        assertThat(source.entityUrl()).endsWith("/app");
        assertThat(source.revisionUrl()).endsWith("/4f2a91c");
        var lint = snapshot.stages().get(1).actions().getFirst();
        assertThat(lint.failure().code()).isEqualTo("JobFailed");
        assertThat(lint.externalId()).isEqualTo("lint:1");
        assertThat(lint.span().start()).isEqualTo(Instant.ofEpochSecond(1598572629));
        assertThat(snapshot.stages().get(1).span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(32255));
    }

    @Test
    void anApprovalThatHasATokenWaitsForAPerson() {
        var sign = reader.read("P").stages().getLast().actions().getFirst();
        assertThat(sign.status()).isEqualTo(Status.WAITING);
        assertThat(sign.token()).isEqualTo("3fe99096-2e86");
    }

    @Test
    void anExecutionTellsItsRollbackItsStopAndAllItsSourcesAndTheNewestIsFirst() {
        var latest = reader.read("P").latest().orElseThrow();
        assertThat(latest.id()).isEqualTo("e2");
        assertThat(latest.isRollback()).isTrue();
        assertThat(latest.rollbackTo()).isEqualTo("e0");
        assertThat(latest.stopping()).isTrue();
        assertThat(latest.said()).isEqualTo("wrong branch");
        assertThat(latest.triggerType()).isEqualTo("ManualRollback");
        assertThat(latest.commitMessage()).isEqualTo("To v2");
        assertThat(latest.revisions()).extracting(Revision::message).containsExactly("To v2", "Say \"hello\"\nand more");
    }

    @Test
    void theStateThatAwsDocumentsForAPipelineWithoutStageExecutionsIsReadFromItsActions() {
        aws.on("GetPipelineState", """
                {"created": 1446137312.204, "pipelineName": "MyFirstPipeline", "pipelineVersion": 1, "stageStates": [
                  {"actionStates": [{"actionName": "Source", "entityUrl": "https://console.aws.amazon.com/s3/home?#",
                    "latestExecution": {"lastStatusChange": 1446137358.328, "status": "Succeeded"}}], "stageName": "Source"},
                  {"actionStates": [{"actionName": "CodePipelineDemoFleet",
                    "latestExecution": {"externalExecutionId": "d-EXAMPLE", "lastStatusChange": 1446137493.131,
                      "status": "Succeeded", "summary": "Deployment Succeeded"}}],
                   "inboundTransitionState": {"enabled": true}, "stageName": "Beta"}], "updated": 1446137312.204}
                """);
        var beta = reader.read("MyFirstPipeline").stages().getLast();
        assertThat(beta.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(beta.actions().getFirst().externalId()).isEqualTo("d-EXAMPLE");
        assertThat(beta.actions().getFirst().span().end()).isEqualTo(Instant.ofEpochMilli(1446137493131L));
        assertThat(aws.asked()).doesNotContain("ListActionExecutions");
    }

    @Test
    void aStateThatDidNotChangeCostsOneRequest() {
        reader.read("P");
        aws.asked();
        assertThat(reader.read("P")).isEqualTo(reader.read("P"));
        assertThat(aws.asked()).containsOnly("GetPipelineState");
    }

    @Test
    void anActionThatEndsCostsNoMoreAndOneThatBeginsAsksTheHistory() {
        reader.read("P");
        aws.asked();
        aws.on("GetPipelineState", STATE.replace("\"InProgress\", \"token\": \"3fe99096-2e86\"", "\"Succeeded\""));
        reader.read("P");
        assertThat(aws.asked()).containsExactly("GetPipelineState");
        aws.on("GetPipelineState", STATE.replace("{\"actionName\": \"Package\"}", """
                {"actionName": "Package", "latestExecution": {"actionExecutionId": "a1", "status": "InProgress"}}"""));
        reader.read("P");
        assertThat(aws.asked()).containsExactly("GetPipelineState");
        aws.on("GetPipelineState", STATE.replace("{\"actionName\": \"Package\"}", """
                {"actionName": "Package", "latestExecution": {"actionExecutionId": "a9", "status": "InProgress"}}"""));
        reader.read("P");
        assertThat(aws.asked()).containsExactly("GetPipelineState", "ListActionExecutions", "ListActionExecutions");
    }

    @Test
    void aHistoryThatNeverTellsOfAnActionIsNotAskedForEver() {
        aws.on("ListActionExecutions", "{\"actionExecutionDetails\": []}");
        for (int i = 0; i < 5; i++) {
            reader.read("P");
        }
        aws.asked();
        reader.read("P");
        assertThat(aws.asked()).containsExactly("GetPipelineState");
    }

    @Test
    void aNewVersionIsReadOnce() {
        reader.read("P");
        aws.asked();
        aws.on("GetPipelineState", STATE.replace("\"pipelineVersion\": 3", "\"pipelineVersion\": 4"))
                .on("GetPipeline", DECLARATION.replace("\"version\": 3", "\"version\": 4"));
        reader.read("P");
        reader.read("P");
        assertThat(aws.asked()).containsExactly("GetPipelineState", "GetPipeline", "GetPipelineState");
    }

    @Test
    void aPipelineThatWasDeletedAndMadeAgainHasItsOwnDeclaration() {
        aws.on("GetPipelineState", STATE.replace("\"stageStates\"", "\"created\": 1598570000, \"stageStates\""));
        reader.read("P");
        reader.read("P");
        assertThat(aws.asked()).containsOnlyOnce("GetPipeline");
        aws.on("GetPipelineState", STATE.replace("\"stageStates\"", "\"created\": 1598580000, \"stageStates\""))
                .on("GetPipeline", DECLARATION.replace("V2", "V1"));
        assertThat(reader.read("P").type()).isEqualTo("V1");
    }

    @Test
    void aLongHistoryIsReadOnlyAsFarAsTheActionThatBegan() {
        reader.read("P");
        aws.asked();
        aws.on("GetPipelineState", STATE.replace("{\"actionName\": \"Package\"}", """
                        {"actionName": "Package", "latestExecution": {"actionExecutionId": "a9", "status": "InProgress"}}"""))
                .on("ListActionExecutions", request -> request.contains("\"more\"") ? MORE_DETAILS : """
                        {"actionExecutionDetails": [
                          {"pipelineExecutionId": "e2", "actionExecutionId": "a9", "stageName": "Build",
                           "actionName": "Package", "startTime": 1598572670, "status": "InProgress"}], "nextToken": "more"}
                        """);
        var build = reader.read("P").stages().get(1);
        assertThat(build.actions().getLast().span().start()).isEqualTo(Instant.ofEpochSecond(1598572670));
        assertThat(build.actions().getFirst().span().start()).as("known before").isNotNull();
        assertThat(aws.asked()).containsOnlyOnce("ListActionExecutions");
    }
}
