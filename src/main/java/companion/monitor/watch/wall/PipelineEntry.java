package companion.monitor.watch.wall;

import companion.aws.AwsErrors;
import companion.monitor.read.PipelineGlance;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.schedule.Refusals;
import companion.monitor.watch.schedule.Turn;
import companion.monitor.watch.schedule.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;

/** One pipeline of the wall: reads it when it is worth it, and tells how it stands. */
final class PipelineEntry implements Watched {
    private static final double FIRST = 1;
    private static final double ACTIVE = 0.25;
    private static final double QUIET = 0.08;
    private static final double RESTING = 0.03;

    private final PipelineKey key;
    private final WatchedRegion region;
    private final PipelineGlance glance;
    private final Told told;
    private final Instant added;
    private volatile boolean looked;
    private volatile boolean changed;
    private @Nullable Instant tried;
    private @Nullable PipelineSummary last;
    private Instant readAt = Instant.EPOCH;

    /** Whom to tell. */
    interface Told {
        void pipeline(PipelineSummary summary);

        /** It was read, whether it changed or not. */
        void read();

        /** There is no such pipeline any more. */
        void missing();
    }

    /** @param looked whether it is on screen */
    PipelineEntry(PipelineKey key, WatchedRegion region, boolean looked, Told told) {
        this.key = key;
        this.region = region;
        this.glance = new PipelineGlance(region.connection(), key.name());
        this.told = told;
        this.added = region.steady().instant();
        this.looked = looked;
    }

    PipelineKey key() {
        return key;
    }

    void looked(boolean looking) {
        looked = looking;
    }

    void parallel(boolean parallel) {
        glance.parallel(parallel);
    }

    /** It is known to have changed, or somebody asks for it. */
    void changed() {
        changed = true;
    }

    @Override
    public Turn next(Instant now) {
        var every = every();
        if (tried == null) {
            return new Turn(added, every, looked ? Turn.Urgency.WATCHED : Turn.Urgency.ACTIVE);
        }
        if (changed) {
            // What is in front of somebody comes before it where both have changed.
            return new Turn(
                    tried.plus(region.pace().gap()), every, looked ? Turn.Urgency.CHANGED : Turn.Urgency.ACTIVE);
        }
        boolean active = isActive();
        return new Turn(
                tried.plus(every),
                every,
                active && looked ? Turn.Urgency.WATCHED : active || looked ? Turn.Urgency.ACTIVE : Turn.Urgency.REST);
    }

    private Duration every() {
        var pace = region.pace();
        var every = isActive()
                ? looked ? pace.running().multipliedBy(2) : pace.quiet()
                : looked ? pace.quiet() : pace.resting();
        var checked = isActive() ? pace.checked() : pace.checked().multipliedBy(3);
        return region.isTold() && every.compareTo(checked) < 0 ? checked : every;
    }

    private boolean isActive() {
        return last != null && last.isActive();
    }

    @Override
    public List<Unread> read(Instant now) {
        tried = now;
        boolean known = changed;
        changed = false;
        try {
            var seen = glance.read();
            readAt = region.clock().instant();
            told.read();
            tell(Summing.summary(key, seen, readAt));
            return List.of();
        } catch (PipelineNotFoundException e) {
            told.missing();
            return List.of();
        } catch (SdkException e) {
            // What changed is still to be read, unless AWS refuses just that.
            changed |= known && !AwsErrors.isFinal(e);
            var unread = Refusals.unread("Pipeline", e);
            tell(last == null
                    ? new PipelineSummary(key, region.clock().instant(), List.of(), null, null, null, unread)
                    : with(last, readAt, unread));
            return List.of(unread);
        }
    }

    private static PipelineSummary with(PipelineSummary summary, Instant readAt, @Nullable Unread unread) {
        return new PipelineSummary(
                summary.key(), readAt, summary.stages(), summary.latest(), summary.usual(), summary.trouble(), unread);
    }

    /** One that says the same as before stays the very same. */
    private void tell(PipelineSummary now) {
        if (last == null || !with(now, last.asOf(), now.unread()).equals(last)) {
            last = now;
            told.pipeline(now);
        }
    }

    @Override
    public double share() {
        // What was never read is read as fast as the limits allow: it costs two requests, once.
        return tried == null ? FIRST : looked ? isActive() ? ACTIVE : QUIET : RESTING;
    }
}
