package companion.workshop;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs one step: check, do if needed, check again; with its ledger entries written before it does anything. */
final class StepRun {
    private final Board board;
    private final Ledger ledger;
    private final Diagnosis diagnosis;
    private final Retries retries;
    private final InstantSource clock;
    private final BooleanSupplier cancelled;

    StepRun(Board board, Ledger ledger, Diagnosis diagnosis, Retries retries, InstantSource clock,
            BooleanSupplier cancelled) {
        this.board = board;
        this.ledger = ledger;
        this.diagnosis = diagnosis;
        this.retries = retries;
        this.clock = clock;
        this.cancelled = cancelled;
    }

    /** Whether the step's work is there now. */
    boolean run(String stageId, Step step) {
        long start = clock.millis();
        StepStatus end;
        try {
            end = converge(stageId, step, start);
        } catch (Exception e) {
            end = cancelled.getAsBoolean() || e instanceof InterruptedException
                    ? new StepStatus.Stopped()
                    : new StepStatus.Failed(diagnosis.explain(e), since(start));
        }
        board.step(stageId, step.id(), end);
        return end.isDone();
    }

    private StepStatus converge(String stageId, Step step, long start) throws Exception {
        board.step(stageId, step.id(), new StepStatus.Checking());
        switch (step.check()) {
            case Check.Found found -> {
                live(stageId, step);
                return step.checkOnly() ? new StepStatus.Done(found, since(start)) : new StepStatus.Skipped(found);
            }
            case Check.Differs differs when !differs.repairable() || step.checkOnly() -> {
                return new StepStatus.Differs(differs);
            }
            case Check.Missing missing when step.checkOnly() -> {
                return new StepStatus.Failed(notFound(step, missing), since(start));
            }
            case Check.Missing _, Check.Differs _ -> {
                plan(stageId, step);
                act(stageId, step);
            }
        }
        return switch (step.check()) {
            case Check.Found found -> {
                live(stageId, step);
                yield new StepStatus.Done(found, since(start));
            }
            case Check.Differs differs -> new StepStatus.Differs(differs);
            case Check.Missing missing -> new StepStatus.Failed(notFound(step, missing), since(start));
        };
    }

    private void act(String stageId, Step step) throws Exception {
        for (int tried = 1; ; tried++) {
            int attempt = tried;
            Progress progress = (message, fraction) ->
                    board.step(stageId, step.id(), new StepStatus.Running(message, fraction, attempt));
            progress.report("");
            try {
                step.run(progress);
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (cancelled.getAsBoolean() || tried >= retries.attempts() || !diagnosis.passes(e)) {
                    throw e;
                }
                progress.report(diagnosis.explain(e).what());
                Thread.sleep(retries.pause().apply(tried));
            }
        }
    }

    private void plan(String stageId, Step step) throws IOException {
        var planned = new ArrayList<LedgerEntry>();
        for (var resource : step.creates()) {
            if (ledger.find(resource.id()).filter(LedgerEntry::mayExist).isEmpty()) {
                planned.add(resource.entry(stageId, LedgerEntry.State.PLANNED, clock.instant()));
            }
        }
        write(planned);
    }

    private void live(String stageId, Step step) throws IOException {
        if (ledger.found(stageId, step, clock.instant())) {
            board.publish();
        }
    }

    private void write(List<LedgerEntry> entries) throws IOException {
        if (!entries.isEmpty()) {
            ledger.write(entries);
            board.publish();
        }
    }

    private Duration since(long start) {
        return Duration.ofMillis(clock.millis() - start);
    }

    private static Problem notFound(Step step, Check.Missing missing) {
        return new Problem(
                "NOT_FOUND_AFTERWARDS",
                missing.what() + ".",
                step.checkOnly()
                        ? "This step only looks; what it looks for is made by an earlier step or by somebody else."
                        : "The call was answered, but the thing does not show up in the account.",
                step.checkOnly()
                        ? "Run the stage before this one again."
                        : "Run the step again; nothing is made twice.",
                step.service() + " " + step.operation());
    }
}
