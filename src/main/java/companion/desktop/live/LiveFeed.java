package companion.desktop.live;

import companion.monitor.Act;
import companion.monitor.Release;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Where the live view's releases come from, and who does what it asks. No method waits. */
public interface LiveFeed {

    /**
     * Tells the listener the release now, if there is one, and at each change, on any thread.
     *
     * @return ends it
     */
    Runnable listen(Consumer<Release> listener);

    /** Reads soon. */
    void wake();

    /** Does it on another thread; a refusal is told in the activity. */
    void perform(Act act);

    /** The same act as an AWS CLI command. */
    String command(Act act);

    /** How long stages usually take, by name. */
    Map<String, Duration> usual();
}
