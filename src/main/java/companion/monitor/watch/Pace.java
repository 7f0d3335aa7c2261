package companion.monitor.watch;

import java.time.Duration;

/**
 * How often to read, in real time.
 *
 * @param running what somebody looks at while something goes on
 * @param quiet what somebody looks at while nothing does, and what goes on while nobody looks
 * @param resting what nobody looks at while nothing goes on
 * @param checked what events tell of: a slow check, in case one was lost
 * @param list which pipelines there are
 * @param gap between two reads of the same, however much happens
 */
public record Pace(
        Duration running, Duration quiet, Duration resting, Duration checked, Duration list, Duration gap) {
    public static final Pace REAL = new Pace(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(120),
            Duration.ofSeconds(2));

    /** The practice cloud's time may run many times faster, and asking it costs nothing. */
    public static final Pace PRACTICE = new Pace(
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMillis(40));
}
