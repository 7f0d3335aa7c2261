package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.ExecutionTrigger;
import software.amazon.awssdk.services.codepipeline.model.ExecutionType;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

/** One execution of a pipeline. Changed under the world's lock only. */
final class Execution {
    final String id;
    final int version;
    final PipelineDeclaration declaration;
    final ExecutionTrigger trigger;
    final Instant started;
    final Map<String, String> variables;
    final Map<String, StageRun> stages = new LinkedHashMap<>();
    final Map<String, ActionRun.Artifact> artifacts = new LinkedHashMap<>();
    final Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();
    /** The revision that each artifact stems from, by artifact. */
    final Map<String, ActionRun.Revision> revisions = new LinkedHashMap<>();
    /** The revisions found, by source action. */
    final Map<String, ActionRun.Revision> sources = new LinkedHashMap<>();
    /** The revisions that were asked for instead of the newest, by source action. */
    final Map<String, String> wanted = new LinkedHashMap<>();
    /** Where a rollback goes, and to what; null for a standard execution. */
    final @Nullable Rollback rollback;

    PipelineExecutionStatus status = PipelineExecutionStatus.IN_PROGRESS;
    Instant updated;
    /** 1, and one more with each retry of a stage. */
    int attempt = 1;
    @Nullable String statusSummary;
    @Nullable String stopReason;

    /** @param targetId the execution whose artifacts are deployed again */
    record Rollback(String stage, String targetId) {}

    Execution(
            String id,
            PipelineDeclaration declaration,
            ExecutionTrigger trigger,
            Instant started,
            Map<String, String> variables,
            @Nullable Rollback rollback) {
        this.id = id;
        this.version = declaration.version();
        this.declaration = declaration;
        this.trigger = trigger;
        this.started = started;
        this.updated = started;
        this.variables = Map.copyOf(variables);
        this.rollback = rollback;
    }

    boolean isActive() {
        return status == PipelineExecutionStatus.IN_PROGRESS || status == PipelineExecutionStatus.STOPPING;
    }

    boolean isStopping() {
        return status == PipelineExecutionStatus.STOPPING;
    }

    ExecutionType type() {
        return rollback == null ? ExecutionType.STANDARD : ExecutionType.ROLLBACK;
    }

    ExecutionMode mode() {
        return declaration.executionMode();
    }

    StageDeclaration stageDeclaration(String name) {
        return declaration.stages().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Execution " + id + " has no stage " + name));
    }

    /** The stage after that one, or null after the last or where a rollback ends. */
    @Nullable StageDeclaration after(String name) {
        if (rollback != null) {
            return null;
        }
        var stages = declaration.stages();
        for (int i = 0; i + 1 < stages.size(); i++) {
            if (stages.get(i).name().equals(name)) {
                return stages.get(i + 1);
            }
        }
        return null;
    }

    void set(PipelineExecutionStatus next, Instant at) {
        status = next;
        updated = at;
    }
}
