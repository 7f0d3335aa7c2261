package companion.monitor.snapshot;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one execution: each stage it reached, with its actions.
 *
 * @param stages in the order in which they were reached
 * @param variables as resolved, by {@code namespace.name}
 */
public record ExecutionRun(
        PipelineSnapshot.ExecutionSnapshot execution, List<StageRun> stages, Map<String, String> variables) {
    public ExecutionRun {
        stages = List.copyOf(stages);
        variables = Map.copyOf(variables);
    }

    public record StageRun(String name, Status status, Span span, List<ActionRun> actions) {
        public StageRun {
            actions = List.copyOf(actions);
        }
    }

    /**
     * One attempt of an action; a retried one has several.
     *
     * @param externalId build id or deployment id
     * @param settings its configuration, with all variables resolved
     */
    public record ActionRun(
            String name,
            String provider,
            Status status,
            Span span,
            @Nullable String externalId,
            @Nullable String externalUrl,
            @Nullable String summary,
            PipelineSnapshot.@Nullable Failure failure,
            Map<String, String> settings) {
        public ActionRun {
            settings = Map.copyOf(settings);
        }
    }
}
