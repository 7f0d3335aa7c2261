package companion.monitor.read;

import static companion.monitor.snapshot.Scene.span;
import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.Comparison.Change;
import companion.monitor.snapshot.Comparison.Line;
import companion.monitor.snapshot.Comparison.Line.Kind;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.ExecutionRun.ActionRun;
import companion.monitor.snapshot.ExecutionRun.StageRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    @AutoClose
    private final StubAws aws = new StubAws();

    private final RunComparison comparison = new RunComparison(aws.connection());

    RunComparisonTest() throws IOException {
        aws.on("GetDeployment", request -> """
                {"deploymentInfo": {"deploymentId": "d", "revision": {"revisionType": "AppSpecContent", "appSpecContent": {"content":
                  "Resources:\\n- TargetService:\\n    Properties:\\n      TaskDefinition: \\"arn:aws:ecs:us-east-1:123456789012:task-definition/webapp:%s\\"\\n"}}}}
                """.formatted(request.contains("d-1") ? "2" : "3"))
                .on("DescribeTaskDefinition", request -> {
                    int revision = request.contains("webapp:2") ? 2 : 3;
                    return """
                            {"taskDefinition": {"family": "webapp", "revision": %d, "status": "ACTIVE", "cpu": "%d", "memory": "512",
                              "registeredAt": 15%d, "containerDefinitions": [{"name": "webapp", "image": "repo/app:v%d",
                              "essential": true}]}}
                            """.formatted(revision, revision == 2 ? 256 : 512, revision, revision);
                });
    }

    @Test
    void whatChangedBetweenTwoExecutionsIsToldTheTellingFirst() {
        var changes = comparison.compare(run("e1", "4f2a91c", "d-1", 60), run("e2", "77aa001", "d-2", 90));
        assertThat(changes.changes()).containsExactly(
                new Change("Commit", "4f2a91c", "77aa001"),
                new Change("Image", "repo/app:v2", "repo/app:v3"),
                new Change("Task definition", "webapp:2", "webapp:3"),
                new Change("Duration", "60 s", "90 s"),
                new Change("Duration of Deploy", "55 s", "85 s"));
        assertThat(changes.taskDefinition()).filteredOn(line -> line.kind() == Kind.REMOVED).extracting(Line::text)
                .satisfiesExactly(one -> assertThat(one).contains("repo/app:v2"), two -> assertThat(two).contains("\"256\""));
        assertThat(changes.taskDefinition()).filteredOn(line -> line.kind() == Kind.ADDED).hasSize(2);
        assertThat(changes.taskDefinition()).noneMatch(line -> line.text().contains("registeredAt"));
        assertThat(changes.taskDefinition()).anyMatch(line -> line.kind() == Kind.SAME && line.text().contains("essential"));
    }

    @Test
    void twoExecutionsThatDeployedTheSameHaveNoDifferentLine() {
        var changes = comparison.compare(run("e1", "4f2a91c", "d-1", 60), run("e2", "4f2a91c", "d-1", 60));
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.taskDefinition()).isEmpty();
    }

    @Test
    void anExecutionThatDeployedNothingIsComparedByTheRest() {
        var changes = comparison.compare(run("e1", "4f2a91c", null, 60), run("e2", "77aa001", "d-2", 60));
        assertThat(changes.changes()).contains(new Change("Image", "", "repo/app:v3"));
        assertThat(changes.taskDefinition()).isEmpty();
    }

    @Test
    void aTaskDefinitionThatIsDeletedLeavesTheRestToCompare() {
        aws.on("DescribeTaskDefinition", request -> request.contains("webapp:2")
                ? "!{\"__type\":\"ClientException\",\"message\":\"Unable to describe task definition.\"}"
                : "{\"taskDefinition\": {\"family\": \"webapp\", \"revision\": 3, \"containerDefinitions\": [{\"image\": \"repo/app:v3\"}]}}");
        var changes = comparison.compare(run("e1", "4f2a91c", "d-1", 60), run("e2", "77aa001", "d-2", 60));
        assertThat(changes.changes()).contains(new Change("Commit", "4f2a91c", "77aa001"), new Change("Image", "", "repo/app:v3"));
    }

    private static ExecutionRun run(String id, String commit, String deployment, int seconds) {
        var deploy = new ActionRun(
                "Deploy", "CodeDeployToECS", Status.SUCCEEDED, span(5, seconds), deployment, null, null, null, Map.of());
        return new ExecutionRun(
                new ExecutionSnapshot(id, Status.SUCCEEDED, "STANDARD", "", "", span(0, seconds), commit, "To v2"),
                List.of(new StageRun("Deploy", Status.SUCCEEDED, span(5, seconds), List.of(deploy))),
                Map.of());
    }
}
