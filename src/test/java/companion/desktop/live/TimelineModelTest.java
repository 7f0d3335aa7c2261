package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.live.TimelineModel.Segment;
import companion.desktop.live.TimelineModel.Tick;
import companion.monitor.timeline.Timeline;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import companion.monitor.timeline.Timeline.Track;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimelineModelTest {

    @Test
    void theAxisBeginsWithTheReleaseAndLeavesRoomForPlans() {
        var model = model(Releases.waiting());

        assertThat(model.ticks()).extracting(Tick::label).containsExactly("12:02", "12:03", "12:04", "12:05");
        assertThat(model.now()).isCloseTo(1 / 1.4, Offset.offset(0.01));
        assertThat(model.time()).isEqualTo("12:04:15");
    }

    @Test
    void whatGoesOnEndsAtThePresentAndWhatIsPlannedBeginsThere() {
        var model = model(Releases.waiting());
        var deployment = model.rows().get(Timeline.Row.DEPLOYMENT.ordinal()).segments();

        assertThat(deployment).extracting(Segment::label)
                .containsExactly("Install", "AllowTraffic", "Wait", "until 12:08:26");
        assertThat(deployment.get(2).to()).isEqualTo(model.now());
        assertThat(deployment.get(3).from()).isEqualTo(model.now());
        assertThat(deployment.get(3).to()).isEqualTo(1);
    }

    @Test
    void eachBarSaysWhenAndHowLong() {
        var deployment = model(Releases.waiting()).rows().get(Timeline.Row.DEPLOYMENT.ordinal()).segments();

        assertThat(deployment).extracting(Segment::spoken).containsExactly(
                "Install, from 12:02:11, 1 minute 11 seconds", "AllowTraffic, from 12:03:23, 3 seconds",
                "Wait, since 12:03:26", "until 12:08:26");
    }

    @Test
    void aShortReleaseHasAnAxisOfTwoMinutes() {
        var model = model(Releases.building());

        assertThat(model.ticks()).extracting(Tick::label)
                .containsExactly("12:01:30", "12:02:00", "12:02:30", "12:03:00");
    }

    @Test
    void theFootDoesNotSayThatAnEventGaveTheVisitorsBack() {
        var start = Instant.parse("2026-11-21T12:00:00Z");
        var timeline = new Timeline(
                List.of(
                        new Track(Row.PIPELINE, List.of(bar("Deploy", Look.FAILED, start, 0, 60))),
                        new Track(Row.DEPLOYMENT, List.of(bar("AllowTraffic", Look.DONE, start, 10, 11))),
                        new Track(
                                Row.LISTENER,
                                List.of(bar("Green 100 %", Look.GREEN, start, 11, 50), bar("Blue 100 %", Look.BLUE, start, 50, 60)))),
                start);

        assertThat(TimelineModel.of(timeline, start.plusSeconds(60), ZoneOffset.UTC).why())
                .containsExactly("12:00:50", "listener back to Blue 100 %");
    }

    @Test
    void theFootCallsTheTasksAsTheirRowDoes() {
        var start = Instant.parse("2026-11-21T12:00:00Z");
        var timeline = new Timeline(
                List.of(new Track(Row.GREEN_TASKS, "New tasks", List.of(bar("2 RUNNING", Look.GREEN, start, 11, 50)))), start);

        assertThat(TimelineModel.of(timeline, start.plusSeconds(60), ZoneOffset.UTC).why())
                .containsExactly("12:00:11", "2 New tasks RUNNING");
    }

    private static Bar bar(String label, Look look, Instant start, int from, int to) {
        return new Bar(label, look, start.plusSeconds(from), start.plusSeconds(to), false);
    }

    @Test
    void theFootGoesFromTheEffectBackToItsCause() {
        assertThat(model(Releases.waiting()).why()).containsExactly(
                "12:03:44", "2 Green targets healthy", "listener to Green 100 %", "AllowTraffic", "Deploy");
        assertThat(model(Releases.shifting()).why()).containsExactly(
                "12:03:23", "listener to Blue 90, Green 10", "AllowTraffic", "Deploy");
        assertThat(model(Releases.installing()).why()).containsExactly(
                "12:02:12", "Green tasks starting", "Install", "Deploy");
        assertThat(model(Releases.building()).why()).containsExactly("12:01:07", "Build");
    }

    @Test
    void beforeAnythingHappenedThereAreOnlyRows() {
        var model = TimelineModel.of(Timeline.EMPTY, Instant.EPOCH, ZoneOffset.UTC);

        assertThat(model.rows()).hasSize(5).allSatisfy(row -> assertThat(row.segments()).isEmpty());
        assertThat(model.ticks()).isEmpty();
        assertThat(model.why()).isEqualTo(List.of());
    }

    @Test
    void whatWasFirstSeenAfterTheReleaseIsNoPartOfIt() {
        var start = Instant.parse("2026-03-01T12:00:00Z");
        var end = start.plusSeconds(600);
        var later = end.plusSeconds(3600);
        var seen = new Timeline.Bar("2 RUNNING", Timeline.Look.GREEN, later, null, false);
        var done = new Timeline.Bar("Deploy", Timeline.Look.DONE, start, end, false);
        var rows = Timeline.EMPTY.rows().stream()
                .map(track -> new Timeline.Track(track.row(), switch (track.row()) {
                    case PIPELINE -> List.of(done);
                    case GREEN_TASKS, LISTENER -> List.of(seen);
                    default -> List.<Timeline.Bar>of();
                }))
                .toList();

        var model = TimelineModel.of(new Timeline(rows, start), end, ZoneOffset.UTC);

        assertThat(model.rows().get(Timeline.Row.PIPELINE.ordinal()).segments()).hasSize(1);
        assertThat(model.rows().get(Timeline.Row.GREEN_TASKS.ordinal()).segments()).isEmpty();
        assertThat(model.rows().get(Timeline.Row.LISTENER.ordinal()).segments()).isEmpty();
        assertThat(model.why()).containsExactly("12:00:00", "Deploy");
    }

    private static TimelineModel model(ScriptedRelease feed) {
        return TimelineModel.of(Objects.requireNonNull(feed.release()).timeline(), feed.now(), ZoneOffset.UTC);
    }
}
