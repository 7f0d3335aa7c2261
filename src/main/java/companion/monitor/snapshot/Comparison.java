package companion.monitor.snapshot;

import java.util.List;

/**
 * What changed from one execution to another.
 *
 * @param changes fields whose values differ, the ones that explain most first: commit, image, task definition, durations
 * @param taskDefinition the two task definitions as JSON, line by line; empty if they are the same or none was deployed
 */
public record Comparison(
        PipelineSnapshot.ExecutionSnapshot before,
        PipelineSnapshot.ExecutionSnapshot after,
        List<Change> changes,
        List<Line> taskDefinition) {
    public Comparison {
        changes = List.copyOf(changes);
        taskDefinition = List.copyOf(taskDefinition);
    }

    /** @param before empty if there was none */
    public record Change(String field, String before, String after) {}

    public record Line(Kind kind, String text) {
        public enum Kind {
            SAME,
            REMOVED,
            ADDED
        }
    }
}
