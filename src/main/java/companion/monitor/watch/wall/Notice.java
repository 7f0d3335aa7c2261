package companion.monitor.watch.wall;

import companion.monitor.snapshot.PipelineKey;
import java.time.Instant;

/**
 * Something that somebody who does not look at the wall wants to hear.
 *
 * @param executionId the execution that failed, or that succeeded again
 * @param headline what happened, in a few words: {@code Build failed}
 * @param reason AWS's own words for it, in one line; empty if there are none
 * @param at on the account's clock
 */
public record Notice(
        Kind kind, PipelineKey pipeline, String executionId, String headline, String reason, Instant at) {
    public enum Kind {
        FAILED,
        /** It went back to what ran before, whatever the execution says. */
        ROLLED_BACK,
        /** The first execution that succeeded after one that did not. */
        RECOVERED
    }
}
