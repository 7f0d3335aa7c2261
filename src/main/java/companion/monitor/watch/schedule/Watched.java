package companion.monitor.watch.schedule;

import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import java.time.Instant;
import java.util.List;

/** Something of an account that is read again and again. All methods are called by one thread at a time. */
public interface Watched {

    /** When it wants to be read next, by what it knows. Calls nothing. */
    Turn next(Instant now);

    /**
     * Reads what is due. What AWS answers, errors included, is its own to keep: the scheduler sees each call by itself. After
     * it, {@link #next} must name a later turn.
     *
     * @return what could not be read
     */
    List<Unread> read(Instant now);

    /** How many requests a second may be spent on it, on average. */
    double share();

    /** The account answers differently from now on. */
    default void answers(Answering answering) {}
}
