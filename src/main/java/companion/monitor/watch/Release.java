package companion.monitor.watch;

import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Visit;
import companion.monitor.timeline.Timeline;
import companion.monitor.watch.schedule.Answering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a watch tells: the latest snapshot with all that was gathered since the watch began.
 *
 * @param log of the latest build
 * @param visits oldest first, the last {@link ReleaseWatch#VISITS}
 * @param dropped how many visitors were dropped since the watch began
 * @param answering how the account answers
 */
public record Release(
        ReleaseSnapshot snapshot,
        Timeline timeline,
        List<Log.Line> log,
        List<Visit> visits,
        int dropped,
        Answering answering) {
    public Release {
        log = Log.of(log);
        visits = List.copyOf(visits);
    }

    /** A release of an account that answers well. */
    public Release(
            ReleaseSnapshot snapshot, Timeline timeline, List<Log.Line> log, List<Visit> visits, int dropped) {
        this(snapshot, timeline, log, visits, dropped, WELL);
    }

    private static final Answering WELL =
            new Answering(Answering.Kind.WELL, Instant.EPOCH, null, "", "", Duration.ZERO);
}
