package companion.desktop.context;

import companion.aws.TracedCall;
import companion.practice.PracticeClock;
import companion.workshop.Session;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that the window needs. No method waits for a network; listeners may be told on any thread.
 *
 * <p>The window closes the session when it closes; all else belongs to whoever made it.
 */
public interface AppContext {

    /** Somebody going through a workshop. */
    Session session();

    /** Where the calls go. */
    Connection connection();

    /** Whether what is looked at may be acted on. */
    ReadOnly readOnly();

    /**
     * Tells the listener every call made so far and each one from now on, in order: once when it starts, once when it
     * ends.
     *
     * @return ends it
     */
    Runnable onCall(Consumer<TracedCall> listener);

    /** The practice cloud's clock; empty for a real account. Reading it must not wait. */
    Optional<PracticeClock> clock();

    /** The account's time: virtual for a practice cloud. The times a session states are of this clock. */
    default InstantSource time() {
        return clock().<InstantSource>map(clock -> clock::now).orElse(Instant::now);
    }

    /** What there is to know about what it was connected to, told once when the window opens; mostly empty. */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /** In which times of day are shown. */
    ZoneId zone();

    /** What the header's chooser of workshops offers, the one that is open included. */
    List<WorkshopChoice> workshops();

    /** Opens another workshop in place of this one. */
    void openWorkshop(String workshopId);

    /** What the header's chooser of clouds offers, the one in use included. */
    List<PlaceChoice> places();

    /** Goes to another cloud. */
    void openPlace(String placeId);

    /** What the header's chooser of Regions offers, the one in use included. */
    List<RegionChoice> regions();

    /** Goes to another Region of the same account. */
    void openRegion(String region);

    /** Shows a page in the browser or a folder in the file manager. */
    void open(URI address);

    /** Tells somebody who works in another window, where the operating system has a way to. May wait. */
    default void announce(String title, String text) {}

    /** The learner's own notes, by stage. */
    Notes notes();

    /** What the window remembers from one time to the next. */
    Memory memory();

    /** @param title as in the header: {@code Blue/green on Fargate} */
    record WorkshopChoice(String id, String title, boolean current) {}

    /** @param title as in the header: {@code Practice cloud}, {@code AWS, profile workshop} */
    record PlaceChoice(String id, String title, boolean current) {}

    /** @param title as AWS calls it: {@code US East (N. Virginia)}; empty if it has no name */
    record RegionChoice(String id, String title, boolean current) {}

    /** Where the window's theme, size of type and place, and what its views remember, are kept, as names and values. */
    interface Memory {
        /** What was written last; empty the first time, or if it cannot be read. */
        Map<String, String> read();

        /** Keeps these beside the others that were kept before. */
        void write(Map<String, String> values);
    }

    /** Where the learner's notes are kept. */
    interface Notes {
        /** The text for a stage; empty if there is none. */
        String read(String stageId);

        void write(String stageId, String text);
    }
}
