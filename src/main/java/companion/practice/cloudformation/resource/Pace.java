package companion.practice.cloudformation.resource;

import java.time.Duration;

/**
 * How long a type takes, in virtual seconds. Creation takes a time between two bounds, and longer if the service says
 * that the resource is not ready; then the question is put again at every poll, until the time limit.
 *
 * @param least and {@code most} seconds that a creation takes by itself
 * @param deletion seconds that a deletion takes by itself
 * @param poll seconds between two looks
 * @param limit after which CloudFormation gives up
 * @param checksConsistency whether an "Eventual consistency check initiated" comes before the end
 */
public record Pace(int least, int most, int deletion, int poll, Duration limit, boolean checksConsistency) {

    public static Pace seconds(int least, int most) {
        return new Pace(least, most, Math.max(2, least / 2), 5, Duration.ofMinutes(30), false);
    }

    public Pace deleting(int seconds) {
        return new Pace(least, most, seconds, poll, limit, checksConsistency);
    }

    public Pace polling(int seconds, Duration limit) {
        return new Pace(least, most, deletion, seconds, limit, checksConsistency);
    }

    public Pace withConsistencyCheck() {
        return new Pace(least, most, deletion, poll, limit, true);
    }
}
