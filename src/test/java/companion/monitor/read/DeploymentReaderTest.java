package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeploymentReaderTest {
    @AutoClose
    private final StubAws aws = new StubAws();

    private final DeploymentReader reader = new DeploymentReader(aws.connection());

    DeploymentReaderTest() throws IOException {}

    @Test
    void theDeploymentThatAwsDocumentsIsRead() {
        aws.on("GetDeployment", """
                {"deploymentInfo": {"applicationName": "WordPress_App", "status": "Succeeded",
                  "deploymentOverview": {"Failed": 0, "InProgress": 0, "Skipped": 0, "Succeeded": 1, "Pending": 0},
                  "deploymentConfigName": "CodeDeployDefault.OneAtATime", "creator": "user",
                  "description": "My WordPress app deployment",
                  "revision": {"revisionType": "S3", "s3Location": {"bundleType": "zip", "bucket": "b", "key": "k.zip"}},
                  "deploymentId": "d-A1B2C3123", "deploymentGroupName": "WordPress_DG", "createTime": 1409764576.589,
                  "completeTime": 1409764596.101, "ignoreApplicationStopFailures": false}}
                """);
        var ids = IntStream.range(0, 30).mapToObj(i -> "\"i-" + i + "\"").toList();
        aws.on("ListDeploymentTargets", request -> request.contains("nextToken")
                        ? "{\"targetIds\": " + ids.subList(20, 30) + "}"
                        : "{\"targetIds\": " + ids.subList(0, 20) + ", \"nextToken\": \"t\"}")
                .on("BatchGetDeploymentTargets", """
                {"deploymentTargets": [{"deploymentTargetType": "InstanceTarget", "instanceTarget": {"targetId": "i-0",
                  "status": "Failed", "instanceLabel": "Green", "lifecycleEvents": [
                   {"lifecycleEventName": "BeforeInstall", "status": "Failed", "startTime": 1409764577, "endTime": 1409764578,
                    "diagnostics": {"errorCode": "ScriptFailed", "scriptName": "scripts/stop.sh",
                      "message": "Script at specified location: scripts/stop.sh failed with exit code 1",
                      "logTail": "LifecycleEvent - BeforeInstall\\n[stderr]no such process"}}]}}]}
                """);
        var deployment = reader.read("d-A1B2C3123").snapshot();
        assertThat(deployment.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(deployment.creator()).isEqualTo("user");
        assertThat(deployment.span().length(Instant.EPOCH)).hasValue(Duration.ofMillis(19512));
        var target = deployment.targets().getFirst();
        assertThat(target.kind()).isEqualTo("InstanceTarget");
        assertThat(target.label()).isEqualTo("Green");
        assertThat(target.events().getFirst().code()).isEqualTo("ScriptFailed");
        assertThat(target.events().getFirst().logTail()).contains("no such process");
        assertThat(deployment.targets()).as("one of each batch of 25 that the stub answers").hasSize(2);
    }

    @Test
    void aBlueGreenDeploymentTellsItsEventsItsWeightsAndItsWait() {
        aws.on("GetDeployment", """
                {"deploymentInfo": {"applicationName": "App", "deploymentGroupName": "DG", "deploymentId": "d-1",
                  "deploymentConfigName": "CodeDeployDefault.ECSAllAtOnce", "status": "InProgress", "creator": "user",
                  "createTime": 1700000000, "startTime": 1700000001, "instanceTerminationWaitTimeStarted": true,
                  "blueGreenDeploymentConfiguration": {"terminateBlueInstancesOnDeploymentSuccess":
                    {"action": "TERMINATE", "terminationWaitTimeInMinutes": 5}},
                  "revision": {"revisionType": "AppSpecContent", "appSpecContent":
                    {"content": "version: 0.0\\nHooks:\\n  - AfterInstall: \\"check\\"\\n"}}}}
                """).on("ListDeploymentTargets", "{\"targetIds\": [\"c:s\"]}").on("BatchGetDeploymentTargets", """
                {"deploymentTargets": [{"deploymentTargetType": "ECSTarget", "ecsTarget": {"targetId": "c:s",
                  "status": "InProgress", "lifecycleEvents": [
                    {"lifecycleEventName": "Install", "status": "Succeeded", "startTime": 1700000002, "endTime": 1700000062},
                    {"lifecycleEventName": "AfterInstall", "status": "Succeeded", "startTime": 1700000062,
                     "endTime": 1700000065}],
                  "taskSetsInfo": [
                    {"identifer": "ecs-svc/1", "taskSetLabel": "Blue", "trafficWeight": 0.0, "status": "ACTIVE"},
                    {"identifer": "ecs-svc/2", "taskSetLabel": "Green", "trafficWeight": 100.0, "status": "PRIMARY"}]}}]}
                """);
        var reading = reader.read("d-1");
        assertThat(reading.requested()).containsEntry("ecs-svc/1", 0).containsEntry("ecs-svc/2", 100);
        assertThat(reading.colours()).containsEntry("ecs-svc/2", TaskSetSnapshot.Colour.GREEN);
        var deployment = reading.snapshot();
        assertThat(deployment.isAllAtOnce()).isTrue();
        assertThat(deployment.events()).extracting(LifecycleEvent::hook).containsExactly(false, true);
        assertThat(deployment.waiting())
                .isEqualTo(new Wait(
                        Wait.Kind.TERMINATION, Duration.ofMinutes(5), Instant.ofEpochSecond(1700000365)));
        aws.asked();
        reader.read("d-1");
        assertThat(aws.asked()).as("the targets stay the same").containsExactly("GetDeployment", "BatchGetDeploymentTargets");
    }

    @Test
    void aDeploymentThatFailedTellsWhichOneRollsItBack() {
        var failed = """
                {"deploymentInfo": {"deploymentId": "d-1", "status": "Failed", "createTime": 1700000000,
                  "errorInformation": {"code": "ALARM_ACTIVE", "message": "One or more alarms have been activated."}%s}}
                """;
        aws.on("GetDeployment", failed.formatted(""))
                .fails("ListDeploymentTargets", "DeploymentNotStartedException", "The deployment has not started.");
        assertThat(reader.read("d-1").snapshot().rolledBackBy()).isNull();
        aws.on("GetDeployment", failed.formatted("""
                , "rollbackInfo": {"rollbackDeploymentId": "d-2", "rollbackMessage": "Rolled back by d-2"}"""));
        var deployment = reader.read("d-1").snapshot();
        assertThat(deployment.rolledBackBy()).isEqualTo("d-2");
        assertThat(deployment.said()).isEqualTo("Rolled back by d-2");
        assertThat(deployment.error().code()).isEqualTo("ALARM_ACTIVE");
        aws.asked();
        reader.read("d-1");
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void instancesThatJoinADeploymentLaterAreReadToo() {
        aws.on("GetDeployment", """
                        {"deploymentInfo": {"deploymentId": "d-1", "status": "InProgress", "createTime": 1700000000}}""")
                .on("ListDeploymentTargets", "{\"targetIds\": [\"i-1\"]}")
                .on("BatchGetDeploymentTargets", request -> "{\"deploymentTargets\": ["
                        + (request.contains("i-2") ? instance("i-1") + "," + instance("i-2") : instance("i-1")) + "]}");
        assertThat(reader.read("d-1").snapshot().targets()).hasSize(1);
        aws.on("ListDeploymentTargets", "{\"targetIds\": [\"i-1\", \"i-2\"]}");
        assertThat(reader.read("d-1").snapshot().targets()).hasSize(2);
    }

    private static String instance(String id) {
        return "{\"deploymentTargetType\": \"InstanceTarget\", \"instanceTarget\": {\"targetId\": \"" + id
                + "\", \"status\": \"InProgress\"}}";
    }
}
