package companion.monitor.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as the monitor wall shows it.
 *
 * @param asOf when it was read, on the account's clock
 * @param stages in order
 * @param latest null before its first execution
 * @param usual how long an execution that succeeded usually takes: the median of the last ones; null while none is known
 * @param trouble what is wrong with it, or null
 * @param unread why the last read of it failed, or null; everything else is then from the read before
 */
public record PipelineSummary(
        PipelineKey key,
        Instant asOf,
        List<StageSummary> stages,
        PipelineSnapshot.@Nullable ExecutionSnapshot latest,
        @Nullable Duration usual,
        @Nullable Trouble trouble,
        ReleaseSnapshot.@Nullable Unread unread) {
    public PipelineSummary {
        stages = List.copyOf(stages);
    }

    /** @param waiting whether an execution waits before it */
    public record StageSummary(String name, Status status, boolean enabled, boolean waiting) {}

    /**
     * @param kind which decides its place and its shape
     * @param headline what happened, in a few words: {@code Build failed}
     * @param reason AWS's own words for it, in one line; empty if there are none
     * @param executionId the execution that it is about where that is not the latest; null otherwise
     */
    public record Trouble(Kind kind, String headline, String reason, @Nullable String executionId) {
        /** Trouble of the latest execution. */
        public Trouble(Kind kind, String headline, String reason) {
            this(kind, headline, reason, null);
        }

        public enum Kind {
            FAILED,
            ROLLED_BACK,
            /** Running much longer than usual. */
            SLOW
        }
    }

    /** Whether an execution runs or waits. */
    public boolean isActive() {
        return latest != null && !latest.status().isOver();
    }
}
