package companion.desktop.live;

import companion.monitor.timeline.Recording;
import companion.monitor.watch.Release;
import companion.monitor.watch.ReleaseWatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The past as a recording kept it. */
public final class RecordedPast implements Past {
    private final Recording recording;

    public RecordedPast(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Optional<Instant> from() {
        return recording.from();
    }

    @Override
    public List<Instant> events() {
        return recording.story().events().stream().map(event -> event.change().at()).distinct().sorted().toList();
    }

    @Override
    public Optional<Release> at(Instant instant) {
        return recording.at(instant, ReleaseWatch.VISITS)
                .map(moment -> new Release(
                        moment.snapshot(), moment.timeline(), moment.log(), moment.visits(), moment.dropped()));
    }
}
