package companion.window;

import companion.aws.AwsErrors;
import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.desktop.wall.places.WatchedPlace;
import companion.desktop.wall.places.WatchedPlaces.PushPlan;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.push.Push;
import companion.monitor.watch.push.Push.PlannedCall;
import companion.monitor.watch.push.PushState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** A place that is watched, with what tells its changes if that was asked for. Thread-safe; what calls AWS says so and waits. */
final class PlaceWatch implements AutoCloseable {
    private final Place place;
    private final WatchedRegion region;
    private final boolean own;
    private final boolean fixed;
    private final Connection writable;
    private final Push push;
    private volatile String refused = "";

    /**
     * @param region closed with this, unless it is fixed
     * @param fixed whether it is where the window is connected to
     * @param own whether it is of the account that the window is connected to
     * @param name of the rule and the queue of push
     * @param changed told when it stands otherwise, on any thread
     */
    PlaceWatch(Place place, WatchedRegion region, boolean fixed, boolean own, String name, Runnable changed) {
        this.place = place;
        this.region = region;
        this.fixed = fixed;
        this.own = own;
        var watching = region.connection();
        // Its long polls would drown the calls of the workshop in the activity.
        this.writable = Connection.receiving(
                watching.target(), watching.region(), new CallTrace(InstantSource.system(), System::nanoTime));
        this.push = region.push(writable, name, state -> changed.run());
    }

    Place place() {
        return place;
    }

    WatchedRegion region() {
        return region;
    }

    boolean isFixed() {
        return fixed;
    }

    /** Whether it is of the account that the window is connected to, where it may be acted on. */
    boolean isOwn() {
        return own;
    }

    Optional<String> account() {
        return region.connection().knownAccount();
    }

    /**
     * @param unread why its pipelines cannot be listed, or null
     * @param readOnly why nothing may be done in the window's account; empty if something may
     */
    WatchedPlace shown(@Nullable Unread unread, Optional<String> readOnly) {
        var label = region.connection().target().label();
        var blocked = own
                ? readOnly.orElse(null)
                : "Only watched from here. Go to " + label + " in the head of the window to turn it on or off.";
        return new WatchedPlace(
                place.id(), label, account().orElse(""), place.region(), fixed, unread, push.state(), blocked, refused);
    }

    /** Asks AWS. */
    PushPlan plan(boolean on) {
        try {
            var calls = on ? push.planOn() : push.planOff();
            return new PushPlan(calls.stream().map(PlannedCall::command).toList(), "");
        } catch (SdkException e) {
            return new PushPlan(List.of(), AwsErrors.code(e) + ", " + AwsErrors.message(e));
        }
    }

    /**
     * Calls AWS.
     *
     * @return whether push is as it was wanted
     */
    boolean push(boolean on) {
        refused = "";
        try {
            if (on) {
                push.turnOn();
            } else {
                push.turnOff();
            }
            return true;
        } catch (SdkException e) {
            refused = AwsErrors.code(e) + ", " + AwsErrors.message(e);
            return false;
        }
    }

    /** Asks AWS whether the queue of an earlier time is there, and receives from it if it is. */
    void resume() {
        try {
            push.resume();
        } catch (SdkException e) {
            refused = AwsErrors.code(e) + ", " + AwsErrors.message(e);
        }
    }

    @Override
    public void close() {
        push.close();
        writable.close();
        if (!fixed) {
            region.close();
        }
    }
}
