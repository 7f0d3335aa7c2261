package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Progress;
import java.util.List;
import java.util.concurrent.Callable;

/** A step that only looks. */
public final class Looking extends AwsStep {
    private final Callable<Check> look;
    private final List<Call> plan;

    public Looking(Site site, Title title, List<Call> plan, Callable<Check> look) {
        super(site, title);
        this.plan = List.copyOf(plan);
        this.look = look;
    }

    @Override
    public List<Call> plan() {
        return plan;
    }

    @Override
    public boolean checkOnly() {
        return true;
    }

    @Override
    public Check check() throws Exception {
        return look.call();
    }

    @Override
    public void run(Progress progress) {
        throw new UnsupportedOperationException(title() + " only looks");
    }
}
