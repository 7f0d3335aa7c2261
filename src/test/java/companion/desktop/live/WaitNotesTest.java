package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.live.LiveModel.WaitNote;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WaitNotesTest {

    @Test
    void theTerminationWaitCountsDown() {
        var note = note(Releases.waiting(), Duration.ZERO);

        assertThat(note.title()).isEqualTo("Waiting to terminate Blue");
        assertThat(note.figure() + " " + note.beside()).isEqualTo("4:11 left of 5:00");
        assertThat(note.gone()).isBetween(0.16, 0.17);
        assertThat(note.jump()).isNull();
    }

    @Test
    void aWaitThatIsOverCountsNoFurther() {
        var note = note(Releases.waiting(), Duration.ofMinutes(10));

        assertThat(note.figure()).isEqualTo("0:00");
        assertThat(note.gone()).isEqualTo(1);
    }

    @Test
    void aCanaryStepCanBeJumpedInThePracticeCloudOnly() {
        var feed = Releases.shifting();
        var snapshot = Objects.requireNonNull(feed.release()).snapshot();

        var practice = Objects.requireNonNull(WaitNotes.of(snapshot, feed.now(), ZoneOffset.UTC));
        var real = Objects.requireNonNull(WaitNotes.of(snapshot, feed.now(), null));

        assertThat(practice.title()).isEqualTo("Shifting traffic, step 1 of 2");
        assertThat(practice.beside()).isEqualTo("until Green gets 100 %");
        assertThat(Objects.requireNonNull(practice.jump()).label()).isEqualTo("Jump to 12:08:23");
        assertThat(real.jump()).isNull();
        assertThat(real.explanation()).doesNotContain("practice");
    }

    @Test
    void whileGreenStartsNobodyKnowsHowLong() {
        var note = note(Releases.installing(), Duration.ZERO);

        assertThat(note.title()).isEqualTo("Getting Green ready");
        assertThat(note.figure() + " " + note.beside()).isEqualTo("0:31 since it began");
        assertThat(note.gone()).isNegative();
    }

    @Test
    void withoutARunningDeploymentThereIsNothingToWaitFor() {
        for (var feed : new ScriptedRelease[] {Releases.building(), Releases.finished(), Releases.rolledBack()}) {
            assertThat(WaitNotes.of(Objects.requireNonNull(feed.release()).snapshot(), feed.now(), ZoneOffset.UTC)).isNull();
        }
    }

    private static WaitNote note(ScriptedRelease feed, Duration later) {
        var snapshot = Objects.requireNonNull(feed.release()).snapshot();
        return Objects.requireNonNull(WaitNotes.of(snapshot, feed.now().plus(later), ZoneOffset.UTC));
    }
}
