package companion.practice.world;

import java.time.Instant;

/** An event that waits in the queue. */
public interface Timer {

    /** The virtual time at which it fires. */
    Instant due();

    /** Takes it out of the queue; nothing happens if it fired already. */
    void cancel();
}
