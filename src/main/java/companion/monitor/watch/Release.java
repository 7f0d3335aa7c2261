package companion.monitor.watch;

import companion.monitor.read.BuildLog;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Visit;
import companion.monitor.timeline.Timeline;
import java.util.List;

/**
 * What a watch tells: the latest snapshot with all that was gathered since the watch began.
 *
 * @param log of the latest build
 * @param visits oldest first, the last {@link ReleaseWatch#VISITS}
 * @param dropped how many visitors were dropped since the watch began
 */
public record Release(
        ReleaseSnapshot snapshot, Timeline timeline, List<BuildLog.Line> log, List<Visit> visits, int dropped) {
    public Release {
        log = List.copyOf(log);
        visits = List.copyOf(visits);
    }
}
