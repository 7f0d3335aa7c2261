package companion.practice.codepipeline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a pipeline as executions come and go: at most one is in it, others wait before it, and its transitions may be
 * closed (facts, section 4.1).
 */
final class StageSlot {
    final Deque<Execution> waiting = new ArrayDeque<>();
    @Nullable Execution occupying;
    @Nullable Execution latest;
    Transition inbound;
    Transition outbound;

    /** @param reason why it was disabled; null while it is enabled */
    record Transition(boolean enabled, String by, Instant at, @Nullable String reason) {}

    StageSlot(String by, Instant at) {
        inbound = new Transition(true, by, at, null);
        outbound = inbound;
    }
}
