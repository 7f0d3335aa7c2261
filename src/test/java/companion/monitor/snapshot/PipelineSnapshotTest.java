package companion.monitor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineSnapshotTest {

    @Test
    void whatAnEarlierExecutionLeftInAStageIsNoPartOfTheLatest() {
        var pipeline = pipeline("e2", stage("Build", Status.IN_PROGRESS, "e2", "b2"), stage("Deploy", Status.SUCCEEDED, "e1", "d1"));

        assertThat(pipeline.currentAction("Build")).hasValueSatisfying(action ->
                assertThat(action.externalId()).isEqualTo("b2"));
        assertThat(pipeline.currentAction("Deploy")).isEmpty();
    }

    @Test
    void whatStillRunsIsCurrentWhicheverExecutionItIsOf() {
        var pipeline = pipeline("e2", stage("Deploy", Status.IN_PROGRESS, "e1", "d1"));

        assertThat(pipeline.currentAction("Deploy")).isPresent();
    }

    private static PipelineSnapshot pipeline(String latest, StageSnapshot... stages) {
        var execution = new ExecutionSnapshot(latest, Status.IN_PROGRESS, "STANDARD", "", "", Span.NONE, null, null);
        return new PipelineSnapshot("P", 1, "V2", "SUPERSEDED", List.of(stages), List.of(execution));
    }

    private static StageSnapshot stage(String name, Status status, String execution, String externalId) {
        var action = new ActionSnapshot(
                name, 1, "", name, "", status, Span.NONE, null, null, externalId, null, null, null);
        return new StageSnapshot(name, status, execution, new Transition(true, ""), null, List.of(action));
    }
}
