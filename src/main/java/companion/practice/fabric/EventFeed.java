package companion.practice.fabric;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** How a room follows what another one does: the same events that rules see, at the same moment, under the lock. */
public interface EventFeed {

    /**
     * Tells the room each event of a kind from now on.
     *
     * @param source for example {@code aws.codebuild}
     * @param detailType for example {@code CodeBuild Build State Change}
     * @param listener gets the whole event, with {@code detail-type}, {@code resources} and {@code detail}
     */
    void subscribe(String source, String detailType, Consumer<ObjectNode> listener);
}
