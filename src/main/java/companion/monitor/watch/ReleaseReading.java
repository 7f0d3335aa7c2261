package companion.monitor.watch;

import companion.monitor.read.ReleaseReader;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.push.CloudEvent;
import companion.monitor.watch.push.CloudEvent.Subject;
import companion.monitor.watch.schedule.Answering;
import companion.monitor.watch.schedule.Turn;
import companion.monitor.watch.schedule.Watched;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a release, each when it is worth it. */
final class ReleaseReading implements Watched {
    private static final double RUNNING = 0.7;
    private static final double QUIET = 0.1;

    private final String pipeline;
    private final ReleaseReader reader;
    private final WatchedRegion region;
    private final PartTurns turns;
    private final Consumer<ReleaseSnapshot> listener;
    private final Consumer<Answering> answers;
    private volatile boolean looked = true;
    private volatile @Nullable ReleaseSnapshot last;
    private volatile @Nullable Instant readAt;

    ReleaseReading(
            String pipeline,
            WatchedRegion region,
            Consumer<ReleaseSnapshot> listener,
            Consumer<Answering> answers) {
        this.pipeline = pipeline;
        this.region = region;
        this.reader = new ReleaseReader(region.connection(), region.clock());
        this.turns = new PartTurns(region.pace().gap());
        this.listener = listener;
        this.answers = answers;
    }

    void looked(boolean looking) {
        looked = looking;
    }

    boolean isLooked() {
        return looked;
    }

    /** When its pipeline was last read well, on the region's steady clock; null before that. */
    @Nullable Instant readAt() {
        return readAt;
    }

    void changed(Set<Part> parts) {
        turns.changed(parts);
    }

    /** An event came: exactly what it names is read. */
    void told(CloudEvent event) {
        var known = last;
        turns.changed(switch (event.subject()) {
            case Subject.Pipeline(var name) when name.equals(pipeline) -> EnumSet.of(Part.PIPELINE);
            case Subject.Build(_, var id, var by) when pipeline.equals(by) || isOurs(known, id) ->
                EnumSet.of(Part.BUILD);
            case Subject.Deployment deployment when isOurs(known, deployment) ->
                EnumSet.of(Part.DEPLOYMENT, Part.SERVICE, Part.HEALTH);
            case Subject.Service service when isOurs(known, service) -> EnumSet.of(Part.SERVICE, Part.HEALTH);
            default -> EnumSet.noneOf(Part.class);
        });
    }

    private static boolean isOurs(@Nullable ReleaseSnapshot known, String build) {
        return known != null && known.build() != null && known.build().id().equals(build);
    }

    private static boolean isOurs(@Nullable ReleaseSnapshot known, Subject.Deployment deployment) {
        return known != null
                && known.deployment() != null
                && (known.deployment().id().equals(deployment.id())
                        || known.deployment().application().equals(deployment.application())
                                && known.deployment().group().equals(deployment.group()));
    }

    /** A service with task sets does not tell its name here, but its tasks say which task set started them. */
    private static boolean isOurs(@Nullable ReleaseSnapshot known, Subject.Service service) {
        if (known == null) {
            return false;
        }
        return known.rolling() != null
                ? known.rolling().service().equals(service.service())
                : !known.taskSets().isEmpty()
                        && (known.isActive()
                                || known.taskSets().stream()
                                        .anyMatch(set -> set.id().equals(service.startedBy())));
    }

    @Override
    public Turn next(Instant now) {
        var rhythm = rhythm();
        var urgency = looked && rhythm.isActive()
                ? Turn.Urgency.WATCHED
                : looked || rhythm.isActive() ? Turn.Urgency.ACTIVE : Turn.Urgency.REST;
        return turns.next(rhythm, urgency, now);
    }

    @Override
    public List<Unread> read(Instant now) {
        var before = last;
        var parts = turns.take(rhythm(), now);
        var snapshot = reader.read(pipeline, parts);
        var unread = snapshot.unread().stream()
                .filter(each -> parts.stream().anyMatch(part -> part.title().equals(each.part())))
                .toList();
        // The pipeline is the part that always costs a request, so that reading it shows that the account answers.
        if (parts.contains(Part.PIPELINE)
                && unread.stream().noneMatch(each -> each.part().equals(Part.PIPELINE.title()))) {
            readAt = region.steady().instant();
        }
        turns.read(parts.stream()
                .filter(part -> unread.stream().anyMatch(each -> each.part().equals(part.title())))
                .collect(Collectors.toSet()));
        last = snapshot;
        turns.changed(ReleaseRhythm.touched(before, snapshot));
        listener.accept(snapshot);
        return unread;
    }

    @Override
    public double share() {
        return looked && rhythm().isActive() ? RUNNING : QUIET;
    }

    @Override
    public void answers(Answering answering) {
        answers.accept(answering);
    }

    private ReleaseRhythm rhythm() {
        return new ReleaseRhythm(region.pace(), last, looked, region.isTold());
    }
}
