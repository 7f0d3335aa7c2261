package companion.monitor.timeline;

import static companion.monitor.snapshot.Scene.deploys;
import static companion.monitor.snapshot.Scene.event;
import static companion.monitor.snapshot.Scene.set;
import static companion.monitor.snapshot.Scene.span;
import static companion.monitor.snapshot.Scene.t;
import static companion.monitor.snapshot.Scene.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.Scene;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.Visit;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private final Scene scene = Scene.workshop();
    private final Recording recording = new Recording();
    private final TimelineRecorder timeline = new TimelineRecorder();
    private Log log = Log.EMPTY;

    @Test
    void anyMomentCanBeGoneBackTo() {
        record(10, "first line");
        scene.execution("e1", Status.IN_PROGRESS, span(12, null)).runs("Source", "e1", Status.IN_PROGRESS, span(12, null), null);
        record(20, "second line");
        scene.runs("Source", "e1", Status.SUCCEEDED, span(12, 25), "4f2a");
        record(30, "third line");

        assertThat(recording.from()).hasValue(t(10));
        assertThat(recording.until()).hasValue(t(30));
        assertThat(recording.at(t(5), 60).orElseThrow().snapshot().asOf()).isEqualTo(t(10));
        var then = recording.at(t(29), 60).orElseThrow();
        assertThat(then.snapshot().asOf()).isEqualTo(t(20));
        assertThat(then.log()).hasSize(2);
        assertThat(recording.at(t(31), 60).orElseThrow().log()).hasSize(3);
        assertThat(then.story().newest().orElseThrow().change().words()).as("as it is known now").isEqualTo("stage Source succeeded");
        assertThat(recording.at(t(20), 60).orElseThrow().story().newest().orElseThrow().change().words())
                .isEqualTo("Source began");
    }

    @Test
    void theTimelineOfThenDoesNotKnowHowABarEnds() {
        scene.execution("e1", Status.IN_PROGRESS, span(0, null)).runs("Source", "e1", Status.SUCCEEDED, span(1, 9), "a");
        record(10, "");
        scene.runs("Build", "e1", Status.FAILED, span(10, 30), "b");
        record(31, "");
        var then = recording.at(t(20), 1).orElseThrow().timeline().rows().get(Row.PIPELINE.ordinal()).bars();
        assertThat(then).extracting(Timeline.Bar::label).containsExactly("Source", "Build");
        assertThat(then.getLast().end()).isNull();
        assertThat(then.getLast().look()).isEqualTo(Look.RUNNING);
        var now = recording.at(t(31), 1).orElseThrow().timeline().rows().get(Row.PIPELINE.ordinal()).bars();
        assertThat(now.getLast().look()).isEqualTo(Look.FAILED);
    }

    @Test
    void visitsAndDropsAreThoseUntilThen() {
        record(1, "");
        for (int i = 0; i < 10; i++) {
            recording.add(new Visit(t(i), "v1", i == 4 || i == 8 ? 502 : 200, Duration.ofMillis(5)));
        }
        var moment = recording.at(t(6), 3).orElseThrow();
        assertThat(moment.visits()).extracting(Visit::at).containsExactly(t(4), t(5), t(6));
        assertThat(moment.dropped()).isEqualTo(1);
        assertThat(recording.at(t(9), 3).orElseThrow().dropped()).isEqualTo(2);
    }

    @Test
    void quietMomentsAreLetGoFirstAndMemoryIsBounded() {
        var small = new Recording(100, 1_000);
        for (int second = 0; second < 1000; second++) {
            if (second == 300) {
                scene.execution("e1", Status.IN_PROGRESS, span(300, null));
            }
            small.add(scene.at(second).snapshot(), Log.EMPTY, Timeline.EMPTY);
        }
        assertThat(small.at(t(999), 1).orElseThrow().snapshot().asOf()).isEqualTo(t(999));
        assertThat(small.at(t(300), 1).orElseThrow().snapshot().asOf()).as("something happened").isEqualTo(t(300));
        assertThat(small.at(t(299), 1).orElseThrow().snapshot().pipeline().latest()).isEmpty();
    }

    @Test
    void theLogsOfTheOldestBuildsAreLetGoFirst() {
        var small = new Recording(100, 1_000);
        for (int build = 0; build < 5; build++) {
            var lines = Log.EMPTY;
            for (int line = 0; line < 400; line += 100) {
                lines = lines.plus(Collections.nCopies(100, new Log.Line(t(0), "build " + build)));
                small.add(scene.at(build * 10 + line / 100).snapshot(), lines, Timeline.EMPTY);
            }
        }
        assertThat(small.at(t(43), 1).orElseThrow().log()).hasSize(400);
        assertThat(small.at(t(31), 1).orElseThrow().log()).hasSize(200).allMatch(line -> line.text().equals("build 3"));
        assertThat(small.at(t(13), 1).orElseThrow().log()).isEmpty();
        assertThat(small.at(t(13), 1).orElseThrow().snapshot().asOf()).isEqualTo(t(13));
    }

    @Test
    void whatHappenedIsJoinedToItsCauses() {
        scene.sets(set(Colour.BLUE, 100, 100, tasks(2, "RUNNING", "healthy")));
        record(0, "");
        scene.execution("e1", Status.IN_PROGRESS, span(1, null));
        record(2, "");
        scene.runs("Deploy", "e1", Status.IN_PROGRESS, span(3, null), "d-1")
                .deployment(deploys("ECSAllAtOnce", Status.IN_PROGRESS, span(4, null), null, null,
                        event("Install", Status.IN_PROGRESS, 5, null)));
        record(6, "");
        scene.sets(set(Colour.BLUE, 100, 100), set(Colour.GREEN, 0, 0, tasks(2, "RUNNING", "initial")));
        record(8, "");
        scene.deployment(deploys("ECSAllAtOnce", Status.IN_PROGRESS, span(4, null), null, null,
                event("Install", Status.SUCCEEDED, 5, 9), event("AllowTraffic", Status.IN_PROGRESS, 10, null)))
                .sets(set(Colour.BLUE, 0, 100), set(Colour.GREEN, 100, 0, tasks(2, "RUNNING", "initial")));
        record(11, "");
        scene.sets(set(Colour.BLUE, 0, 0), set(Colour.GREEN, 100, 100, tasks(2, "RUNNING", "initial")));
        record(12, "");
        scene.sets(set(Colour.BLUE, 0, 0), set(Colour.GREEN, 100, 100, tasks(2, "RUNNING", "healthy")));
        record(20, "");

        assertThat(recording.story().newest().orElseThrow().why().stream().map(Change::words).toList()).containsExactly(
                "Green 2 of 2 healthy",
                "listener to Green 100 %",
                "100 % requested for Green",
                "AllowTraffic began",
                "Deploy began",
                "stage Deploy began",
                "execution started: Updated Web App to v2");
    }

    private void record(int second, String line) {
        log = log.plus(line.isEmpty() ? List.of() : List.of(new Log.Line(t(second), line)));
        var snapshot = scene.at(second).snapshot();
        recording.add(snapshot, log, timeline.add(snapshot));
    }
}
