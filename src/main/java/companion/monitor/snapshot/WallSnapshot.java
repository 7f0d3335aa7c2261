package companion.monitor.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * All pipelines of the chosen accounts and regions at one moment.
 *
 * @param pipelines in no order of their own
 * @param unread the places whose pipelines could not be listed, as {@code account region}
 */
public record WallSnapshot(Instant asOf, List<PipelineSummary> pipelines, List<ReleaseSnapshot.Unread> unread) {
    public WallSnapshot {
        pipelines = List.copyOf(pipelines);
        unread = List.copyOf(unread);
    }
}
