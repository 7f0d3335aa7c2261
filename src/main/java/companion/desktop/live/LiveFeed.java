package companion.desktop.live;

import companion.desktop.live.history.HistoryFeed;
import companion.monitor.act.Act;
import companion.monitor.watch.Release;
import companion.monitor.why.Why;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the live view's releases come from, and who does what it asks. No method waits. */
public interface LiveFeed {

    /**
     * Tells the listener the release now, if there is one, and at each change, on any thread.
     *
     * @return ends it
     */
    Runnable listen(Consumer<Release> listener);

    /** How long ago the release was read, on the clock on the wall: virtual time may run many times faster. */
    Duration age();

    /** Reads soon. */
    void wake();

    /** What was seen before. */
    Past past();

    /** The executions before. */
    HistoryFeed history();

    /** Why it failed, or came through only by luck; empty if nothing is wrong with it. Calls nothing. */
    Optional<Why> why(Release release);

    /** What mends it, ready to be made; empty while none is known. Calls nothing. */
    Optional<Act> remedy(Release release);

    /**
     * Does it on another thread.
     *
     * @param refused gets AWS's code and message if AWS refused, on that thread
     */
    void perform(Act act, Consumer<String> refused);

    /** The same act as AWS CLI commands, in the order in which they are made; none where it is blocked. */
    List<String> commands(Act act);

    /** How long the stages of the pipeline that is watched usually take, by name; empty where nobody knows. */
    Map<String, Duration> usual();
}
