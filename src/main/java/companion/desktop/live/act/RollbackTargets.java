package companion.desktop.live.act;

import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The executions that a stage can be rolled back to: those that succeeded in it, whatever became of them after it. Asked for once
 * for each stage and release that somebody wants to act on. Not thread-safe.
 */
public final class RollbackTargets {
    private final Source source;
    private @Nullable Key key;
    private List<ExecutionSnapshot> found = List.of();

    /** Where they come from. */
    public interface Source {
        /**
         * Does not wait.
         *
         * @param told is told on the thread that asked; never, if they cannot be read
         */
        void succeededIn(String stage, Consumer<List<ExecutionSnapshot>> told);
    }

    private record Key(String pipeline, int version, String stage, @Nullable String latest, @Nullable String shown) {}

    public RollbackTargets(Source source) {
        this.source = source;
    }

    /**
     * Newest first, without the one that the stage shows; until they are read, those that succeeded as a whole and are known.
     *
     * @param changed runs once they were read
     */
    public List<ExecutionSnapshot> of(PipelineSnapshot pipeline, StageSnapshot stage, Runnable changed) {
        var now = new Key(
                pipeline.name(),
                pipeline.version(),
                stage.name(),
                pipeline.latest().map(latest -> latest.id() + latest.status()).orElse(null),
                stage.executionId());
        if (!now.equals(key)) {
            key = now;
            found = pipeline.executions().stream()
                    .filter(each -> each.status() == Status.SUCCEEDED)
                    .toList();
            if (canRollBack(pipeline, stage)) {
                source.succeededIn(stage.name(), read -> {
                    if (now.equals(key)) {
                        found = read;
                        changed.run();
                    }
                });
            }
        }
        return found.stream()
                .filter(each -> !each.isRollback() && !each.id().equals(stage.executionId()))
                .toList();
    }

    private static boolean canRollBack(PipelineSnapshot pipeline, StageSnapshot stage) {
        return pipeline.type().equals("V2")
                && !pipeline.executionMode().equals("PARALLEL")
                && !pipeline.stages().getFirst().name().equals(stage.name());
    }
}
