package companion.desktop.live.act;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RollbackTargetsTest {
    private final List<String> asked = new ArrayList<>();
    private Consumer<List<ExecutionSnapshot>> answer = found -> {};
    private final RollbackTargets targets = new RollbackTargets((stage, told) -> {
        asked.add(stage);
        answer = told;
    });
    private int changes;

    @Test
    void anExecutionThatFailedAfterTheStageIsATargetOfIt() {
        var pipeline = pipeline("V2", "SUPERSEDED", "e4");
        assertThat(of(pipeline, "Build")).as("known before they are read").containsExactly("e1");

        answer.accept(List.of(execution("e4", Status.FAILED), execution("e3", Status.FAILED), execution("e1", Status.SUCCEEDED)));

        assertThat(changes).isEqualTo(1);
        assertThat(of(pipeline, "Build")).as("the one that the stage shows is none").containsExactly("e3", "e1");
        assertThat(asked).as("once for a stage").containsExactly("Build");
    }

    @Test
    void afterAReleaseTheyAreAskedForAnew() {
        of(pipeline("V2", "SUPERSEDED", "e4"), "Build");
        of(pipeline("V2", "SUPERSEDED", "e5"), "Build");

        assertThat(asked).containsExactly("Build", "Build");
    }

    @Test
    void anAnswerForAnotherStageComesTooLate() {
        var pipeline = pipeline("V2", "SUPERSEDED", "e4");
        of(pipeline, "Build");
        var late = answer;
        of(pipeline, "Deploy");

        late.accept(List.of(execution("e2", Status.FAILED)));

        assertThat(of(pipeline, "Deploy")).containsExactly("e1");
        assertThat(changes).isZero();
    }

    @Test
    void whereNothingCanBeRolledBackNobodyAsks() {
        of(pipeline("V1", "SUPERSEDED", "e4"), "Build");
        of(pipeline("V2", "PARALLEL", "e4"), "Build");
        of(pipeline("V2", "SUPERSEDED", "e4"), "Source");

        assertThat(asked).isEmpty();
    }

    private List<String> of(PipelineSnapshot pipeline, String stage) {
        var wanted = pipeline.stages().stream().filter(each -> each.name().equals(stage)).findFirst().orElseThrow();
        return targets.of(pipeline, wanted, () -> changes++).stream().map(ExecutionSnapshot::id).toList();
    }

    private static PipelineSnapshot pipeline(String type, String mode, String latest) {
        var stages = List.of("Source", "Build", "Deploy").stream()
                .map(name -> new StageSnapshot(name, Status.FAILED, latest, new Transition(true, ""), null, List.of()))
                .toList();
        return new PipelineSnapshot(
                "P", 1, type, mode, stages,
                List.of(execution(latest, Status.FAILED), execution("e3", Status.FAILED), execution("e1", Status.SUCCEEDED)));
    }

    private static ExecutionSnapshot execution(String id, Status status) {
        return new ExecutionSnapshot(id, status, "STANDARD", "", "", Span.NONE, null, null);
    }
}
