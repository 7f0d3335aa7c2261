package companion.practice.cloudformation.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works on many resources at once, each as soon as those that it waits for are done. */
final class Wave {
    private final Map<String, Set<String>> waiting = new LinkedHashMap<>();
    private final Map<String, ResourceWork> running = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();
    private final ArrayDeque<String> finished = new ArrayDeque<>();
    private final Function<String, @Nullable ResourceWork> work;
    private final Consumer<List<String>> end;
    private final boolean stopAtFailure;
    private boolean advancing;
    private boolean ended;

    /**
     * Plans the work.
     *
     * @param needs logical id to those that must be done before it; only its keys are worked on
     * @param work what to do about one, or null if there is nothing to do
     * @param stopAtFailure whether the first failure cancels all that is running; else everything is done that does not
     *     wait for what failed
     * @param end gets the logical ids that failed, none if all is well
     */
    Wave(
            Map<String, Set<String>> needs,
            Function<String, @Nullable ResourceWork> work,
            boolean stopAtFailure,
            Consumer<List<String>> end) {
        needs.forEach((id, others) -> {
            var known = new LinkedHashSet<>(others);
            known.retainAll(needs.keySet());
            waiting.put(id, known);
        });
        this.work = work;
        this.stopAtFailure = stopAtFailure;
        this.end = end;
    }

    void start() {
        advance();
    }

    /** Cancels what is running, for a reason that its events give. */
    void cancel() {
        waiting.clear();
        var cancelled = List.copyOf(running.values());
        running.clear();
        cancelled.forEach(one -> {
            one.cancel();
            failed.add(one.resource.logicalId());
        });
    }

    /** What is under way was stopped from outside: no more work, and the end. */
    void cancelAndEnd() {
        cancel();
        advance();
    }

    void done(String id) {
        running.remove(id);
        finished.add(id);
        advance();
    }

    void failed(String id) {
        running.remove(id);
        failed.add(id);
        if (stopAtFailure) {
            cancel();
        }
        advance();
    }

    private void advance() {
        if (advancing || ended) {
            return;
        }
        advancing = true;
        do {
            while (!finished.isEmpty()) {
                var id = finished.poll();
                waiting.values().forEach(others -> others.remove(id));
            }
            for (var id : List.copyOf(waiting.keySet())) {
                if (waiting.containsKey(id) && waiting.get(id).isEmpty()) {
                    waiting.remove(id);
                    begin(id);
                }
            }
        } while (!finished.isEmpty());
        advancing = false;
        if (running.isEmpty()) {
            ended = true;
            end.accept(List.copyOf(failed));
        }
    }

    private void begin(String id) {
        var one = work.apply(id);
        if (one == null) {
            finished.add(id);
        } else {
            running.put(id, one);
            one.begin(this);
        }
    }
}
