package companion.practice.fabric;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** The default event bus of a region, as AWS services put their own events on it (facts, section 5). */
public interface EventBus {

    /**
     * Puts an event; rules see it a moment later, as an event of the queue. Where nobody could want it, nothing is made.
     *
     * @param source for example {@code aws.codecommit}
     * @param detailType for example {@code CodeCommit Repository State Change}
     * @param resources ARNs
     * @param detail asked at once, or never
     */
    void put(String source, String detailType, List<String> resources, Supplier<ObjectNode> detail);
}
