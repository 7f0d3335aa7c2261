package companion.window;

import companion.aws.Target;
import companion.monitor.watch.WatchedRegion;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens what watches a place.
 *
 * @param own the account that the window is connected to
 * @param practice the clock of the practice cloud, if that is it
 */
record PlaceOpener(Target own, @Nullable InstantSource practice) {

    /** What reaches the account of a place; null if it cannot be reached from this window. */
    @Nullable Target target(Place place) {
        return place.account().equals(Place.account(own)) ? own : place.profile().orElse(null);
    }

    boolean isOwn(Place place) {
        return place.account().equals(Place.account(own));
    }

    WatchedRegion open(Target target, String region) {
        return switch (target) {
            case Target.Practice cloud -> WatchedRegion.practice(cloud, region, clock());
            case Target.Profile profile -> WatchedRegion.real(profile, region);
            case Target.Endpoint endpoint -> WatchedRegion.at(endpoint, region);
        };
    }

    private InstantSource clock() {
        return practice == null ? InstantSource.system() : practice;
    }
}
