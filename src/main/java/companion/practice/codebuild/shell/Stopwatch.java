package companion.practice.codebuild.shell;

import java.time.Duration;
import java.time.Instant;

/**
 * Time inside a build container. A command runs at once as far as the practice cloud is concerned; what it would take
 * is
 * added up here, and the cloud lets that much virtual time pass afterwards.
 */
public final class Stopwatch {
    private Instant start = Instant.EPOCH;
    private Instant end = Instant.MAX;
    private Duration elapsed = Duration.ZERO;

    /** Begins at zero for the next command. @param end when the build's time is over */
    public void restart(Instant start, Instant end) {
        this.start = start;
        this.end = end;
        this.elapsed = Duration.ZERO;
    }

    public Instant now() {
        return start.plus(elapsed);
    }

    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Lets time pass.
     *
     * @throws EndlessException if the build's time limit comes first
     */
    public void pass(Duration duration) {
        elapsed = elapsed.plus(duration);
        if (!now().isBefore(end)) {
            throw new EndlessException();
        }
    }

    public void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }
}
