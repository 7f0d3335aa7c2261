package companion.monitor.watch.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.StageSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.PracticeBench;
import companion.monitor.watch.ScriptedHttp;
import companion.monitor.watch.push.CloudEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;

class WallWatchTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PracticeBench bench = new PracticeBench();
    private final List<WallSnapshot> told = new ArrayList<>();
    private final WallWatch wall = new WallWatch(List.of(bench.region), told::add);

    WallWatchTest() throws IOException {}

    @BeforeEach
    void start() {
        wall.start();
    }

    @AfterEach
    void close() {
        wall.close();
        bench.close();
    }

    private PipelineSummary pipeline(String name) {
        return told.getLast().pipelines().stream()
                .filter(each -> each.key().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itSumsUpEveryPipelineOfTheAccountAndRegion() {
        bench.pipeline("checkout");
        bench.pipeline("basket");
        bench.run(MINUTE);

        assertThat(told.getLast().pipelines())
                .extracting(each -> each.key().name(), each -> each.key().account(), each -> each.key().region())
                .containsExactly(
                        tuple("basket", "123456789012", "us-east-1"),
                        tuple("checkout", "123456789012", "us-east-1"));
        assertThat(pipeline("checkout").stages()).containsExactly(
                new StageSummary("Source", Status.SUCCEEDED, true, false),
                new StageSummary("Approve", Status.WAITING, true, false));
        assertThat(pipeline("checkout").latest())
                .extracting(ExecutionSnapshot::triggerType, ExecutionSnapshot::commitMessage)
                .containsExactly("CreatePipeline", "Updated Web App to v2");
        assertThat(wall.isComplete()).isTrue();
    }

    @Test
    void anAccountWithoutPipelinesIsAnEmptyWall() {
        bench.run(MINUTE);
        assertThat(told).singleElement().extracting(WallSnapshot::pipelines).isEqualTo(List.of());
        assertThat(wall.isComplete()).isTrue();
    }

    @Test
    void anIdleEntrySpendsATenthOfARequestASecondAtMost() {
        bench.pipeline("checkout");
        bench.run(MINUTE);
        bench.approve("checkout", ApprovalStatus.APPROVED);
        bench.run(MINUTE);
        assertThat(pipeline("checkout").isActive()).isFalse();

        assertThat(bench.run(Duration.ofMinutes(10))).isBetween(20, 60);
        wall.watched(false);
        assertThat(bench.run(Duration.ofMinutes(10))).as("while nobody looks").isBetween(8, 20);
    }

    @Test
    void aPipelineThatDidNotChangeKeepsItsSummaryAndNothingIsTold() {
        bench.pipeline("checkout");
        bench.run(MINUTE);
        var before = pipeline("checkout");
        int times = told.size();
        bench.run(MINUTE);
        assertThat(pipeline("checkout")).isSameAs(before);
        assertThat(told).hasSize(times);
        assertThat(wall.age()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aPipelineThatIsMadeIsFoundAndOneThatIsDeletedGoes() {
        bench.pipeline("checkout");
        bench.run(MINUTE);
        bench.pipeline("basket");
        bench.run(Duration.ofMinutes(3));
        assertThat(told.getLast().pipelines()).hasSize(2);
        bench.learner.codePipeline().deletePipeline(request -> request.name("checkout"));
        bench.run(MINUTE);
        assertThat(told.getLast().pipelines()).extracting(each -> each.key().name()).containsExactly("basket");
    }

    @Test
    void failingAndSucceedingAgainIsNewsOnceEach() {
        var notices = new Notices();
        bench.pipeline("checkout");
        bench.run(MINUTE);
        bench.approve("checkout", ApprovalStatus.REJECTED);
        bench.run(MINUTE);
        assertThat(pipeline("checkout").trouble())
                .extracting(Trouble::kind, Trouble::headline)
                .containsExactly(Trouble.Kind.FAILED, "Approve failed");
        assertThat(pipeline("checkout").trouble().reason()).contains("because");
        bench.release("checkout");
        bench.run(MINUTE);
        bench.approve("checkout", ApprovalStatus.APPROVED);
        bench.run(MINUTE);
        assertThat(pipeline("checkout").trouble()).isNull();
        assertThat(pipeline("checkout").usual()).isPositive();

        assertThat(told.stream().flatMap(snapshot -> notices.add(snapshot).stream()))
                .extracting(Notice::kind, Notice::headline)
                .containsExactly(
                        tuple(Notice.Kind.FAILED, "Approve failed"),
                        tuple(Notice.Kind.RECOVERED, "Succeeded again"));
    }

    @Test
    void aThrottledReadIsNoFailureAndTheWallGoesOnByItself() {
        bench.pipeline("checkout");
        bench.run(MINUTE);
        var before = pipeline("checkout");
        bench.http.answer(_ -> ScriptedHttp.error(400, "ThrottlingException", "Rate exceeded"));
        bench.run(MINUTE);
        assertThat(pipeline("checkout").trouble()).isNull();
        assertThat(pipeline("checkout").stages()).isEqualTo(before.stages());
        assertThat(pipeline("checkout").unread()).extracting("code").isEqualTo("ThrottlingException");
        assertThat(wall.answering().what()).contains("throttles");
        assertThat(wall.age()).isGreaterThan(Duration.ofSeconds(30));

        bench.http.answer(_ -> null);
        bench.run(Duration.ofMinutes(2));
        assertThat(pipeline("checkout").unread()).isNull();
        assertThat(wall.age()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void aChangeThatWasToldIsReadAfterTheThrottlingAndNotOnlyByTheSlowCheck() {
        bench.pipeline("checkout");
        bench.region.told(true);
        bench.run(MINUTE);
        bench.approve("checkout", ApprovalStatus.APPROVED);
        bench.run(Duration.ofMinutes(10));
        bench.release("checkout");
        bench.http.answer(_ -> ScriptedHttp.error(400, "ThrottlingException", "Rate exceeded"));
        bench.region.tell(new CloudEvent("1", "123456789012", "us-east-1", new CloudEvent.Subject.Pipeline("checkout")));
        bench.run(Duration.ofSeconds(5));
        bench.http.answer(_ -> null);
        bench.run(MINUTE);
        assertThat(pipeline("checkout").isActive()).isTrue();
    }

    @Test
    void whatHappensInPipelinesThatAreNotWantedCostsNothing() {
        bench.pipeline("checkout");
        wall.close();
        try (var one = new WallWatch(List.of(bench.region), "checkout"::equals, told::add)) {
            one.start();
            bench.run(MINUTE);
            int asked = 0;
            for (int event = 0; event < 60; event++) {
                bench.region.tell(new CloudEvent(
                        "" + event, "123456789012", "us-east-1", new CloudEvent.Subject.Pipeline("basket")));
                asked += bench.run(Duration.ofMillis(500));
            }
            assertThat(asked).isLessThan(10);
        }
    }

    @Test
    void aPlaceThatMayNotBeReadIsNamed() {
        bench.http.answer(operation -> operation.equals("ListPipelines")
                ? ScriptedHttp.error(400, "AccessDeniedException", "User is not authorized to perform ListPipelines")
                : null);
        bench.run(MINUTE);
        assertThat(told.getLast().unread()).singleElement().satisfies(unread -> {
            assertThat(unread.part()).isEqualTo("123456789012 us-east-1");
            assertThat(unread.code()).isEqualTo("AccessDeniedException");
        });
        bench.http.answer(_ -> null);
        bench.run(Duration.ofMinutes(3));
        assertThat(told.getLast().unread()).isEmpty();
    }

    @Test
    void aPipelineWhoseDeploymentMayNotBeLookedAtIsShownAllTheSame() {
        bench.http.answer(operation -> switch (operation) {
            case "ListPipelines" -> ScriptedHttp.json(200, "{\"pipelines\":[{\"name\":\"checkout\"}]}");
            case "GetPipelineState" -> ScriptedHttp.json(200, """
                    {"pipelineVersion": 1, "stageStates": [{"stageName": "Deploy", "latestExecution":
                      {"pipelineExecutionId": "e1", "status": "Succeeded"}, "actionStates": [{"actionName": "Deploy",
                        "latestExecution": {"status": "Succeeded", "externalExecutionId": "d-4QX81ZK2B"}}]}]}""");
            case "ListPipelineExecutions" -> ScriptedHttp.json(
                    200, "{\"pipelineExecutionSummaries\":[{\"pipelineExecutionId\":\"e1\",\"status\":\"Succeeded\"}]}");
            case "GetDeployment" -> ScriptedHttp.error(400, "DeploymentDoesNotExistException", "in another account");
            default -> null;
        });
        bench.run(MINUTE);
        assertThat(pipeline("checkout").unread()).isNull();
        assertThat(pipeline("checkout").latest().status()).isEqualTo(Status.SUCCEEDED);
        bench.http.asked();
        bench.region.scheduler().retry();
        bench.run(MINUTE);
        assertThat(bench.http.asked()).doesNotContain("GetDeployment");
    }

    @Test
    void anExecutionThatRunsInParallelIsSeenThoughTheStagesDoNotShowIt() {
        var executions = new ArrayList<String>();
        bench.http.answer(operation -> switch (operation) {
            case "ListPipelines" -> ScriptedHttp.json(
                    200, "{\"pipelines\":[{\"name\":\"checkout\",\"executionMode\":\"PARALLEL\"}]}");
            case "GetPipelineState" -> ScriptedHttp.json(
                    200, "{\"pipelineVersion\":1,\"stageStates\":[{\"stageName\":\"Source\",\"actionStates\":[]}]}");
            case "ListPipelineExecutions" -> ScriptedHttp.json(
                    200, "{\"pipelineExecutionSummaries\":[" + String.join(",", executions) + "]}");
            default -> null;
        });
        bench.run(MINUTE);
        assertThat(pipeline("checkout").latest()).isNull();
        executions.add("{\"pipelineExecutionId\":\"e1\",\"status\":\"Failed\"}");
        bench.run(MINUTE);
        assertThat(pipeline("checkout").latest()).extracting(ExecutionSnapshot::id).isEqualTo("e1");
    }

    @Test
    void aThousandPipelinesAreReadWithinTheLimitTheOnesOnScreenFirst() {
        var names = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            names.append(i == 0 ? "" : ",").append("{\"name\":\"p").append(String.format("%03d", i)).append("\"}");
        }
        bench.http.answer(operation -> switch (operation) {
            case "ListPipelines" -> ScriptedHttp.json(200, "{\"pipelines\":[" + names + "]}");
            case "GetPipelineState" -> ScriptedHttp.json(
                    200, "{\"pipelineVersion\":1,\"stageStates\":[{\"stageName\":\"Source\",\"actionStates\":[]}]}");
            case "ListPipelineExecutions" -> ScriptedHttp.json(200, "{\"pipelineExecutionSummaries\":[]}");
            default -> null;
        });
        wall.watched(Set.of());
        bench.run(() -> !told.isEmpty() && !told.getLast().pipelines().isEmpty(), MINUTE);
        var onScreen = Set.of(
                new PipelineKey("123456789012", "us-east-1", "p998"),
                new PipelineKey("123456789012", "us-east-1", "p999"));
        wall.watched(onScreen);
        bench.run(Duration.ofSeconds(3));
        assertThat(told.getLast().pipelines()).extracting(PipelineSummary::key).containsAll(onScreen);

        int asked = bench.run(wall::isComplete, Duration.ofMinutes(10));
        assertThat(wall.isComplete()).isTrue();
        assertThat(asked).isLessThan(2_100);
        assertThat(bench.clock.elapsed()).isLessThan(Duration.ofMinutes(5));
        assertThat(bench.run(MINUTE)).isLessThanOrEqualTo(610);
    }
}
