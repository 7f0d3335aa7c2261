package companion.workshop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A step over a made-up account: what it makes is there or not, and its run can be scripted. */
class FakeStep implements Step {
    interface Action {
        void run(Progress progress) throws Exception;
    }

    final String id;
    final List<String> log;
    final List<Resource> creates;
    volatile Check state;
    Action action = _ -> {};
    boolean checkOnly;

    FakeStep(String id, List<String> log, Resource... creates) {
        this.id = id;
        this.log = log;
        this.creates = List.of(creates);
        this.state = new Check.Missing("No " + id);
    }

    static List<String> log() {
        return new CopyOnWriteArrayList<>();
    }

    FakeStep doing(Action next) {
        action = next;
        return this;
    }

    FakeStep checking(Check found) {
        state = found;
        return this;
    }

    FakeStep onlyChecking() {
        checkOnly = true;
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Make " + id;
    }

    @Override
    public String service() {
        return "Fake";
    }

    @Override
    public String operation() {
        return "Create";
    }

    @Override
    public List<Call> plan() {
        return List.of(new Call("Fake", "Create", "fake create " + id, null, null));
    }

    @Override
    public List<Resource> creates() {
        return creates;
    }

    @Override
    public boolean checkOnly() {
        return checkOnly;
    }

    @Override
    public Check check() throws Exception {
        log.add("check " + id);
        return state;
    }

    @Override
    public void run(Progress progress) throws Exception {
        log.add("run " + id);
        action.run(progress);
        state = Check.found("Found " + id);
    }
}
