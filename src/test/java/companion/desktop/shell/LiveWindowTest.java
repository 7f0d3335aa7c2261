package companion.desktop.shell;


import companion.desktop.gallery.Releases;
import companion.desktop.gallery.ScriptedContext;
import companion.desktop.gallery.ScriptedRelease;
import companion.desktop.gallery.ScriptedSession;
import companion.desktop.live.LiveView;
import companion.monitor.watch.Release;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;

/** The live view in a window, fed by a script. */
abstract class LiveWindowTest extends WindowTest {
    final ScriptedRelease feed = Releases.waiting();

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

    @BeforeEach
    void openIt() {
        keys(KeyCode.CONTROL, KeyCode.DIGIT2);
    }

    void tell(ScriptedRelease other) {
        Release next = Objects.requireNonNull(other.release());
        context.setTime(other.now());
        feed.tell(next);
        settle();
    }
}
