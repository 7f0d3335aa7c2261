package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.fx.Focus;
import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.live.LiveView;
import companion.monitor.act.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SideBySideTest extends WindowTest {
    private final ScriptedRelease feed = Releases.waiting();
    private Told live;

    /** The live view, and what it was told of being in front. */
    private static final class Told implements View {
        private final LiveView view;
        private final List<Boolean> shown = new ArrayList<>();

        Told(LiveView view) {
            this.view = view;
        }

        @Override
        public Node node() {
            return view.node();
        }

        @Override
        public void focus() {
            view.focus();
        }

        @Override
        public void primary() {
            view.primary();
        }

        @Override
        public boolean key(String typed) {
            return view.key(typed);
        }

        @Override
        public void shown(boolean inFront) {
            shown.add(inFront);
            view.shown(inFront);
        }

        @Override
        public void close() {
            view.close();
        }
    }

    @Override
    ScriptedContext context(ScriptedSession scripted) {
        var told = super.context(scripted);
        told.setTime(feed.now());
        return told;
    }

    @Override
    Map<ViewId, View> views(ScriptedContext context) {
        live = new Told(new LiveView(context, feed, () -> true));
        return Map.of(ViewId.LIVE, live);
    }

    /** @param width of the scene, whose type has the size that was chosen */
    private void widen(double width) {
        on(() -> {
            var stage = window.scene().getWindow();
            stage.setWidth(width + stage.getWidth() - window.scene().getWidth());
        });
        try {
            until(() -> Math.abs(window.scene().getWidth() - width) < 0.5);
        } catch (TimeoutException e) {
            throw new AssertionError("The window did not become " + width + " px wide", e);
        }
    }

    private boolean isBeside() {
        return live.node().getScene() != null && window.shell().wizard().node().getScene() != null;
    }

    @Test
    void standsSideBySideFromItsWidthOnAndGoesBackBelow() {
        assertThat(isBeside()).isFalse();

        widen(1680);
        assertThat(isBeside()).isTrue();
        assertThat(live.node().getLayoutX()).isGreaterThan(600);
        assertThat(spoken("End the wait now")).isNotNull();

        widen(1679);
        assertThat(isBeside()).isFalse();
        assertThat(live.shown).containsExactly(true, false);
    }

    @Test
    void theWidthIsMeasuredByTheSizeOfType() {
        widen(1920);
        assertThat(isBeside()).isTrue();

        keys(KeyCode.CONTROL, KeyCode.EQUALS);
        keys(KeyCode.CONTROL, KeyCode.EQUALS);
        keys(KeyCode.CONTROL, KeyCode.EQUALS);

        assertThat(isBeside()).isFalse();
    }

    @Test
    void tellsTheLiveViewThatItIsShownOnceEachTime() {
        widen(1720);
        widen(1800);
        keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(live.shown).as("It was in front and still is").containsExactly(true);
        assertThat(window.shell().wizard().node().getScene()).isNull();

        keys(KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(live.shown).containsExactly(true, false);

        keys(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(isBeside()).isTrue();
        assertThat(live.shown).containsExactly(true, false, true);
    }

    @Test
    void theKeysAreForTheViewWithTheKeyboard() {
        widen(1720);
        on(() -> live.focus());
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(feed.performed()).extracting(Act::kind).containsExactly(Act.Kind.END_WAIT);
        assertThat(session.asked()).isEmpty();

        on(() -> window.shell().wizard().focus());
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(session.asked()).containsExactly("runStage identity");
    }

    @Test
    void oneKeyReachesBothViews() {
        widen(1720);
        var wizard = window.shell().wizard();
        var regions = List.of(
                window.shell().header().node(), wizard.list().node(), wizard.page(), wizard.drawer().node(), live.node());
        var reached = new ArrayList<Node>();
        for (int i = 0; i < regions.size(); i++) {
            keys(KeyCode.F6);
            regions.stream().filter(Focus::isWithin).forEach(reached::add);
        }

        assertThat(reached).containsExactlyInAnyOrderElementsOf(regions);
    }

    @Test
    void theKeyboardStaysInTheWindowWhenTheLiveViewGoes() {
        widen(1720);
        on(() -> live.focus());

        widen(1300);

        assertThat(Focus.isWithin(window.shell().wizard().node())).isTrue();
    }

    @Test
    void theKeyboardStaysWhereItIsWhenTheLiveViewComes() {
        on(() -> window.shell().wizard().focus());
        var before = window.scene().getFocusOwner();

        widen(1720);

        assertThat(window.scene().getFocusOwner()).isSameAs(before);
    }

    @Test
    void nothingIsCutInEitherHalf() {
        widen(1680);

        Label title = find("#title");
        assertThat(title.getWidth()).isGreaterThanOrEqualTo(title.prefWidth(-1) - 0.5);
        Label pipeline = (Label) live.node().lookup("#title");
        assertThat(pipeline.getWidth()).isGreaterThanOrEqualTo(pipeline.prefWidth(-1) - 0.5);
        for (var row : window.shell().wizard().page().lookupAll(".step-row")) {
            var name = row.lookup(".step-name").localToScene(row.lookup(".step-name").getLayoutBounds());
            var tail = row.lookup(".step-tail").localToScene(row.lookup(".step-tail").getLayoutBounds());
            var words = row.lookup(".step-title").localToScene(row.lookup(".step-title").getLayoutBounds());
            assertThat(words.getMaxX()).isLessThanOrEqualTo(tail.getMinX());
            assertThat(name.getMinX()).isLessThanOrEqualTo(words.getMinX());
        }
    }
}
