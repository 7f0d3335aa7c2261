package companion.practice.traffic;

import companion.practice.traffic.Answer.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between target groups so that each gets exactly its share, as evenly spread as can be: 90 and 10 give one
 * in ten, not ten in a hundred. Thread-safe.
 */
final class SmoothWeights {
    private final List<Share> shares;
    private final int[] credit;
    private final int total;

    SmoothWeights(List<Share> shares) {
        this.shares = shares;
        this.credit = new int[shares.size()];
        this.total = shares.stream().mapToInt(Share::weight).sum();
    }

    /** The next group's ARN, or null if all weights are 0. */
    synchronized @Nullable String next() {
        if (total == 0) {
            return null;
        }
        int best = 0;
        for (int i = 0; i < credit.length; i++) {
            credit[i] += shares.get(i).weight();
            if (credit[i] > credit[best]) {
                best = i;
            }
        }
        credit[best] -= total;
        return shares.get(best).targetGroupArn();
    }
}
