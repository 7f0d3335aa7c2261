package companion.desktop.wall.places;

import java.util.List;
import java.util.function.Consumer;

/** The accounts and Regions that the wall shows, and how to choose them. No method waits; answers come on any thread. */
public interface WatchedPlaces {

    /** Something that can be chosen. */
    record Choice(String id, String title) {}

    /**
     * What switching push would call.
     *
     * @param commands as AWS CLI commands, in order
     * @param refused why that could not be found out; empty if it could
     */
    record PushPlan(List<String> commands, String refused) {
        public PushPlan {
            commands = List.copyOf(commands);
        }
    }

    /**
     * Tells the listener the places now and at each change, where the window is connected to first.
     *
     * @return ends it
     */
    Runnable listen(Consumer<List<WatchedPlace>> listener);

    /** The accounts that can be watched: the one of the window first, then the profiles of the AWS configuration. */
    List<Choice> accounts();

    List<Choice> regions();

    /**
     * Watches another account or Region, too, from now on and the next time.
     *
     * @param account the id of one of {@link #accounts}
     * @param refused told why not, if it is watched already
     */
    void add(String account, String region, Consumer<String> refused);

    /** Watches it no more. What push has made there stays until it is turned off. */
    void remove(String place);

    /** Finds out what {@link #push} would call. */
    void planPush(String place, boolean on, Consumer<PushPlan> planned);

    /** Makes the rule and the queue that tell what changes, or removes them. */
    void push(String place, boolean on);
}
