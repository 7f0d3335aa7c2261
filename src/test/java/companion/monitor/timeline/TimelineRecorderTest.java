package companion.monitor.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Scene;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineRecorderTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final TimelineRecorder recorder = new TimelineRecorder();

    @Test
    void whatOnlyShowsAsAStateIsDrawnFromTheMomentItWasSeenToChange() {
        recorder.add(at(10, "e1", sets(100, 0, "initial")));
        recorder.add(at(20, "e1", sets(0, 100, "initial")));
        var timeline = recorder.add(at(30, "e1", sets(0, 100, "healthy")));
        assertThat(bars(timeline, Row.LISTENER)).extracting(Bar::label).containsExactly("Blue 100 %", "Green 100 %");
        assertThat(bars(timeline, Row.LISTENER).getFirst().end()).isEqualTo(START.plusSeconds(20));
        assertThat(bars(timeline, Row.LISTENER).getLast().end()).isNull();
        assertThat(bars(timeline, Row.GREEN_TARGETS)).extracting(Bar::label).containsExactly("initial", "1 healthy");
    }

    @Test
    void whatTheReleaseBeforeBroughtIsBlueForTheNext() {
        var scene = Scene.workshop().execution("e2", Status.IN_PROGRESS, Scene.span(100, null));
        scene.deployment(Scene.deploys("ECSAllAtOnce", Status.SUCCEEDED, Scene.span(1, 60), null, null))
                .sets(Scene.set(Colour.GREEN, 100, 100, Scene.tasks(1, "RUNNING", "healthy")));

        var timeline = recorder.add(scene.at(101).snapshot());

        assertThat(bars(timeline, Row.LISTENER)).extracting(Bar::label).containsExactly("Blue 100 %");
        assertThat(bars(timeline, Row.GREEN_TASKS)).isEmpty();
        assertThat(bars(timeline, Row.GREEN_TARGETS)).isEmpty();
    }

    @Test
    void aWaitThatIsOverStaysOnTheTimeline() {
        var scene = Scene.workshop().execution("e1", Status.IN_PROGRESS, Scene.span(0, null));
        scene.deployment(Scene.deploys(
                "ECSAllAtOnce", Status.IN_PROGRESS, Scene.span(1, null), Scene.waits(Wait.Kind.TERMINATION, 8, 5), null));
        recorder.add(scene.at(10).snapshot());
        scene.deployment(Scene.deploys("ECSAllAtOnce", Status.SUCCEEDED, Scene.span(1, 60), null, null));

        var over = recorder.add(scene.at(60).snapshot());

        assertThat(bars(over, Row.DEPLOYMENT))
                .containsExactly(new Bar("Wait", Look.WAITING, Scene.t(8), Scene.t(60), false));
        assertThat(bars(recorder.add(scene.at(90).snapshot()), Row.DEPLOYMENT)).isEqualTo(bars(over, Row.DEPLOYMENT));
    }

    @Test
    void aNewExecutionStartsANewTimeline() {
        recorder.add(at(10, "e1", sets(100, 0, "healthy")));
        var timeline = recorder.add(at(20, "e2", List.of()));
        assertThat(bars(timeline, Row.LISTENER)).isEmpty();
        assertThat(timeline.from()).isEqualTo(START);
    }

    @Test
    void aStageThatIsRetriedKeepsTheBarOfTheAttemptThatFailed() {
        recorder.add(at(60, "e1", List.of(), stage("e1", Status.FAILED, 5, 50)));
        var timeline = recorder.add(at(90, "e1", List.of(), stage("e1", Status.IN_PROGRESS, 80, null)));

        assertThat(bars(timeline, Row.PIPELINE)).extracting(Bar::look).containsExactly(Look.FAILED, Look.RUNNING);
        assertThat(bars(timeline, Row.PIPELINE).getFirst().end()).isEqualTo(START.plusSeconds(50));
        assertThat(bars(timeline, Row.PIPELINE).getLast().end()).isNull();

        var next = recorder.add(at(120, "e2", List.of(), stage("e2", Status.IN_PROGRESS, 110, null)));
        assertThat(bars(next, Row.PIPELINE)).singleElement().extracting(Bar::start).isEqualTo(START.plusSeconds(110));
    }

    @Test
    void anAttemptThatWasNeverSeenToEndEndsWhenTheNextIsSeen() {
        recorder.add(at(20, "e1", List.of(), stage("e1", Status.IN_PROGRESS, 5, null)));
        var timeline = recorder.add(at(90, "e1", List.of(), stage("e1", Status.IN_PROGRESS, 80, null)));

        assertThat(bars(timeline, Row.PIPELINE)).extracting(Bar::end).containsExactly(START.plusSeconds(90), null);
    }

    @Test
    void beforeTheFirstExecutionThereIsNothing() {
        var empty = new ReleaseSnapshot(START, null, null, null, List.of(), null, List.of(), List.of());
        assertThat(recorder.add(empty)).isEqualTo(Timeline.EMPTY);
    }

    private static List<Bar> bars(Timeline timeline, Row row) {
        return timeline.rows().get(row.ordinal()).bars();
    }

    private static StageSnapshot stage(String execution, Status status, int from, @Nullable Integer to) {
        var span = new Span(START.plusSeconds(from), to == null ? null : START.plusSeconds(to));
        return new StageSnapshot("Build", status, execution, new Transition(true, ""), null, List.of(new ActionSnapshot(
                "Build", 1, "Build", "CodeBuild", "", status, span, null, null, null, null, null, null)));
    }

    private static ReleaseSnapshot at(
            int seconds, String execution, List<TaskSetSnapshot> sets, StageSnapshot... stages) {
        var pipeline = new PipelineSnapshot(
                "P",
                1,
                "V2",
                "SUPERSEDED",
                List.of(stages),
                List.of(new ExecutionSnapshot(
                        execution, Status.IN_PROGRESS, "STANDARD", "", "", new Span(START, null), null, null)));
        return new ReleaseSnapshot(
                START.plusSeconds(seconds), pipeline, null, null, sets, "http://127.0.0.1:1/", List.of(), List.of());
    }

    private static List<TaskSetSnapshot> sets(int blue, int green, String greenHealth) {
        return List.of(set(Colour.BLUE, blue, "healthy"), set(Colour.GREEN, green, greenHealth));
    }

    private static TaskSetSnapshot set(Colour colour, int routed, String health) {
        return new TaskSetSnapshot(
                colour.name(),
                colour,
                "webapp:1",
                "latest",
                "ACTIVE",
                "tg",
                routed,
                routed,
                1,
                List.of(new TaskSnapshot("4c1e", "RUNNING", health, "")));
    }
}
