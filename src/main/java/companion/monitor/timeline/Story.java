package companion.monitor.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a release in the order in which they happened, each with the one that caused it: pipeline action ▸ lifecycle
 * event ▸ task set ▸ listener ▸ targets. Immutable.
 *
 * @param events oldest first
 */
public record Story(List<Event> events) {
    public static final Story EMPTY = new Story(List.of());

    /** The oldest events are let go beyond so many. */
    private static final int KEPT = 2000;

    /** More causes than lead from a pipeline's start to a target's health. */
    private static final int LONGEST = 40;

    public Story {
        events = List.copyOf(events);
    }

    /** @param cause null where nothing that is known of caused it */
    public record Event(Change change, @Nullable Event cause) {
        /** The chain of causes, this event first. */
        public List<Change> why() {
            var chain = new ArrayList<Change>();
            for (var event = this; event != null; event = event.cause()) {
                chain.add(event.change());
            }
            return chain;
        }

        /** {@code 2 of 2 Green healthy ◂ listener to Green 100 % ◂ AllowTraffic began ◂ Deploy began}. */
        public String words() {
            return why().stream().map(Change::words).collect(Collectors.joining(" ◂ "));
        }
    }

    public Optional<Event> newest() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }

    /** What had happened by then. */
    public Story until(Instant instant) {
        return new Story(events.stream().filter(event -> !event.change().at().isAfter(instant)).toList());
    }

    /**
     * A chain of causes up to where it comes round again: a task that stops makes another one start, which stops, and so on. What is
     * told of the first round is told of all, and a chain that grew for ever would keep all that ever happened.
     */
    private static @Nullable Event once(Change effect, @Nullable Event cause) {
        var before = new ArrayList<Change>(List.of(effect));
        for (var event = cause; event != null; event = event.cause()) {
            var change = event.change();
            if (before.size() > LONGEST || before.stream().anyMatch(each -> isAgain(each, change))) {
                Event chain = null;
                for (var each : before.subList(1, before.size()).reversed()) {
                    chain = new Event(each, chain);
                }
                return chain;
            }
            before.add(change);
        }
        return cause;
    }

    private static boolean isAgain(Change one, Change other) {
        return one.getClass() == other.getClass()
                && switch (one) {
                    case Change.TasksChanged tasks -> tasks.of().equals(((Change.TasksChanged) other).of());
                    case Change.TaskStopped task -> task.of().equals(((Change.TaskStopped) other).of());
                    case Change.HealthChanged health -> health.of().equals(((Change.HealthChanged) other).of());
                    default -> false;
                };
    }

    /** With what changed since, each joined to its cause. */
    public Story with(List<Change> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(events);
        for (var change : changes) {
            all.add(new Event(change, once(change, Cause.of(change, all))));
        }
        return new Story(all.size() > KEPT ? all.subList(all.size() - KEPT, all.size()) : all);
    }
}
