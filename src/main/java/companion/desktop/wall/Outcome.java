package companion.desktop.wall;

import companion.monitor.snapshot.PipelineKey;

/**
 * Something somebody wants to be told of even while they look elsewhere.
 *
 * @param headline what happened: {@code Build failed}
 * @param reason AWS's own words; empty if there are none
 */
record Outcome(Kind kind, PipelineKey key, String headline, String reason) {
    enum Kind {
        FAILED,
        ROLLED_BACK,
        /** It succeeded after it had failed. */
        RECOVERED
    }
}
