package companion.monitor.read;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.Status;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BuildReaderTest {
    private static final String BUILD = """
            {"buildsNotFound": [], "builds": [{
              "id": "codebuild-demo-project:e9c4f4df", "buildNumber": 7, "buildStatus": "%s", "buildComplete": true,
              "startTime": 1548717462.122, "endTime": 1548717536.846, "currentPhase": "COMPLETED",
              "serviceRole": "arn:aws:iam::123456789012:role/service-role/my-codebuild-service-role",
              "resolvedSourceVersion": "f2194c1757bbdcb0f8f229254a4b3c8b27d43e0b",
              "source": {"type": "CODEPIPELINE", "buildspec": "buildspec.yaml"},
              "environment": {"privilegedMode": false, "computeType": "BUILD_GENERAL1_MEDIUM",
                "image": "aws/codebuild/standard:7.0", "environmentVariables": [], "type": "LINUX_CONTAINER"},
              "logs": {"cloudWatchLogs": {"status": "ENABLED"}, "groupName": "/aws/codebuild/codebuild-demo-project",
                "streamName": "46472baf-8f6b-43c2-9255-b3b963af2732"},
              "phases": [
                {"durationInSeconds": 0, "startTime": 1548717462.122, "phaseType": "SUBMITTED", "endTime": 1548717462.484,
                 "phaseStatus": "SUCCEEDED"},
                {"durationInSeconds": 9, "contexts": [{"statusCode": "COMMAND_EXECUTION_ERROR",
                   "message": "Error while executing command: make. Reason: exit status 2"}],
                 "startTime": 1548717512.924, "endTime": 1548717522.254, "phaseType": "BUILD", "phaseStatus": "FAILED"},
                {"durationInSeconds": 3, "contexts": [{"statusCode": "", "message": ""}], "startTime": 1548717522.254,
                 "endTime": 1548717525.498, "phaseType": "POST_BUILD", "phaseStatus": "SUCCEEDED"},
                {"startTime": 1548717536.846, "phaseType": "COMPLETED"}]}]}
            """;

    @AutoClose
    private final StubAws aws = new StubAws();

    BuildReaderTest() throws IOException {}

    @Test
    void aBuildTellsItsPhasesItsLogAndHowItRan() {
        aws.on("BatchGetBuilds", BUILD.formatted("FAILED"));
        var build = new BuildReader(aws.connection()).read("codebuild-demo-project:e9c4f4df");
        assertThat(build.number()).isEqualTo(7);
        assertThat(build.status()).isEqualTo(Status.FAILED);
        assertThat(build.phases()).extracting(BuildSnapshot.Phase::context)
                .containsExactly(
                        "", "COMMAND_EXECUTION_ERROR: Error while executing command: make. Reason: exit status 2", "", "");
        assertThat(build.phases().getLast().status()).isEqualTo(Status.FAILED);
        assertThat(build.logStream()).startsWith("46472baf");
        assertThat(build.settings().privileged()).isFalse();
        assertThat(build.settings().buildspec()).isEqualTo("buildspec.yaml");
        assertThat(build.settings().serviceRole()).endsWith("my-codebuild-service-role");
    }

    @Test
    void aBuildThatIsOverIsReadOnce() {
        aws.on("BatchGetBuilds", BUILD.formatted("SUCCEEDED"));
        var reader = new BuildReader(aws.connection());
        reader.read("codebuild-demo-project:e9c4f4df");
        reader.read("codebuild-demo-project:e9c4f4df");
        assertThat(aws.asked()).hasSize(1);
    }

    @Test
    void aBuildThatRunsIsReadEachTime() {
        aws.on("BatchGetBuilds", BUILD.formatted("IN_PROGRESS"));
        var reader = new BuildReader(aws.connection());
        reader.read("codebuild-demo-project:e9c4f4df");
        reader.read("codebuild-demo-project:e9c4f4df");
        assertThat(aws.asked()).hasSize(2);
    }

    @Test
    void aLogIsReadOnFromWhereItEnded() {
        aws.on("BatchGetBuilds", BUILD.formatted("IN_PROGRESS")).on("GetLogEvents", request -> {
            if (request.contains("\"f/2\"")) {
                return "{\"events\": [], \"nextForwardToken\": \"f/2\", \"nextBackwardToken\": \"b/2\"}";
            }
            int page = request.contains("\"f/1\"") ? 2 : 1;
            return "{\"events\": [{\"timestamp\": 1548717512924, \"message\": \"line " + page + "a\\nline " + page
                    + "b\\n\", \"ingestionTime\": 1548717512999}], \"nextForwardToken\": \"f/" + page
                    + "\", \"nextBackwardToken\": \"b/1\"}";
        });
        var build = new BuildReader(aws.connection()).read("codebuild-demo-project:e9c4f4df");
        var log = new BuildLog(aws.connection());
        var first = log.read(build);
        assertThat(first).extracting(Log.Line::text).containsExactly("line 1a", "line 1b", "line 2a", "line 2b");
        aws.asked();
        assertThat(log.read(build)).isEqualTo(first);
        assertThat(aws.asked()).hasSize(1);
    }

    @Test
    void aLogThatHasNotBegunIsEmpty() {
        aws.on("BatchGetBuilds", BUILD.formatted("IN_PROGRESS"))
                .fails("GetLogEvents", "ResourceNotFoundException", "The specified log stream does not exist.");
        var build = new BuildReader(aws.connection()).read("codebuild-demo-project:e9c4f4df");
        assertThat(new BuildLog(aws.connection()).read(build)).isEmpty();
    }
}
