package companion.desktop.wall;

import companion.monitor.snapshot.PipelineKey;
import java.time.Instant;

/** The time where a pipeline is: pipelines of several accounts stand side by side, and a practice cloud has its own. */
interface TileClock {
    Instant now(PipelineKey pipeline);
}
