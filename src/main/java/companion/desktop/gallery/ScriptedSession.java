package companion.desktop.gallery;

import companion.workshop.Check;
import companion.workshop.CleanUp;
import companion.workshop.LedgerEntry;
import companion.workshop.Problem;
import companion.workshop.Session;
import companion.workshop.SessionState;
import companion.workshop.SessionState.CleanUpState;
import companion.workshop.SessionState.CleanUpState.Phase;
import companion.workshop.SessionState.StageState;
import companion.workshop.SessionState.StepState;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;
import companion.workshop.Values;
import companion.workshop.Workshop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A session in which nothing happens but what the script says. At once: a stage that is run is done. By hand: it
 * stays at its
 * first step until {@link #advance}. What was asked of it is kept in {@link #asked}.
 */
public final class ScriptedSession implements Session {
    private final ScriptedWorkshop script;
    private final boolean atOnce;
    private final List<Consumer<SessionState>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private SessionState state;
    private boolean stopping;
    private CountDownLatch ended = new CountDownLatch(0);

    public ScriptedSession(boolean atOnce) {
        this.script = new ScriptedWorkshop();
        this.atOnce = atOnce;
        var workshop = script.workshop();
        var inputs = workshop.stages().stream().flatMap(stage -> stage.inputs().stream()).toList();
        var values = Values.suggestions(inputs);
        this.state = new SessionState(
                workshop, values, waiting(workshop, values), null, List.of(),
                new CleanUpState(Phase.NOT_STARTED, List.of(), null));
    }

    private static List<StageState> waiting(Workshop workshop, Values values) {
        return workshop.stages().stream()
                .map(stage -> new StageState(
                        stage,
                        StageStatus.WAITING,
                        stage.steps(values).stream()
                                .map(step -> new StepState(step, new StepStatus.Waiting()))
                                .toList(),
                        Duration.ZERO))
                .toList();
    }

    /** What was asked, in order: {@code runStage repository}, {@code close}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized SessionState state() {
        return state;
    }

    @Override
    public synchronized Runnable listen(Consumer<SessionState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized void choose(String inputId, String value) {
        asked.add("choose " + inputId + " " + value);
        set(new SessionState(
                state.workshop(), state.values().with(inputId, value), state.stages(), state.running(), state.ledger(),
                state.cleanUp()));
    }

    @Override
    public Running refresh() {
        asked.add("refresh");
        return () -> true;
    }

    @Override
    public synchronized Running runStage(String stageId) {
        asked.add("runStage " + stageId);
        return start(stageId, Integer.MAX_VALUE);
    }

    @Override
    public synchronized Running runNextStep(String stageId) {
        asked.add("runNextStep " + stageId);
        return start(stageId, 1);
    }

    private Running start(String stageId, int steps) {
        ended = new CountDownLatch(1);
        stopping = false;
        begin(stageId);
        var end = ended;
        for (int i = 0; atOnce && i < steps && state.running() != null; i++) {
            stopping = i == steps - 1;
            advance();
        }
        return () -> {
            end.await();
            return state().stage(stageId).status() == StageStatus.DONE;
        };
    }

    private void begin(String stageId) {
        var next = next(stageId);
        if (next == null) {
            end(stageId, StageStatus.DONE);
        } else {
            var reports = ((ScriptedStep) next.step()).progress();
            change(stageId, next.step().id(), new StepStatus.Running(reports, -1, 1), StageStatus.RUNNING, stageId);
        }
    }

    private @Nullable StepState next(String stageId) {
        return state.stage(stageId).steps().stream().filter(step -> !step.status().isDone()).findFirst().orElse(null);
    }

    /** Ends the running step well and starts the next one. */
    public synchronized void advance() {
        var stageId = state.running();
        if (stageId == null) {
            return;
        }
        var step = (ScriptedStep) next(stageId).step();
        change(stageId, step.id(), new StepStatus.Done(step.found(), step.took()), StageStatus.RUNNING, stageId);
        if (stopping && next(stageId) != null) {
            end(stageId, StageStatus.STOPPED);
        } else {
            begin(stageId);
        }
    }

    /** Ends the running stage well. */
    public synchronized void finish() {
        while (state.running() != null) {
            advance();
        }
    }

    /** Lets the running step fail, or be found different. */
    public synchronized void fail(Problem problem) {
        endStep(new StepStatus.Failed(problem, Duration.ofMillis(380)), StageStatus.FAILED);
    }

    public synchronized void differ(Check.Differs differs) {
        endStep(new StepStatus.Differs(differs), StageStatus.FAILED);
    }

    private void endStep(StepStatus status, StageStatus stage) {
        var stageId = state.running();
        if (stageId != null) {
            change(stageId, next(stageId).step().id(), status, stage, stageId);
            end(stageId, stage);
        }
    }

    /** Changes a step that is not the running one, as if an earlier run had left it so. */
    public synchronized void leave(String stageId, String stepId, StepStatus status, StageStatus stage) {
        change(stageId, stepId, status, stage, state.running());
    }

    private void change(
            String stageId, String stepId, StepStatus status, StageStatus stageStatus, @Nullable String running) {
        var stage = state.stage(stageId);
        var steps = stage.steps().stream()
                .map(each -> each.step().id().equals(stepId) ? new StepState(each.step(), status) : each)
                .toList();
        var took = steps.stream()
                .map(each -> each.status() instanceof StepStatus.Done done ? done.took() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
        replace(new StageState(stage.stage(), stageStatus, steps, took), running);
    }

    private void end(String stageId, StageStatus status) {
        var stage = state.stage(stageId);
        if (status == StageStatus.DONE) {
            var made = new ArrayList<>(state.ledger());
            script.ledger().stream().filter(entry -> entry.stage().equals(stageId)).forEach(made::add);
            state = new SessionState(
                    state.workshop(), state.values(), state.stages(), null, made, state.cleanUp());
        }
        replace(new StageState(stage.stage(), status, stage.steps(), stage.took()), null);
        ended.countDown();
    }

    private void replace(StageState changed, @Nullable String running) {
        var stages = state.stages().stream()
                .map(each -> each.stage().id().equals(changed.stage().id()) ? changed : each)
                .toList();
        set(new SessionState(state.workshop(), state.values(), stages, running, state.ledger(), state.cleanUp()));
    }

    private void set(SessionState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    @Override
    public synchronized void stopAfterStep() {
        asked.add("stopAfterStep");
        stopping = true;
    }

    @Override
    public synchronized void cancel() {
        asked.add("cancel");
        endStep(new StepStatus.Stopped(), StageStatus.STOPPED);
    }

    @Override
    public synchronized Running cleanUp() {
        asked.add("cleanUp");
        if (atOnce) {
            remove(Integer.MAX_VALUE);
            prove();
        } else {
            remove(0);
        }
        return () -> true;
    }

    /** Lets so many entries be gone, the next one be deleting, and the clean-up run. */
    public synchronized void remove(int gone) {
        var times = script.goneAt();
        var ordered = script.ledger().stream().map(LedgerEntry::id).toList();
        UnaryOperator<LedgerEntry> removed = entry -> {
            int place = ordered.indexOf(entry.id());
            Instant at = times.getOrDefault(entry.id(), entry.since());
            return place < gone
                    ? entry.with(LedgerEntry.State.GONE, at)
                    : place == gone ? entry.with(LedgerEntry.State.DELETING, at) : entry;
        };
        setCleanUp(state.ledger().stream().map(removed).toList(), Phase.RUNNING, List.of(), null);
    }

    /** Lets the clean-up be held up at an entry by something. */
    public synchronized void holdUp(String entryId, String by, Problem problem) {
        var ledger = state.ledger().stream()
                .map(entry -> entry.id().equals(entryId)
                        ? new LedgerEntry(
                                entry.id(), entry.type(), entry.name(), entry.stage(), entry.group(),
                                entry.removedWith(), entry.hourlyCost(), LedgerEntry.State.HELD_UP, entry.since(), by)
                        : entry)
                .toList();
        setCleanUp(ledger, Phase.FAILED, List.of(), problem);
    }

    @Override
    public synchronized Running prove() {
        asked.add("prove");
        try {
            var proof = state.workshop().cleanUp().prove(state.values());
            setCleanUp(state.ledger(), Phase.DONE, proof, null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return () -> true;
    }

    private void setCleanUp(
            List<LedgerEntry> ledger, Phase phase, List<CleanUp.Proof> proof, @Nullable Problem problem) {
        set(new SessionState(
                state.workshop(), state.values(), state.stages(), null, ledger,
                new CleanUpState(phase, proof, problem)));
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
