package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.Whys;
import companion.monitor.act.Act;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Why a release failed, and what is done about it. */
class LiveFailureTest extends LiveWindowTest {

    @Test
    void explainsAFailureAndRetriesIt() {
        tell(Releases.failed());

        assertThat(this.<Node>find("A command of the build ended with exit status 1")).isNotNull();
        press(spoken("Retry Build"));

        assertThat(feed.performed()).extracting(Act::label).containsExactly("Retry Build");
    }

    @Test
    void mendsACauseThatIsKnownAndRetriesAtOnePress() {
        feed.because(Whys.noDocker());
        tell(Releases.failed());
        assertThat(spoken("Copy buildspec.yaml:16")).isNotNull();
        assertThat(spoken("Retry Build only")).isNotNull();
        press(spoken("Show the calls"));
        assertThat(spokenFrom("aws codebuild update-project")).isNotNull();
        assertThat(spokenFrom("aws codepipeline retry-stage-execution")).isNotNull();

        keys(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(feed.performed()).singleElement().satisfies(act -> {
            assertThat(act.label()).isEqualTo("Turn it on and retry Build");
            assertThat(act.requests()).hasSize(2);
        });
    }

    @Test
    void aFailureIsLeftByItsButtonAndOpenedAgainByKey() {
        tell(Releases.failed());
        assertThat(spokenFrom("A command of the build ended with exit status 1. ")).isNotNull();

        press(spoken("Show the release"));
        assertThat(spoken("Why: A command of the build ended with exit status 1")).isNotNull();
        assertThat(this.<Node>find(".log-list")).isNotNull();

        type("w");
        assertThat(spokenFrom("A command of the build ended with exit status 1. ")).isNotNull();
    }

    @Test
    void whatAPressWouldCallCanBeReadBefore() {
        tell(Releases.failed());

        press(spoken("Show the calls"));

        assertThat(spokenFrom("aws codepipeline retry-stage-execution")).isNotNull();
        assertThat(feed.performed()).isEmpty();
    }
}
