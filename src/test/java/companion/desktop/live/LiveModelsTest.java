package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.live.LiveModel.LaneRow;
import companion.desktop.live.LiveModel.Piece;
import companion.desktop.live.LiveModel.StageItem;
import companion.desktop.live.LiveModel.WeightRow;
import companion.desktop.status.State;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LiveModelsTest {

    @Test
    void aReleaseSaysWhatItIsAndSinceWhenItRuns() {
        var model = model(Releases.building());

        assertThat(model.head().pipeline()).isEqualTo("MyFirstPipeline");
        assertThat(model.head().word()).isEqualTo("In progress");
        assertThat(model.head().about().stream().map(Piece::text).collect(Collectors.joining(" ")))
                .isEqualTo("Updated Web App to v2 4f2a91c • execution 8c1d5be2 • started 12:01:02 by a push"
                        + " • running for 0:39 • V2, SUPERSEDED");
    }

    @Test
    void stagesSayHowLongTheyTookAndUsuallyTake() {
        var build = stage(model(Releases.waiting()), "Build");

        assertThat(build.took()).isEqualTo("0:58");
        assertThat(build.usual()).isEqualTo("usually 1:02");
        assertThat(build.link()).isEqualTo("build 9");
        assertThat(build.spoken())
                .isEqualTo("Build, 2 of 3, succeeded after 58 seconds, usually 1 minute 2 seconds");
    }

    @Test
    void onlyWhatRunsHasProgress() {
        var model = model(Releases.building());

        assertThat(stage(model, "Build").progress()).isBetween(0.5, 0.6);
        assertThat(stage(model, "Source").progress()).isNegative();
        assertThat(stage(model, "Deploy").word()).isEqualTo("Not started");
    }

    @Test
    void whatWasNotReachedWhenAReleaseFailedDidNotRun() {
        var model = model(Releases.failed());

        assertThat(stage(model, "Build").state()).isEqualTo(State.FAILED);
        assertThat(stage(model, "Deploy").word()).isEqualTo("Didn’t run");
        assertThat(stage(model, "Deploy").took()).isEmpty();
    }

    @Test
    void eachLaneHasItsThreeValues() {
        var lanes = model(Releases.shifting()).lanes();

        assertThat(lanes).extracting(LaneRow::requested).containsExactly("90 %", "10 %");
        assertThat(lanes).extracting(LaneRow::routed).containsExactly("90 %", "10 %");
        assertThat(lanes.getLast().spoken())
                .isEqualTo("Green, replacement, requested 10, routed 10 percent, 2 of 2 healthy");
        assertThat(lanes.getLast().dots()).extracting(LiveModel.Dot::label).containsExactly("e93d", "11f8");
    }

    @Test
    void overEightTasksTheRestIsANumber() {
        var green = model(Releases.stale()).lanes().getLast();

        assertThat(green.dots()).hasSize(8).extracting(LiveModel.Dot::label).containsOnly("");
        assertThat(green.more()).isEqualTo("+2");
        assertThat(green.dots()).extracting(LiveModel.Dot::state)
                .contains(State.OK, State.RUNNING, State.FAILED, State.WAITING, State.NOT_STARTED, State.STOPPED);
    }

    @Test
    void whatVisitorsSeeMayLagBehindWhatIsRouted() {
        assertThat(model(Releases.waiting()).weights()).extracting(WeightRow::blue).containsExactly(0, 0, 25);
    }

    @Test
    void whatIsNotRoutedIsNotKnown() {
        var weights = model(Releases.none()).weights();

        assertThat(weights).extracting(WeightRow::known).containsOnly(false);
        assertThat(weights).extracting(WeightRow::note).containsExactly("no task set", "not routed", "no visit yet");
    }

    @Test
    void anOldReadIsStaleAndSaysSo() {
        var head = model(Releases.stale()).head();

        assertThat(head.state()).isEqualTo(State.STALE);
        assertThat(head.word()).isEqualTo("In progress");
        assertThat(head.asOf()).isEqualTo("as of 48 s ago");
    }

    @Test
    void aThrottledReadIsNoFailureAndADeniedOneSaysWhatToDo() {
        assertThat(model(Releases.stale()).remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.state()).isEqualTo(State.STALE);
            assertThat(remark.words()).contains("ThrottlingException, Rate exceeded.");
        });
        assertThat(model(Releases.forbidden()).remarks()).singleElement()
                .satisfies(remark -> assertThat(remark.state()).isEqualTo(State.FAILED));
    }

    @Test
    void droppedVisitorsAreCounted() {
        var visitors = model(Releases.stale()).visitors();

        assertThat(visitors.errors()).isEqualTo("2 visitors got an error");
        assertThat(visitors.spoken()).isEqualTo("Last 60 visits: 15 v1, 43 v2, 2 errors");
    }

    @Test
    void aStageTellsItsConditionsAndWhatTheirRulesSaid() {
        var build = stage(model(Releases.conditional()), "Build");

        assertThat(build.conditions()).extracting(LiveModel.ConditionItem::words)
                .containsExactly("Entry condition overridden", "Success condition failed");
        assertThat(build.conditions().getLast().rules()).isEqualTo("tests-passed, failed: Variable check failed: 'no' EQ 'yes'");
        assertThat(build.spoken()).endsWith(", Entry condition overridden, Success condition failed");
        assertThat(stage(model(Releases.failed()), "Build").conditions()).isEmpty();
    }

    @Test
    void aReleaseThatIsOverIsNotDrawnSmallerAsTimeGoesOn() {
        var feed = Releases.finished();
        var models = models(feed);

        var soon = models.of(release(feed), feed.now().plusSeconds(60), Duration.ZERO).timeline();
        var later = models.of(release(feed), feed.now().plusSeconds(6000), Duration.ZERO).timeline();

        assertThat(later).isEqualTo(soon);
        assertThat(later.time()).isEmpty();
    }

    private static StageItem stage(LiveModel model, String name) {
        return model.stages().stream().filter(stage -> stage.name().equals(name)).findFirst().orElseThrow();
    }

    private static LiveModel model(ScriptedRelease feed) {
        return models(feed).of(release(feed), feed.now(), feed.age());
    }

    private static LiveModels models(ScriptedRelease feed) {
        var models = new LiveModels(ZoneOffset.UTC, true, feed::usual);
        models.learn(release(feed));
        return models;
    }

    private static Release release(ScriptedRelease feed) {
        return Objects.requireNonNull(feed.release());
    }
}
