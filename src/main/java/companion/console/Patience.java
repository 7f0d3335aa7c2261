package companion.console;

import companion.monitor.watch.schedule.Answering;
import java.time.Duration;
import java.time.Instant;

/** How long an account that does not answer is waited for, before there is anything to show. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Patience() {}

    /**
     * Whether it is no use to wait: throttling and AWS's own errors pass by themselves, the latter not always; the others need
     * somebody who does something.
     *
     * @param now on the scheduler's clock
     */
    static boolean isOver(Answering answering, Instant now) {
        return switch (answering.kind()) {
            case WELL, THROTTLED -> false;
            case CREDENTIALS, CLOCK, UNREACHABLE -> true;
            case FAILING -> Duration.between(answering.since(), now).compareTo(LONGEST) > 0;
        };
    }
}
