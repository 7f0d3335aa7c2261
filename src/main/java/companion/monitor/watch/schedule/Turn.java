package companion.monitor.watch.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * When something wants to be read next.
 *
 * @param due on the scheduler's clock
 * @param every how often it is read, which says how much a delay matters: a second late is much for what is read every five,
 *     and nothing for what is read every minute
 */
public record Turn(Instant due, Duration every, Urgency urgency) {

    /** What comes first where not everything can be read in time, the least urgent first. */
    public enum Urgency {
        /** Nobody looks at it, and nothing goes on there. */
        REST(1),
        /** Something goes on, or somebody looks. */
        ACTIVE(4),
        /** Something goes on, and somebody looks. */
        WATCHED(8),
        /** It is known to have changed, or somebody asked for it. */
        CHANGED(1_000);

        private final int weight;

        Urgency(int weight) {
            this.weight = weight;
        }
    }

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    /** How badly it wants to be read. It grows with the delay, so that what rests is never forgotten for what is busy. */
    double pressure(Instant now) {
        double late = Duration.between(due, now).toMillis();
        return urgency.weight * (1 + late / Math.max(1, every.toMillis()));
    }
}
