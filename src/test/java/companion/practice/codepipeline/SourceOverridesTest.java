package companion.practice.codepipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.ValidationException;

class SourceOverridesTest {
    private static final String OLD = "0000000000000000000000000000000000000000";

    private final PipelineBench bench = new PipelineBench();

    @BeforeEach
    void aPipelineAtRest() {
        bench.create(PipelineBench.pipeline(ExecutionMode.QUEUED, "Approve"));
        bench.pass(10);
        bench.answer("Approve", "Approved");
    }

    @Test
    void anExecutionTakesTheCommitThatItIsToldAndTheNextOneTheNewestAgain() {
        var id = start("Source", "COMMIT_ID", OLD);
        bench.pass(10);
        assertThat(revision(id)).isEqualTo(OLD);
        bench.answer("Approve", "Approved");
        var next = bench.start();
        bench.pass(10);
        assertThat(revision(next)).isEqualTo(bench.head);
    }

    @Test
    void aCommitThatTheRepositoryDoesNotHaveFailsTheSource() {
        var id = start("Source", "COMMIT_ID", PipelineBench.UNKNOWN);
        bench.pass(10);
        assertThat(bench.status(id)).isEqualTo("Failed");
        assertThat(bench.stage("Source").actionStates().getFirst().latestExecution().errorDetails().code())
                .isEqualTo("RevisionUnavailable");
    }

    @Test
    void onlyASourceActionTakesOneAndOnlyACommit() {
        assertThatThrownBy(() -> start("Answer", "COMMIT_ID", OLD))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("does not have a source action with name 'Answer'");
        assertThatThrownBy(() -> start("Source", "S3_OBJECT_KEY", "a.zip"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("takes COMMIT_ID");
    }

    private String start(String action, String type, String revision) {
        return bench.pipelines
                .startPipelineExecution(request -> request.name("P")
                        .sourceRevisions(source -> source.actionName(action).revisionType(type).revisionValue(revision)))
                .pipelineExecutionId();
    }

    private String revision(String id) {
        return bench.pipelines
                .getPipelineExecution(request -> request.pipelineName("P").pipelineExecutionId(id))
                .pipelineExecution()
                .artifactRevisions()
                .getFirst()
                .revisionId();
    }
}
