package companion.workshop;

import companion.workshop.CleanUp.Proof;
import companion.workshop.CleanUp.Removal;
import companion.workshop.SessionState.CleanUpState;
import companion.workshop.SessionState.CleanUpState.Phase;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Removes everything in order. What something else holds up is tried again in the next round; what fails for another
 * reason does not keep the rest from being removed. In the end the account is listed: that, and not the ledger, is
 * the proof.
 */
final class CleanUpRun {
    private final Board board;
    private final Ledger ledger;
    private final Diagnosis diagnosis;
    private final Retries retries;
    private final InstantSource clock;
    private final BooleanSupplier cancelled;
    private @Nullable Problem problem;

    CleanUpRun(
            Board board,
            Ledger ledger,
            Diagnosis diagnosis,
            Retries retries,
            InstantSource clock,
            BooleanSupplier cancelled) {
        this.board = board;
        this.ledger = ledger;
        this.diagnosis = diagnosis;
        this.retries = retries;
        this.clock = clock;
        this.cancelled = cancelled;
    }

    /** Whether nothing is left. */
    boolean run(CleanUp cleanUp, Values values) throws InterruptedException {
        board.cleanUp(new CleanUpState(Phase.RUNNING, List.of(), null));
        try {
            removeAll(cleanUp.removals(values));
            return prove(cleanUp, values, true);
        } catch (InterruptedException e) {
            board.cleanUp(new CleanUpState(Phase.FAILED, List.of(), stopped()));
            throw e;
        } catch (Exception e) {
            board.cleanUp(new CleanUpState(Phase.FAILED, List.of(), diagnosis.explain(e)));
            return false;
        }
    }

    /** @param removed whether a clean-up was tried, so that anything found is a failure of it */
    boolean prove(CleanUp cleanUp, Values values, boolean removed) throws Exception {
        board.cleanUp(new CleanUpState(Phase.PROVING, List.of(), problem));
        var proof = cleanUp.prove(values);
        var left = proof.stream().filter(it -> !it.remaining().isEmpty()).toList();
        if (left.isEmpty()) {
            mark(ledger.entries().stream().filter(LedgerEntry::mayExist).toList(), LedgerEntry.State.GONE);
            board.reset();
            board.cleanUp(new CleanUpState(Phase.DONE, proof, null));
            return true;
        }
        var reason = problem != null ? problem : removed ? remains(left) : null;
        board.cleanUp(new CleanUpState(removed ? Phase.FAILED : Phase.NOT_STARTED, proof, reason));
        return false;
    }

    private void removeAll(List<Removal> removals) throws Exception {
        var open = removals;
        for (int round = 1; !open.isEmpty(); round++) {
            var held = new ArrayList<Removal>();
            for (var removal : open) {
                var reason = remove(removal);
                if (reason != null) {
                    held.add(removal);
                }
                if (reason != null && round >= retries.rounds()) {
                    keepFirst(heldUp(removal, reason));
                }
            }
            if (held.isEmpty() || round >= retries.rounds()) {
                return;
            }
            Thread.sleep(retries.pause().apply(round));
            open = held;
        }
    }

    /** @return what holds it up, or null if it is gone or failed for another reason */
    private @Nullable String remove(Removal removal) throws Exception {
        var step = removal.step();
        try {
            if (step.check() instanceof Check.Found) {
                mark(entries(removal), LedgerEntry.State.GONE);
                return null;
            }
            mark(entries(removal), LedgerEntry.State.DELETING);
            step.run(Progress.SILENT);
            if (step.check() instanceof Check.Found) {
                mark(entries(removal), LedgerEntry.State.GONE);
            } else {
                mark(entries(removal), LedgerEntry.State.LIVE);
                keepFirst(stillThere(step));
            }
            return null;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (cancelled.getAsBoolean()) {
                throw new InterruptedException();
            }
            return failed(removal, e);
        }
    }

    private @Nullable String failed(Removal removal, Exception error) throws IOException {
        var by = diagnosis.heldUpBy(error);
        if (by.isPresent()) {
            change(entries(removal), entry -> entry.heldUp(by.get(), clock.instant()));
            return by.get();
        }
        mark(entries(removal), LedgerEntry.State.LIVE);
        keepFirst(diagnosis.explain(error));
        return null;
    }

    private List<LedgerEntry> entries(Removal removal) {
        return removal.entryIds().stream()
                .flatMap(id -> ledger.find(id).stream())
                .filter(LedgerEntry::mayExist)
                .toList();
    }

    private void mark(List<LedgerEntry> entries, LedgerEntry.State state) throws IOException {
        change(entries, entry -> entry.with(state, clock.instant()));
    }

    private void change(List<LedgerEntry> entries, Function<LedgerEntry, LedgerEntry> to) throws IOException {
        if (!entries.isEmpty()) {
            ledger.write(entries.stream().map(to).toList());
            board.publish();
        }
    }

    private void keepFirst(Problem next) {
        problem = problem == null ? next : problem;
    }

    private static Problem stillThere(Step step) {
        return new Problem(
                "STILL_THERE",
                step.title() + ": it is still there.",
                "The call was answered, but the thing remains.",
                "Clean up again; what is gone already is skipped.",
                step.service() + " " + step.operation());
    }

    private static Problem heldUp(Removal removal, String by) {
        return new Problem(
                "HELD_UP",
                removal.step().title() + " is held up: " + by,
                "Something outside this workshop still uses it.",
                "Remove what uses it, then clean up again.",
                removal.step().service() + " " + removal.step().operation());
    }

    private static Problem remains(List<Proof> left) {
        var names = left.stream()
                .map(proof -> proof.what() + ": " + String.join(", ", proof.remaining()))
                .toList();
        return new Problem(
                "NOT_EMPTY",
                "The account still has " + String.join("; ", names) + ".",
                "Something was made after the clean-up began, or by somebody else under the same name.",
                "Clean up again; if it stays, remove it in the AWS console.",
                String.join("; ", names));
    }

    private static Problem stopped() {
        return new Problem(
                "CLEAN_UP_STOPPED",
                "The clean-up was stopped.",
                "You stopped it, or the window was closed.",
                "Clean up again: it goes on where it stopped. Until then what is left may cost.",
                "");
    }
}
