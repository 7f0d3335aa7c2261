package companion.practice.codepipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

/** The events of the CodePipeline user guide, "Monitoring CodePipeline events". */
class PipelineEventsTest {
    private static final String EXECUTION = "CodePipeline Pipeline Execution State Change";
    private static final String STAGE = "CodePipeline Stage Execution State Change";
    private static final String ACTION = "CodePipeline Action Execution State Change";

    private final PipelineBench bench = new PipelineBench();
    private final List<ObjectNode> events = new ArrayList<>();

    @BeforeEach
    void listen() {
        for (var type : List.of(EXECUTION, STAGE, ACTION)) {
            bench.feed().subscribe("aws.codepipeline", type, events::add);
        }
    }

    @Test
    void anExecutionTellsEachStepOfItself() {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        bench.answer("Approve", "Approved");
        bench.pass(10);

        assertThat(states())
                .containsExactly(
                        "P STARTED",
                        "Source STARTED",
                        "Source/Source STARTED",
                        "Source/Source SUCCEEDED",
                        "Source SUCCEEDED",
                        "Approve STARTED",
                        "Approve/Answer STARTED",
                        "Approve/Answer SUCCEEDED",
                        "Approve SUCCEEDED",
                        "P SUCCEEDED");
        var first = events.getFirst().path("detail");
        assertThat(first.path("execution-id").asText()).isEqualTo(id);
        assertThat(first.path("execution-trigger").path("trigger-type").asText()).isEqualTo("CreatePipeline");
        assertThat(first.path("version").isDouble()).isTrue();
        assertThat(first.path("pipeline-execution-attempt").asDouble()).isEqualTo(1.0);
        assertThat(events.getLast().path("detail").has("execution-trigger")).isFalse();
    }

    @Test
    void anActionTellsWhatItTookAndMade() {
        bench.create(PipelineBench.withBuild());
        bench.pass(10);

        var source = detail("Source/Source SUCCEEDED");
        assertThat(source.path("execution-result").path("external-execution-id").asText()).isEqualTo(bench.head);
        assertThat(source.path("execution-result").path("external-execution-summary").asText())
                .isEqualTo("Updated Web App to v2");
        assertThat(source.path("type").path("provider").asText()).isEqualTo("CodeCommit");
        var made = source.path("output-artifacts").get(0);
        assertThat(made.path("name").asText()).isEqualTo("SourceArtifact");
        assertThat(made.path("s3location").path("bucket").asText()).isEqualTo("artifacts");
        assertThat(made.path("s3location").path("key").asText()).startsWith("P/SourceArti/");
        assertThat(detail("Source/Source STARTED").has("execution-result")).isFalse();
    }

    @Test
    void aRetryCountsTheAttemptAndNamesItsTime() {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        bench.answer("Approve", "Rejected");
        bench.pass(1);
        assertThat(detail("Approve/Answer FAILED").path("execution-result").path("error-code").asText())
                .isEqualTo("JobFailed");
        events.clear();

        bench.pipelines.retryStageExecution(r -> r.pipelineName("P")
                .stageName("Approve")
                .pipelineExecutionId(id)
                .retryMode(StageRetryMode.FAILED_ACTIONS));
        bench.pass(10);

        assertThat(states()).containsExactly("P RESUMED", "Approve RESUMED", "Approve/Answer STARTED");
        var stage = detail("Approve RESUMED");
        assertThat(stage.path("pipeline-execution-attempt").asDouble()).isEqualTo(2.0);
        assertThat(stage.path("stage-last-retry-attempt-time").asText()).isNotEmpty();
    }

    @Test
    void stoppingTellsTheReasonAndWhatWasGivenUp() {
        var id = bench.create(PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve"));
        bench.pass(10);
        events.clear();

        bench.pipelines.stopPipelineExecution(
                r -> r.pipelineName("P").pipelineExecutionId(id).abandon(true).reason("enough"));
        bench.pass(10);

        assertThat(states())
                .containsExactly(
                        "P STOPPING", "Approve STOPPING", "Approve/Answer ABANDONED", "Approve STOPPED", "P STOPPED");
        assertThat(events.getFirst().path("detail").path("stop-execution-comments").asText()).isEqualTo("enough");
    }

    @Test
    void anEditOfThePipelineCancelsWhatRuns() {
        var declaration = PipelineBench.pipeline(ExecutionMode.SUPERSEDED, "Approve");
        bench.create(declaration);
        bench.pass(10);
        events.clear();

        bench.pipelines.updatePipeline(r -> r.pipeline(declaration));
        bench.pass(10);

        assertThat(states()).containsExactly("Approve/Answer CANCELED", "Approve CANCELED", "P CANCELED");
    }

    private List<String> states() {
        return events.stream().map(PipelineEventsTest::state).toList();
    }

    private JsonNode detail(String state) {
        return events.stream()
                .filter(event -> state(event).equals(state))
                .findFirst()
                .orElseThrow()
                .path("detail");
    }

    private static String state(JsonNode event) {
        var detail = event.path("detail");
        var what = switch (event.path("detail-type").asText()) {
            case EXECUTION -> detail.path("pipeline").asText();
            case STAGE -> detail.path("stage").asText();
            default -> detail.path("stage").asText() + "/" + detail.path("action").asText();
        };
        return what + " " + detail.path("state").asText();
    }
}
