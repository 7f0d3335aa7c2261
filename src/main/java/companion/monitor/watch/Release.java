package companion.monitor.watch;

import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Visit;
import companion.monitor.timeline.Story;
import companion.monitor.timeline.Timeline;
import companion.monitor.watch.schedule.Answering;
import companion.monitor.why.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watch tells: the latest snapshot with all that was gathered since the watch began.
 *
 * @param log of the latest build
 * @param visits oldest first, the last {@link ReleaseWatch#VISITS}
 * @param dropped how many visitors were dropped since the watch began
 * @param story what happened since the watch began, each with its cause
 * @param why the release failed, or is not what it seems; null while nothing is wrong
 * @param answering how the account answers
 */
public record Release(
        ReleaseSnapshot snapshot,
        Timeline timeline,
        List<Log.Line> log,
        List<Visit> visits,
        int dropped,
        Story story,
        @Nullable Why why,
        Answering answering) {
    public Release {
        log = Log.of(log);
        visits = List.copyOf(visits);
    }

    /** A release of an account that answers well, whose story is not known. */
    public Release(
            ReleaseSnapshot snapshot, Timeline timeline, List<Log.Line> log, List<Visit> visits, int dropped) {
        this(snapshot, timeline, log, visits, dropped, Story.EMPTY, null, WELL);
    }

    private static final Answering WELL =
            new Answering(Answering.Kind.WELL, Instant.EPOCH, null, "", "", Duration.ZERO);
}
