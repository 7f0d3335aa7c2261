package companion.workshop;

import companion.workshop.SessionState.CleanUpState;
import companion.workshop.SessionState.StageState;
import companion.workshop.SessionState.StepState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a session stands: changed under one lock, and told to the listeners as a new snapshot after each change. */
final class Board {
    private final Workshop workshop;
    private final Ledger ledger;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<SessionState>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Values values;
    private @Nullable String running;
    private CleanUpState cleanUp = new CleanUpState(CleanUpState.Phase.NOT_STARTED, List.of(), null);

    Board(Workshop workshop, Ledger ledger, Values values) {
        this.workshop = workshop;
        this.ledger = ledger;
        this.values = values;
        workshop.stages().forEach(stage -> rows.put(stage.id(), new Row(stage, values)));
    }

    private static final class Row {
        final Stage stage;
        List<StepState> steps;
        Duration took = Duration.ZERO;

        Row(Stage stage, Values values) {
            this.stage = stage;
            this.steps = waiting(stage, values);
        }

        static List<StepState> waiting(Stage stage, Values values) {
            return stage.steps(values).stream()
                    .map(step -> new StepState(step, new StepStatus.Waiting()))
                    .toList();
        }
    }

    SessionState state() {
        lock.lock();
        try {
            var stages = rows.values().stream()
                    .map(row -> new StageState(row.stage, status(row), row.steps, row.took))
                    .toList();
            return new SessionState(workshop, values, stages, running, ledger.entries(), cleanUp);
        } finally {
            lock.unlock();
        }
    }

    private StageStatus status(Row row) {
        if (row.stage.id().equals(running)) {
            return StageStatus.RUNNING;
        }
        var statuses = row.steps.stream().map(StepState::status).toList();
        if (statuses.stream().allMatch(StepStatus::isDone)) {
            return StageStatus.DONE;
        }
        if (statuses.stream().anyMatch(it -> it instanceof StepStatus.Failed || it instanceof StepStatus.Differs)) {
            return StageStatus.FAILED;
        }
        return statuses.stream().anyMatch(StepStatus.Stopped.class::isInstance)
                ? StageStatus.STOPPED
                : StageStatus.WAITING;
    }

    Runnable listen(Consumer<SessionState> listener) {
        lock.lock();
        try {
            listeners.add(listener);
            listener.accept(state());
        } finally {
            lock.unlock();
        }
        return () -> listeners.remove(listener);
    }

    /** Told under the lock, so that every listener sees the changes in their order. */
    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            var now = state();
            listeners.forEach(listener -> listener.accept(now));
        } finally {
            lock.unlock();
        }
    }

    /** For a change that was made elsewhere, in the ledger. */
    void publish() {
        change(() -> {});
    }

    void running(@Nullable String stageId) {
        change(() -> running = stageId);
    }

    void step(String stageId, String stepId, StepStatus status) {
        change(() -> {
            var row = row(stageId);
            var steps = new ArrayList<>(row.steps);
            steps.replaceAll(state -> state.step().id().equals(stepId) ? new StepState(state.step(), status) : state);
            row.steps = List.copyOf(steps);
        });
    }

    void spent(String stageId, Duration more) {
        change(() -> row(stageId).took = row(stageId).took.plus(more));
    }

    void cleanUp(CleanUpState next) {
        change(() -> cleanUp = next);
    }

    /** Steps are made anew; those of the stages from the first one on have to be looked at again. */
    void choose(Values next, String firstStage) {
        change(() -> {
            values = next;
            boolean later = false;
            for (var row : rows.values()) {
                later |= row.stage.id().equals(firstStage);
                row.steps = later ? Row.waiting(row.stage, next) : renewed(row, next);
            }
        });
    }

    private static List<StepState> renewed(Row row, Values next) {
        var steps = new ArrayList<StepState>();
        for (var step : row.stage.steps(next)) {
            steps.add(row.steps.stream()
                    .filter(known -> known.step().id().equals(step.id()))
                    .findFirst()
                    .map(known -> new StepState(step, known.status()))
                    .orElse(new StepState(step, new StepStatus.Waiting())));
        }
        return List.copyOf(steps);
    }

    /** After everything was removed. */
    void reset() {
        change(() -> rows.values().forEach(row -> {
            row.steps = Row.waiting(row.stage, values);
            row.took = Duration.ZERO;
        }));
    }

    private Row row(String stageId) {
        workshop.stage(stageId);
        return rows.get(stageId);
    }
}
