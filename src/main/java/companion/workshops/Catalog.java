package companion.workshops;

import companion.workshop.Workshop;
import companion.workshops.bluegreen.BlueGreen;
import companion.workshops.shared.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The workshops by their ids on the command line. */
public final class Catalog {
    private static final List<Entry> ENTRIES =
            List.of(new Entry(BlueGreen.ID, BlueGreen.TITLE, BlueGreen.SERVED_AFTER, BlueGreen.PIPELINE, BlueGreen::at));

    private Catalog() {}

    /**
     * @param servedAfter the id of the stage after which the first version is served
     * @param pipeline the name of the pipeline that it makes
     */
    public record Entry(String id, String title, String servedAfter, String pipeline, Factory factory) {}

    /** Makes a workshop for a site; calls nothing. */
    @FunctionalInterface
    public interface Factory {
        Workshop at(Site site, Path workingCopy);
    }

    public static List<Entry> entries() {
        return ENTRIES;
    }

    public static Optional<Entry> find(String id) {
        return ENTRIES.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
