package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.live.LiveView;
import companion.desktop.wizard.Actions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Whatever is disabled says why: in a tooltip, and to a screen reader. */
class ReasonsTest extends WindowTest {
    private final ScriptedRelease feed = Releases.waiting();

    @Override
    boolean atOnce() {
        return false;
    }

    @Override
    ScriptedContext context(ScriptedSession scripted) {
        var told = super.context(scripted);
        told.setTime(feed.now());
        return told;
    }

    @Override
    Map<ViewId, View> views(ScriptedContext context) {
        return Map.of(ViewId.LIVE, new LiveView(context, feed, () -> true));
    }

    private List<String> unexplained() {
        settle();
        var found = new ArrayList<String>();
        on(() -> collect(window.scene().getRoot(), found));
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control control && control.isDisable()) {
            var help = control.getAccessibleHelp();
            var tip = tooltip(control.getParent());
            if (help == null || help.isBlank() || !help.equals(tip)) {
                found.add(control.getAccessibleText() + ": help " + help + ", tooltip " + tip);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static String tooltip(Node around) {
        return around.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tip ? tip.getText() : "";
    }

    @Test
    void inTheWizardBeforeAndWhileAStageRuns() {
        assertThat(unexplained()).isEmpty();

        press(spoken("Repository, Waiting"));
        assertThat(unexplained()).isEmpty();
        assertThat(this.<Button>find("#primary").getAccessibleHelp()).isEqualTo("Identity comes first");

        press(spoken("Identity, Waiting"));
        press(find("#primary"));
        assertThat(unexplained()).isEmpty();
        assertThat(this.<Button>find("#nextStep").getAccessibleHelp()).isEqualTo("Identity is running.");

        press(spoken("Set-up stack, Waiting"));
        assertThat(unexplained()).isEmpty();
        on(() -> window.shell().wizard().halt(Actions.Halt.NOW));
    }

    @Test
    void inTheLiveViewItsActsAndItsLog() {
        keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(unexplained()).isEmpty();

        on(() -> window.shell().current().key("a"));
        assertThat(unexplained()).isEmpty();

        on(() -> window.shell().current().filter());
        assertThat(unexplained()).isEmpty();

        on(() -> window.shell().current().key("h"));
        assertThat(unexplained()).isEmpty();
    }

    @Test
    void inTheCleanUp() {
        keys(KeyCode.CONTROL, KeyCode.DIGIT6);

        assertThat(unexplained()).isEmpty();
    }

    @Test
    void inThePalette() {
        keys(KeyCode.CONTROL, KeyCode.K);
        type("stop now");
        assertThat(this.<Node>find("Nothing is running.")).isNotNull();

        keys(KeyCode.ENTER);

        assertThat(window.shell().isOverlayOpen()).as("It cannot be done").isTrue();
    }
}
