package companion.monitor.watch.wall;

import companion.aws.AwsErrors;
import companion.monitor.read.PipelineGlance;
import companion.monitor.read.PipelineGlance.Listed;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.push.CloudEvent;
import companion.monitor.watch.schedule.Answering;
import companion.monitor.watch.schedule.Refusals;
import companion.monitor.watch.schedule.Turn;
import companion.monitor.watch.schedule.Watched;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The pipelines of one account and region: reads which there are, and has each watched. */
final class WallRegion implements Watched, PipelineEntry.Told {
    private static final double SHARE = 0.02;

    private final WatchedRegion region;
    private final Predicate<String> wanted;
    private final Told told;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile boolean changed;
    private @Nullable Instant tried;
    private Predicate<PipelineKey> looked = _ -> true;

    /** Whom to tell. */
    interface Told {
        void pipeline(PipelineSummary summary);

        /** Something was read, whether it changed or not. */
        void read();

        void gone(PipelineKey key);

        /** Which pipelines there are was read: all that are to be there have been made known. */
        void listed(int pipelines);

        /** @param unread null if they can be listed */
        void unread(@Nullable Unread unread);

        void answers(Answering answering);
    }

    private record Entry(PipelineEntry entry, Runnable end) {}

    /** @param wanted of which names the pipelines are watched */
    WallRegion(WatchedRegion region, Predicate<String> wanted, Told told) {
        this.region = region;
        this.wanted = wanted;
        this.told = told;
    }

    /** @return ends it */
    Runnable start() {
        var events = region.onEvent(this::event);
        var listing = region.scheduler().add(this);
        return () -> {
            events.run();
            listing.run();
            entries.values().forEach(each -> each.end.run());
        };
    }

    void looked(Predicate<PipelineKey> looking) {
        looked = looking;
        entries.values().forEach(each -> each.entry.looked(looking.test(each.entry.key())));
        region.scheduler().wake();
    }

    /** Reads all of it soon. */
    void wake() {
        changed = true;
        entries.values().forEach(each -> each.entry.changed());
        region.scheduler().retry();
    }

    private void event(CloudEvent event) {
        if (event.subject() instanceof CloudEvent.Subject.Pipeline(var name)) {
            var known = entries.get(name);
            if (known != null) {
                known.entry.changed();
            } else if (wanted.test(name)) {
                changed = true;
            }
        }
    }

    @Override
    public Turn next(Instant now) {
        var every = region.pace().list();
        if (tried == null) {
            return new Turn(now, every, Turn.Urgency.CHANGED);
        }
        return changed
                ? new Turn(tried.plus(region.pace().gap()), every, Turn.Urgency.CHANGED)
                : new Turn(tried.plus(every), every, Turn.Urgency.ACTIVE);
    }

    @Override
    public List<Unread> read(Instant now) {
        tried = now;
        boolean known = changed;
        changed = false;
        try {
            var account = region.connection().identity().account();
            follow(
                    account,
                    PipelineGlance.list(region.connection()).stream()
                            .filter(each -> wanted.test(each.name()))
                            .toList());
            told.read();
            told.unread(null);
            return List.of();
        } catch (SdkException e) {
            changed |= known && !AwsErrors.isFinal(e);
            var unread = Refusals.unread(place(), e);
            told.unread(unread);
            return List.of(unread);
        }
    }

    private void follow(String account, List<Listed> pipelines) {
        var gone = new HashSet<>(entries.keySet());
        for (var pipeline : pipelines) {
            gone.remove(pipeline.name());
            var known = entries.computeIfAbsent(pipeline.name(), name -> {
                var key = new PipelineKey(account, region.connection().region(), name);
                var entry = new PipelineEntry(key, region, looked.test(key), this);
                return new Entry(entry, region.scheduler().add(entry));
            });
            known.entry.parallel(pipeline.parallel());
        }
        for (var name : gone) {
            var entry = entries.remove(name);
            entry.end.run();
            told.gone(entry.entry.key());
        }
        told.listed(pipelines.size());
    }

    @Override
    public void pipeline(PipelineSummary summary) {
        // One that was read while it went is not there any more.
        if (entries.containsKey(summary.key().name())) {
            told.pipeline(summary);
        }
    }

    @Override
    public void read() {
        told.read();
    }

    @Override
    public void missing() {
        changed = true;
    }

    /** {@code account region}, or by its profile while the account is not known. */
    private String place() {
        var connection = region.connection();
        return connection.knownAccount().orElse(connection.target().label()) + " " + connection.region();
    }

    @Override
    public double share() {
        return SHARE;
    }

    @Override
    public void answers(Answering answering) {
        told.answers(answering);
    }
}
