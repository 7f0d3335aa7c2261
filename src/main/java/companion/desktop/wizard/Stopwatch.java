package companion.desktop.wizard;

import companion.workshop.SessionState;
import companion.workshop.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows how long what runs has been running, between two states of the session. Not thread-safe. */
public final class Stopwatch {
    private final InstantSource time;
    private @Nullable String step;
    private Instant stepSince = Instant.EPOCH;
    private Instant told = Instant.EPOCH;

    public Stopwatch(InstantSource time) {
        this.time = time;
    }

    /** Takes note of a state as it arrives. */
    public void told(SessionState session) {
        told = time.instant();
        var next = runningStep(session);
        if (next == null || !next.equals(step)) {
            step = next;
            stepSince = told;
        }
    }

    private static @Nullable String runningStep(SessionState session) {
        var running = session.running();
        return running == null
                ? null
                : session.stage(running).steps().stream()
                        .filter(each -> each.status() instanceof StepStatus.Running
                                || each.status() instanceof StepStatus.Checking)
                        .map(each -> running + "/" + each.step().id())
                        .findFirst()
                        .orElse(null);
    }

    /** How long the running step has been running; empty if none does. */
    public Optional<Duration> step() {
        return step == null ? Optional.empty() : Optional.of(Duration.between(stepSince, time.instant()));
    }

    /** The time a stage took so far, from what the last state said of it. */
    public Duration stage(Duration took, boolean running) {
        return running ? took.plus(Duration.between(told, time.instant())) : took;
    }
}
