package companion.desktop.wall.places;

import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.push.PushState;
import org.jspecify.annotations.Nullable;

/**
 * An account and Region whose pipelines the wall shows.
 *
 * @param id names it among the others
 * @param name how it is reached: {@code Practice cloud}, {@code AWS, profile prod}
 * @param account 12 digits; empty while it is not known
 * @param fixed whether it is where the window is connected to, which stays
 * @param unread why its pipelines cannot be listed now; null if they can
 * @param push whether its changes are told
 * @param pushBlocked why that cannot be switched; null if it can
 * @param pushRefused what AWS answered when it was switched last; empty if that went well
 */
public record WatchedPlace(
        String id,
        String name,
        String account,
        String region,
        boolean fixed,
        @Nullable Unread unread,
        PushState push,
        @Nullable String pushBlocked,
        String pushRefused) {

    /** Whether there is a queue of its changes, even if that does not answer now. */
    public boolean isPushOn() {
        return switch (push) {
            case PushState.On _, PushState.Interrupted _ -> true;
            case PushState.Off _, PushState.Lost _ -> false;
        };
    }

    /** {@code us-east-1 of account 4417…2209}. */
    public String spoken() {
        return region + " of " + (account.isEmpty() ? name : "account " + shortAccount());
    }

    /** {@code 4417…2209}; empty while it is not known. */
    public String shortAccount() {
        int length = account.length();
        return length < 9 ? account : account.substring(0, 4) + "…" + account.substring(length - 4);
    }
}
