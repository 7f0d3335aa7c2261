package companion.window;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import companion.desktop.live.history.HistoryFeed;
import companion.desktop.live.history.HistoryFeed.Entry;
import companion.desktop.live.history.HistoryFeed.History;
import companion.monitor.read.ExecutionHistory;
import companion.monitor.read.RunComparison;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** The history of a pipeline, read on a thread of its own each time that somebody asks for it. */
final class ExecutionFeed implements HistoryFeed {
    private static final int EXECUTIONS = 50;
    /** As many as fit a screen; each costs two requests, and only once while it is over. */
    private static final int RUNS = 20;

    private final String pipeline;
    private final ExecutionHistory executions;
    private final RunComparison comparison;
    private final Map<String, ExecutionRun> known = new ConcurrentHashMap<>();

    ExecutionFeed(Connection connection, String pipeline) {
        this.pipeline = pipeline;
        this.executions = new ExecutionHistory(connection);
        this.comparison = new RunComparison(connection);
    }

    @Override
    public void read(Consumer<History> told) {
        Thread.ofVirtual().name("history-reads").start(() -> {
            synchronized (executions) {
                tell(told);
            }
        });
    }

    private void tell(Consumer<History> told) {
        var entries = new ArrayList<Entry>();
        try {
            for (var execution : executions.list(pipeline, EXECUTIONS)) {
                entries.add(new Entry(execution, known.get(execution.id())));
            }
            told.accept(new History(entries, ""));
            for (int i = 0; i < Math.min(RUNS, entries.size()); i++) {
                if (entries.get(i).run() == null) {
                    entries.set(i, new Entry(entries.get(i).execution(), run(entries.get(i).execution())));
                    told.accept(new History(entries, ""));
                }
            }
        } catch (SdkException e) {
            told.accept(new History(entries, AwsErrors.code(e) + ", " + AwsErrors.message(e)));
        }
    }

    private ExecutionRun run(ExecutionSnapshot execution) {
        var run = executions.run(pipeline, execution);
        if (execution.status().isOver()) {
            known.put(execution.id(), run);
        }
        return run;
    }

    @Override
    public void succeededIn(String stage, Consumer<List<ExecutionSnapshot>> told) {
        Thread.ofVirtual().name("history-rollback").start(() -> {
            try {
                told.accept(executions.succeededIn(pipeline, stage));
            } catch (SdkException e) {
                // Those that are known from the state are offered; AWS says of each whether it will do.
            }
        });
    }

    @Override
    public void compare(ExecutionRun before, ExecutionRun after, Consumer<Comparison> told, Consumer<String> refused) {
        Thread.ofVirtual().name("history-compares").start(() -> {
            synchronized (comparison) {
                try {
                    told.accept(comparison.compare(before, after));
                } catch (SdkException e) {
                    refused.accept(AwsErrors.code(e) + ", " + AwsErrors.message(e));
                }
            }
        });
    }
}
