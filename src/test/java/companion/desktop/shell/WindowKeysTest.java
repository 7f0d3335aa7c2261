package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.TracedCall;
import companion.desktop.fx.Focus;
import companion.desktop.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WindowKeysTest extends WindowTest {

    @Test
    void switchesTheThemeAtThePressOfAButton() {
        press(spoken("Switch to the dark theme"));

        assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.DARK.stylesheet());
        assertThat(window.scene().getRoot().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("dark"));
        assertThat(spoken("Switch to the light theme")).isNotNull();
    }

    @Test
    void zoomsWithinBounds() {
        keys(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(window.scene().getRoot().getStyle()).contains("14px");

        for (int i = 0; i < 12; i++) {
            keys(KeyCode.CONTROL, KeyCode.MINUS);
        }
        assertThat(window.scene().getRoot().getStyle()).contains("11px");

        keys(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(window.scene().getRoot().getStyle()).contains("13px");
    }

    @Test
    void filtersTheCalls() {
        call(1, "GetRepository");
        call(2, "CreateRepository");
        settle();
        ListView<?> calls = find("#calls.list-view");
        assertThat(calls.getItems()).hasSize(2);

        on(() -> window.shell().current().filter());
        type("create");
        settle();
        assertThat(calls.getItems()).hasSize(1);

        keys(KeyCode.ESCAPE);
        assertThat(calls.getItems()).hasSize(2);
    }

    private void call(long number, String operation) {
        context.tell(new TracedCall(
                number, Instant.EPOCH, "CodeCommit", operation, 200, Duration.ofMillis(5), null, false, "", "aws"));
    }

    @Test
    void runsACommandFromThePalette() {
        keys(KeyCode.CONTROL, KeyCode.K);
        type("clean");
        keys(KeyCode.ENTER);

        assertThat(spoken("Clean up, open")).isNotNull();
        assertThat(window.shell().isOverlayOpen()).isFalse();
    }

    @Test
    void showsTheKeysAndTakesThemAway() {
        on(() -> window.shell().openKeys());
        assertThat(this.<Node>find("All commands")).isNotNull();

        keys(KeyCode.ESCAPE);

        assertThat(window.shell().isOverlayOpen()).isFalse();
    }

    @Test
    void goesToViewsAndBack() {
        keys(KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(spoken("Clean up, open")).isNotNull();

        keys(KeyCode.ESCAPE);
        assertThat(text("#title")).isEqualTo("Identity");

        keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(text("#title")).isEqualTo("Identity");
    }

    @Test
    void reachesEachRegionWithOneKey() {
        var wizard = window.shell().wizard();
        var regions = List.of(
                window.shell().header().node(), wizard.list().node(), wizard.page(), wizard.drawer().node());
        var reached = new ArrayList<Node>();
        for (int i = 0; i < 6; i++) {
            keys(KeyCode.F6);
            regions.stream().filter(Focus::isWithin).forEach(reached::add);
        }

        assertThat(reached).containsAll(regions);
    }

    @Test
    void pausesThePracticeClock() throws Exception {
        press(spoken("Pause the practice clock"));

        until(() -> context.clock().orElseThrow().speed().isPaused());
        assertThat(this.<Node>find("paused")).isNotNull();
    }

    @Test
    void aLetterNeverFiresWhileTyping() {
        on(() -> window.shell().current().filter());
        type("p/?");
        settle();

        assertThat(window.shell().isOverlayOpen()).isFalse();
        assertThat(((TextField) window.scene().getFocusOwner()).getText()).isEqualTo("p/?");
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() {
        for (var view : List.of(ViewId.STAGES, ViewId.CLEAN_UP)) {
            on(() -> window.shell().open(view));
            settle();
            assertThat(nameless()).as(view.title()).isEmpty();
        }
    }
}
