package companion.monitor.watch.schedule;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What to do now: a pure function of what wants to be read, of when the account may be asked, and of the time. */
sealed interface Decision {
    record Read(Watched what) implements Decision {}

    /** @param until when to decide again, if nothing happens before */
    record Rest(Instant until) implements Decision {}

    /**
     * @param ready when the account may be asked again
     * @param longest how long to rest if nothing is watched
     */
    static Decision of(Collection<? extends Watched> watched, Instant ready, Instant now, Instant longest) {
        Watched chosen = null;
        double most = 0;
        var earliest = longest;
        for (var each : watched) {
            var turn = each.next(now);
            if (!turn.isDue(now)) {
                earliest = turn.due().isBefore(earliest) ? turn.due() : earliest;
            } else if (chosen == null || turn.pressure(now) > most) {
                chosen = each;
                most = turn.pressure(now);
            }
        }
        return decide(chosen, ready, now, earliest);
    }

    private static Decision decide(@Nullable Watched chosen, Instant ready, Instant now, Instant earliest) {
        if (chosen == null) {
            return new Rest(earliest);
        }
        return ready.isAfter(now) ? new Rest(ready) : new Read(chosen);
    }
}
