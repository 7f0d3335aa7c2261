package companion.practice.fabric;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The default event bus of a region, as AWS services put their own events on it (facts, section 5). */
public interface EventBus {

    /**
     * Puts an event; rules see it a moment later, as an event of the queue.
     *
     * @param source for example {@code aws.codecommit}
     * @param detailType for example {@code CodeCommit Repository State Change}
     * @param resources ARNs
     */
    void put(String source, String detailType, List<String> resources, ObjectNode detail);
}
