package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.live.LiveView;
import java.net.URI;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadOnlyTest extends WindowTest {
    final ScriptedRelease feed = Releases.waiting();

    @Override
    ScriptedContext context(ScriptedSession scripted) {
        var told = ScriptedContext.real(scripted);
        told.setTime(feed.now());
        return told;
    }

    @Override
    Map<ViewId, View> views(ScriptedContext context) {
        return Map.of(ViewId.LIVE, new LiveView(context, feed, () -> true));
    }

    @BeforeEach
    void openIt() {
        keys(KeyCode.CONTROL, KeyCode.DIGIT2);
    }

    @Test
    void aRealAccountIsOnlyLookedAtUntilSomebodySaysOtherwiseAndNamesIt() {
        assertThat(spoken("Read-only")).isNotNull();
        assertThat(spoken("Stop execution").isDisabled()).isTrue();

        press(spoken("Allow acts…"));
        keys(KeyCode.ESCAPE);
        assertThat(spoken("Read-only")).isNotNull();

        press(spoken("Allow acts…"));
        press(spoken("Act on account 4417…2209 in us-east-1? Allow acts"));
        assertThat(spoken("Real account, can write")).isNotNull();
        assertThat(spoken("Stop execution").isDisabled()).isFalse();
        assertThat(nameless()).isEmpty();

        press(spoken("Make read-only"));
        assertThat(spoken("Stop execution").isDisabled()).isTrue();
    }

    @Test
    void aWaitThatMayNotBeEndedSaysWhyAndHasNoCallToShow() {
        assertThat(spoken("End the wait now").isDisabled()).isTrue();
        assertThat(this.<Node>find("Read-only: turn it off in the head of the window to act on account 4417…2209 in us-east-1.").isVisible()).isTrue();
        assertThat(spoken("Stop and roll back").isDisabled()).isTrue();
        assertThat(shown(window.scene().lookup(".show-call"))).isFalse();

        press(spoken("Allow acts…"));
        press(spoken("Act on account 4417…2209 in us-east-1? Allow acts"));
        assertThat(spoken("End the wait now").isDisabled()).isFalse();
        assertThat(spoken("Show the call")).isNotNull();
    }

    @Test
    void opensThePipelineInTheConsole() {
        type("b");

        assertThat(context.opened()).containsExactly(URI.create("https://us-east-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/"
                + "MyFirstPipeline/view?region=us-east-1"));
    }
}
