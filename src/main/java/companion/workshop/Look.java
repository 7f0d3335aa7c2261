package companion.workshop;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads where all steps stand, without running any, so that going on another day shows the truth. It gives way to whatever else
 * is asked of the session: from then on it changes nothing.
 */
final class Look {
    private final Board board;
    private final Ledger ledger;
    private final Diagnosis diagnosis;
    private final InstantSource clock;
    private boolean over;
    private @Nullable Runnable putBack;

    Look(Board board, Ledger ledger, Diagnosis diagnosis, InstantSource clock) {
        this.board = board;
        this.ledger = ledger;
        this.diagnosis = diagnosis;
        this.clock = clock;
    }

    /**
     * Looks at one step after the other, and no further than the first that cannot be read: where that is for want of a network
     * or of credentials, the others would only say the same.
     *
     * @return whether all were read
     */
    boolean run() throws InterruptedException, IOException {
        for (var stage : board.state().stages()) {
            for (var step : stage.steps()) {
                if (!begin(stage.stage().id(), step) || !end(stage.stage().id(), step, read(step))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Ends it; the step that it is at stands as it stood before. */
    synchronized void giveWay() {
        over = true;
        if (putBack != null) {
            putBack.run();
            putBack = null;
        }
    }

    private synchronized boolean begin(String stageId, SessionState.StepState step) {
        if (!over) {
            putBack = () -> board.step(stageId, step.step().id(), step.status());
            board.step(stageId, step.step().id(), new StepStatus.Checking());
        }
        return !over;
    }

    private StepStatus read(SessionState.StepState step) throws InterruptedException {
        try {
            return switch (step.step().check()) {
                case Check.Found found -> step.status() instanceof StepStatus.Done(_, var took)
                        ? new StepStatus.Done(found, took)
                        : new StepStatus.Skipped(found);
                case Check.Differs differs -> new StepStatus.Differs(differs);
                case Check.Missing _ -> new StepStatus.Waiting();
            };
        } catch (InterruptedException e) {
            giveWay();
            throw e;
        } catch (Exception e) {
            return new StepStatus.Failed(diagnosis.explain(e), Duration.ZERO);
        }
    }

    private synchronized boolean end(String stageId, SessionState.StepState step, StepStatus now) throws IOException {
        if (over) {
            return false;
        }
        putBack = null;
        if (now.isDone() && ledger.found(stageId, step.step(), clock.instant())) {
            board.publish();
        }
        board.step(stageId, step.step().id(), now);
        over = now instanceof StepStatus.Failed;
        return !over;
    }
}
