package companion.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session whose ledger and choices live in a folder. */
public final class WorkshopSession implements Session {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Workshop workshop;
    private final Choices choices;
    private final Ledger ledger;
    private final Board board;
    private final Diagnosis diagnosis;
    private final Retries retries;
    private final InstantSource clock;
    private @Nullable Thread worker;
    private @Nullable Look looking;
    private volatile boolean cancelled;
    private volatile boolean stopping;

    private WorkshopSession(
            Workshop workshop,
            Choices choices,
            Ledger ledger,
            Values values,
            Diagnosis diagnosis,
            Retries retries,
            InstantSource clock) {
        this.workshop = workshop;
        this.choices = choices;
        this.ledger = ledger;
        this.board = new Board(workshop, ledger, values);
        this.diagnosis = diagnosis;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Goes on where the last session with this folder ended, or begins.
     *
     * @param folder of one workshop in one account and region; made if missing
     * @throws IOException also if another process uses the folder, with a sentence for the learner
     */
    public static WorkshopSession open(
            Workshop workshop, Path folder, Diagnosis diagnosis, Retries retries, InstantSource clock)
            throws IOException {
        Files.createDirectories(folder);
        var choices = new Choices(folder.resolve("session.properties"), workshop);
        var ledger = Ledger.open(folder.resolve("ledger.tsv"));
        return new WorkshopSession(workshop, choices, ledger, choices.load(), diagnosis, retries, clock);
    }

    @Override
    public SessionState state() {
        return board.state();
    }

    @Override
    public Runnable listen(Consumer<SessionState> listener) {
        return board.listen(listener);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException with a sentence for the learner if the value is wrong
     * @throws IllegalStateException with a sentence for the learner if it can no longer be chosen
     */
    @Override
    public synchronized void choose(String inputId, String value) {
        refuseWhileRunning();
        for (var stage : workshop.stages()) {
            for (var input : stage.inputs()) {
                if (input.id().equals(inputId)) {
                    choose(stage, input, value.strip());
                    return;
                }
            }
        }
        throw new IllegalArgumentException("There is no input " + inputId + " in " + workshop.title() + ".");
    }

    private void choose(Stage stage, Input input, String value) {
        var state = board.state();
        if (value.equals(state.values().get(input.id()))) {
            return;
        }
        input.problem().apply(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        boolean made = ledger.entries().stream()
                .anyMatch(entry -> entry.mayExist() && entry.stage().equals(stage.id()));
        if (made && input.kind() != Input.Kind.FOLDER) {
            throw new IllegalStateException("The stage " + stage.title() + " has already made things with "
                    + input.label().toLowerCase(java.util.Locale.ROOT) + " "
                    + state.values().get(input.id())
                    + ". Clean up first, so that they are not left behind.");
        }
        var values = state.values().with(input.id(), value);
        choices.save(values);
        board.choose(values, stage.id());
    }

    @Override
    public synchronized Running refresh() {
        var look = new Look(board, ledger, diagnosis, clock);
        var running = start(null, look::run);
        looking = look;
        return running;
    }

    @Override
    public Running runStage(String stageId) {
        return run(stageId, false);
    }

    @Override
    public Running runNextStep(String stageId) {
        return run(stageId, true);
    }

    private Running run(String stageId, boolean onlyOne) {
        workshop.stage(stageId);
        return start(stageId, () -> {
            choices.save(board.state().values());
            for (var step : board.state().stage(stageId).steps()) {
                if (step.status().isDone()) {
                    continue;
                }
                long start = clock.millis();
                boolean done = stepRun().run(stageId, step.step());
                board.spent(stageId, Duration.ofMillis(clock.millis() - start));
                if (!done || onlyOne) {
                    return done;
                }
                if (stopping || cancelled) {
                    break;
                }
            }
            return board.state().stage(stageId).steps().stream()
                    .allMatch(step -> step.status().isDone());
        });
    }

    private StepRun stepRun() {
        return new StepRun(board, ledger, diagnosis, retries, clock, () -> cancelled);
    }

    @Override
    public Running cleanUp() {
        return start(
                null, () -> cleanUpRun().run(workshop.cleanUp(), board.state().values()));
    }

    @Override
    public Running prove() {
        var phase = board.state().cleanUp();
        boolean removed = phase.phase() != SessionState.CleanUpState.Phase.NOT_STARTED;
        return start(null, () -> {
            try {
                return cleanUpRun().prove(workshop.cleanUp(), board.state().values(), removed);
            } catch (Exception e) {
                board.cleanUp(new SessionState.CleanUpState(phase.phase(), phase.proof(), diagnosis.explain(e)));
                return false;
            }
        });
    }

    private CleanUpRun cleanUpRun() {
        return new CleanUpRun(board, ledger, diagnosis, retries, clock, () -> cancelled);
    }

    private synchronized Running start(@Nullable String stageId, Callable<Boolean> work) {
        refuseWhileRunning();
        cancelled = false;
        stopping = false;
        var result = new CompletableFuture<Boolean>();
        board.running(stageId);
        worker = Thread.ofVirtual().name("session-", 0).unstarted(() -> {
            boolean done = false;
            try {
                done = work.call();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                result.completeExceptionally(e);
            } finally {
                synchronized (this) {
                    if (worker == Thread.currentThread()) {
                        worker = null;
                        looking = null;
                        board.running(null);
                    }
                }
                result.complete(done);
            }
        });
        worker.start();
        return () -> await(result);
    }

    private static boolean await(CompletableFuture<Boolean> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A look gives way; all else has to be stopped first. */
    private void refuseWhileRunning() {
        if (looking != null && worker != null) {
            looking.giveWay();
            worker.interrupt();
            looking = null;
            worker = null;
        }
        if (worker != null) {
            throw new IllegalStateException("Something is running. Wait for it, or stop it first.");
        }
    }

    @Override
    public void stopAfterStep() {
        stopping = true;
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            cancel();
            running = worker;
        }
        try {
            if (running != null) {
                running.join(PATIENCE);
            }
            ledger.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
