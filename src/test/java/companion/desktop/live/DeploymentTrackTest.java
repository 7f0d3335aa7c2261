package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.live.LiveModel.TrackStop;
import companion.desktop.status.State;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeploymentTrackTest {

    @Test
    void eventsComeInAwssOrderThenTheWaitAndTheEndOfBlue() {
        assertThat(track(Releases.waiting())).extracting(TrackStop::name).containsExactly(
                "BeforeInstall", "Install", "AfterInstall", "BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic",
                "Wait 5 min", "Terminate Blue");
        assertThat(track(Releases.waiting())).extracting(TrackStop::note).containsExactly(
                "no hook", "1:11", "no hook", "no hook", "0:03", "no hook", "4:11 left", "next");
    }

    @Test
    void whatTicksIsNotReadAloud() {
        var wait = track(Releases.waiting()).get(6);

        assertThat(wait.current()).isTrue();
        assertThat(wait.spoken()).isEqualTo("Wait 5 min, waiting");
    }

    @Test
    void oneEventIsCurrentAndWhatIsAheadHasNotStarted() {
        var track = track(Releases.shifting());

        assertThat(track).filteredOn(TrackStop::current).extracting(TrackStop::name).containsExactly("AllowTraffic");
        assertThat(track).extracting(TrackStop::state).endsWith(
                State.RUNNING, State.NOT_STARTED, State.NOT_STARTED, State.NOT_STARTED);
    }

    @Test
    void allIsDoneWhenTheDeploymentSucceeded() {
        assertThat(track(Releases.finished())).extracting(TrackStop::state).containsOnly(State.OK);
    }

    @Test
    void blueStaysWhenTheDeploymentWasStopped() {
        assertThat(track(Releases.rolledBack()).getLast().state()).isEqualTo(State.NOT_STARTED);
    }

    @Test
    void withoutADeploymentThereIsNoTrack() {
        assertThat(track(Releases.building())).isEmpty();
    }

    private static List<TrackStop> track(ScriptedRelease feed) {
        return DeploymentTrack.of(Objects.requireNonNull(feed.release()).snapshot().deployment(), feed.now());
    }
}
