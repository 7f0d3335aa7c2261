package companion.monitor.act;

import companion.monitor.act.Act.Kind;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.Condition.When;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ConditionType;
import software.amazon.awssdk.services.codepipeline.model.OverrideStageConditionRequest;

/**
 * What can be done about the conditions of a pipeline's stages. Calls nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_OverrideStageCondition.html">Override</a>
 */
public final class ConditionActs {
    private static final String LABEL = "Override condition";

    private ConditionActs() {}

    /** Of the stage that shows the newest execution and failed by a condition; none if there is no such stage. */
    static List<Act> overrides(@Nullable PipelineSnapshot pipeline) {
        return pipeline == null
                ? List.of()
                : pipeline.stages().stream()
                        .filter(stage -> pipeline.isCurrent(stage) && failed(stage).isPresent())
                        .findFirst()
                        .map(stage -> List.of(override(pipeline, stage)))
                        .orElse(List.of());
    }

    /** Whether the stage has a condition that could be overridden if it failed. */
    public static boolean areIn(StageSnapshot stage) {
        return stage.conditions().stream().anyMatch(condition -> condition.when() != When.ON_FAILURE);
    }

    /** Lets the execution go on as if the condition had been met. */
    public static Act override(PipelineSnapshot pipeline, StageSnapshot stage) {
        var label = LABEL + " of " + stage.name();
        return failed(stage)
                .map(condition -> Act.possible(
                        Kind.OVERRIDE_CONDITION,
                        label,
                        OverrideStageConditionRequest.builder()
                                .pipelineName(pipeline.name())
                                .stageName(stage.name())
                                .pipelineExecutionId(stage.executionId())
                                .conditionType(
                                        condition.when() == When.BEFORE_ENTRY
                                                ? ConditionType.BEFORE_ENTRY
                                                : ConditionType.ON_SUCCESS)
                                .build()))
                .orElseGet(() -> Act.blocked(
                        Kind.OVERRIDE_CONDITION, label, "Stage " + stage.name() + " has not failed by a condition."));
    }

    private static Optional<Condition> failed(StageSnapshot stage) {
        return stage.status() != Status.FAILED
                ? Optional.empty()
                : stage.conditions().stream()
                        .filter(each -> each.when() != When.ON_FAILURE && each.status() == Status.FAILED)
                        .findFirst();
    }
}
