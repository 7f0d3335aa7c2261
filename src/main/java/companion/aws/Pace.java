package companion.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;

/** How often a wait asks again. AWS takes seconds to minutes; the practice cloud as long as its clock says. */
@FunctionalInterface
public interface Pace {
    /** Twice a second at most would still be below every published rate; this stays well under. */
    Pace REAL = asked -> Duration.ofMillis(Math.min(10_000, 2_000 + 500L * asked));

    /**
     * How long to wait before the next question.
     *
     * @param asked how often it was asked so far, from 1
     */
    Duration pause(int asked);

    /**
     * @param factor virtual seconds per real second, read before each pause: the learner may change it; infinite for
     *     instant
     */
    static Pace practice(DoubleSupplier factor) {
        return asked -> {
            double speed = Math.max(1, factor.getAsDouble());
            long millis = (long) (REAL.pause(asked).toMillis() / speed);
            return Duration.ofMillis(Math.clamp(millis, 5L, 1_000L));
        };
    }

    /**
     * Asks until there is an answer.
     *
     * @param limit of real time
     * @param question empty while there is none
     * @throws TimeoutException if there was none within the limit
     * @throws Exception what the question throws
     */
    default <T> T until(Duration limit, Callable<Optional<T>> question) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        for (int asked = 1; ; asked++) {
            var answer = question.call();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new TimeoutException("No answer within " + limit.toSeconds() + " s");
            }
            Thread.sleep(pause(asked));
        }
    }
}
