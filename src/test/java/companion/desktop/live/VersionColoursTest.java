package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.live.LiveModel.Tile.Kind;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.Visit;
import companion.monitor.timeline.Timeline;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionColoursTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final VersionColours colours = new VersionColours();
    private final List<Visit> visits = new ArrayList<>();

    @Test
    void blueIsWhatWasServedBeforeAndGreenWhatAppears() {
        visit("v1");
        release("e1", 0);
        visit("v2");
        release("e1", 100);

        assertThat(kinds()).containsExactly(Kind.BLUE, Kind.GREEN);
        assertThat(colours.greenShare(visits)).isEqualTo(50);
    }

    @Test
    void atTheNextReleaseWhatWasGreenIsBlue() {
        visit("v1");
        release("e1", 0);
        visit("v2");
        release("e1", 100);

        release("e2", 0);
        assertThat(kind("v2")).isEqualTo(Kind.BLUE);

        visit("v3");
        release("e2", 100);
        assertThat(kind("v3")).isEqualTo(Kind.GREEN);
        assertThat(kind("v1")).isEqualTo(Kind.OTHER);
    }

    @Test
    void oneWhoLooksAfterTheTrafficMovedSeesGreen() {
        visit("v1");
        visit("v2");
        release("e1", 100);

        assertThat(kinds()).containsExactly(Kind.BLUE, Kind.GREEN);
    }

    @Test
    void oneWhoLooksDuringACanaryTellsThemApartByHowManyGetThem() {
        List.of("v1", "v1", "v1", "v2").forEach(this::visit);
        release("e1", 10);

        assertThat(kinds()).containsExactly(Kind.BLUE, Kind.BLUE, Kind.BLUE, Kind.GREEN);
    }

    @Test
    void afterGoingBackTheColoursStay() {
        visit("v1");
        release("e1", 0);
        visit("v2");
        release("e1", 100);
        visit("v1");
        release("e1", 0);

        assertThat(kinds()).containsExactly(Kind.BLUE, Kind.GREEN, Kind.BLUE);
    }

    @Test
    void theSameVersionReleasedAgainIsGreenOnceTheTrafficMoved() {
        visit("v2");
        release("e1", 0);
        release("e1", 100);
        visit("v2");
        release("e1", 100);

        assertThat(kinds()).containsExactly(Kind.BLUE, Kind.GREEN);
    }

    @Test
    void anErrorHasNoVersion() {
        visits.add(new Visit(START, "", 503, Duration.ofMillis(3)));
        visits.add(new Visit(START, "", 0, Duration.ofSeconds(5)));
        release("e1", 0);

        assertThat(visits.stream().map(colours::tile)).extracting(LiveModel.Tile::text).containsExactly("503", "—");
        assertThat(kinds()).containsOnly(Kind.ERROR);
        assertThat(colours.greenShare(visits)).isZero();
    }

    private void visit(String version) {
        visits.add(new Visit(START.plusSeconds(visits.size()), version, 200, Duration.ofMillis(3)));
    }

    private Kind kind(String version) {
        return colours.tile(new Visit(START, version, 200, Duration.ofMillis(3))).kind();
    }

    private List<Kind> kinds() {
        return visits.stream().map(visit -> colours.tile(visit).kind()).toList();
    }

    private void release(String execution, int toGreen) {
        var latest = new ExecutionSnapshot(
                execution, Status.IN_PROGRESS, "STANDARD", "", "", new Span(START, null), null, null);
        var pipeline = new PipelineSnapshot("P", 1, "V2", "SUPERSEDED", List.of(), List.of(latest));
        var green = new TaskSetSnapshot(
                "2", Colour.GREEN, "webapp:2", "latest", "ACTIVE", "tg", toGreen, toGreen, 0, List.of());
        colours.learn(new Release(
                new ReleaseSnapshot(
                        START.plusSeconds(visits.size()), pipeline, null, null, List.of(green), null, List.of(), List.of()),
                Timeline.EMPTY, List.of(), visits, 0));
    }
}
