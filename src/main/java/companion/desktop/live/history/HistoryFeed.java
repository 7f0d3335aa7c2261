package companion.desktop.live.history;

import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the history of a pipeline comes from. No method waits; consumers are told on any thread. */
public interface HistoryFeed {

    /** There is no history. */
    HistoryFeed NONE = new HistoryFeed() {
        @Override
        public void read(Consumer<History> told) {
            told.accept(new History(List.of(), ""));
        }

        @Override
        public void compare(ExecutionRun before, ExecutionRun after, Consumer<Comparison> told, Consumer<String> refused) {
            refused.accept("There is no history.");
        }

        @Override
        public void succeededIn(String stage, Consumer<List<ExecutionSnapshot>> told) {
            told.accept(List.of());
        }
    };

    /**
     * The newest executions first.
     *
     * @param problem AWS's code and message if they could not be read; empty otherwise
     */
    record History(List<Entry> entries, String problem) {
        public History {
            entries = List.copyOf(entries);
        }
    }

    /** @param run what became of it; null while that is being read */
    record Entry(ExecutionSnapshot execution, @Nullable ExecutionRun run) {}

    /** Reads them anew; tells them at once without their runs, and again with each run that was read. */
    void read(Consumer<History> told);

    /**
     * What changed from one execution to another.
     *
     * @param refused gets AWS's code and message
     */
    void compare(ExecutionRun before, ExecutionRun after, Consumer<Comparison> told, Consumer<String> refused);

    /**
     * The executions that a stage of a V2 pipeline can be rolled back to, the newest first.
     *
     * @param told is told nothing where they cannot be read
     */
    void succeededIn(String stage, Consumer<List<ExecutionSnapshot>> told);
}
