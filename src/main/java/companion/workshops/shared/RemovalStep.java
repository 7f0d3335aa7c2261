package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.CleanUp;
import companion.workshop.Progress;
import java.util.List;
import java.util.concurrent.Callable;

/** Removes something; done when it is no longer found. */
public final class RemovalStep extends AwsStep {
    private final List<Call> plan;
    private final Callable<Boolean> isThere;
    private final Work remove;

    /** Removes it, and waits until it is gone. */
    @FunctionalInterface
    public interface Work {
        void run(Progress progress) throws Exception;
    }

    public RemovalStep(Site site, Title title, List<Call> plan, Callable<Boolean> isThere, Work remove) {
        super(site, title);
        this.plan = List.copyOf(plan);
        this.isThere = isThere;
        this.remove = remove;
    }

    /** As a part of a clean-up that clears these ledger entries. */
    public CleanUp.Removal in(int group, String... entryIds) {
        return new CleanUp.Removal(group, List.of(entryIds), this);
    }

    @Override
    public List<Call> plan() {
        return plan;
    }

    @Override
    public Check check() throws Exception {
        return isThere.call() ? new Check.Missing("Still there") : Check.found("Gone");
    }

    @Override
    public void run(Progress progress) throws Exception {
        remove.run(progress);
    }
}
