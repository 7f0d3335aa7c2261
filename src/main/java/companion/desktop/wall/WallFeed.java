package companion.desktop.wall;

import companion.desktop.wall.places.WatchedPlaces;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.WallSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where the wall's pipelines come from. No method waits. */
public interface WallFeed {

    /**
     * Tells the listener the wall now, if it was read, and at each change, on any thread. A pipeline that did not change
     * keeps its {@link companion.monitor.snapshot.PipelineSummary}, which makes a change cheap.
     *
     * @return ends it
     */
    Runnable listen(Consumer<WallSnapshot> listener);

    /** How long ago the wall was read, on the clock on the wall: virtual time may run many times faster. */
    Duration age();

    /** Reads soon. */
    void wake();

    /** Says which pipelines are on screen; the others may be read less often. */
    default void watched(Set<PipelineKey> onScreen) {}

    /** The regions that are read, such as {@code us-east-1}. */
    List<String> regions();

    /** The accounts and Regions that are read, where they can be chosen. */
    default Optional<WatchedPlaces> places() {
        return Optional.empty();
    }

    /**
     * The time where a pipeline is: a practice cloud has a clock of its own.
     *
     * @param here the time of the account that the window is connected to
     */
    default Instant now(PipelineKey pipeline, InstantSource here) {
        return here.instant();
    }

    /** Whether an account has an AWS console, and so a page for each pipeline. */
    default boolean hasConsole(String account) {
        return true;
    }

    /**
     * How an account is called: its profile or alias, such as {@code prod}. Without one, its last four digits.
     *
     * @param account 12 digits
     */
    default String tag(String account) {
        return account.length() < 4 ? account : "…" + account.substring(account.length() - 4);
    }

    /**
     * The options with which the AWS CLI reaches the account, such as {@code --profile prod}; empty if it needs none.
     *
     * @param account 12 digits
     */
    default String options(String account) {
        return "";
    }
}
