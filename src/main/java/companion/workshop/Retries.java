package companion.workshop;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * How often a step is tried again where its error passes, and a removal where something holds it up.
 *
 * @param attempts of a step, the first included
 * @param rounds of removals, the first included
 * @param pause after the attempt or round with that number, from 1
 */
public record Retries(int attempts, int rounds, IntFunction<Duration> pause) {
    /** A new role is known everywhere after 5 to 30 seconds; a network interface of CodeBuild goes within minutes. */
    public static final Retries USUAL =
            new Retries(10, 30, tried -> Duration.ofSeconds(Math.min(15, 1L << Math.min(tried, 4))));
}
