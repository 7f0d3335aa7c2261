package companion.monitor.watch;

import companion.monitor.read.BuildLog;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.schedule.Refusals;
import companion.monitor.watch.schedule.Turn;
import companion.monitor.watch.schedule.Watched;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Follows the log of a release's build: while the build runs, and to its end. */
final class LogReading implements Watched {
    private final BuildLog log;
    private final Pace pace;
    private final Consumer<Log> listener;
    private @Nullable BuildSnapshot build;
    private @Nullable Instant tried;
    private boolean looked = true;
    private boolean complete = true;
    private boolean active;
    private boolean tail;

    LogReading(BuildLog log, Pace pace, Consumer<Log> listener) {
        this.log = log;
        this.pace = pace;
        this.listener = listener;
    }

    /** On the scheduler's thread. */
    void follow(@Nullable BuildSnapshot now, boolean looking, boolean goingOn) {
        boolean other = now != null && (build == null || !build.id().equals(now.id()));
        boolean ended = now != null && build != null && !build.status().isOver() && now.status().isOver();
        if (other || ended) {
            complete = false;
            tail = false;
            tried = null;
        } else if (now == null && build != null) {
            complete = true;
            listener.accept(Log.EMPTY);
        }
        build = now;
        looked = looking;
        active = goingOn;
    }

    @Override
    public Turn next(Instant now) {
        // The few lines that may still come after the end wait until nothing else goes on.
        if (complete || build == null || active && tail) {
            return new Turn(now.plus(pace.resting()), pace.resting(), Turn.Urgency.REST);
        }
        boolean over = build.status().isOver() && tried != null;
        var every = !looked ? pace.quiet() : over ? pace.running().multipliedBy(2) : pace.running();
        return new Turn(
                tried == null ? now : tried.plus(every),
                every,
                looked && !over ? Turn.Urgency.ACTIVE : Turn.Urgency.REST);
    }

    @Override
    public List<Unread> read(Instant now) {
        tried = now;
        var reading = build;
        if (reading == null) {
            return List.of();
        }
        try {
            var lines = log.read(reading);
            tail = reading.status().isOver() && !lines.isEmpty();
            listener.accept(lines);
            complete = isWithoutLog(reading) || log.isComplete();
            return List.of();
        } catch (SdkException e) {
            // What was read before stays on screen; the next read goes on from there.
            return List.of(Refusals.unread("Log", e));
        }
    }

    private static boolean isWithoutLog(BuildSnapshot build) {
        return build.status().isOver() && (build.logGroup() == null || build.logStream() == null);
    }

    /** The release's share is for its log, too. */
    @Override
    public double share() {
        return 0;
    }
}
