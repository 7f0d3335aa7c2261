package companion.desktop.wall;

import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.WallSnapshot;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The wall: what was read last, what of it is looked at, and what is pinned. For one thread. */
final class WallModel {
    private final TileItems maker;
    private final Set<PipelineKey> pinned;
    private List<TileItem> read = List.of();
    private List<TileItem> items = List.of();
    private List<Unread> unread = List.of();
    private WallQuery query;
    private boolean known;
    private @Nullable List<Section> sections;

    /**
     * @param tags from an account to how it is called
     * @param pinned what was pinned before
     */
    WallModel(UnaryOperator<String> tags, Set<PipelineKey> pinned, WallQuery query) {
        this.maker = new TileItems(tags);
        this.pinned = new HashSet<>(pinned);
        this.query = query;
    }

    void show(WallSnapshot snapshot) {
        known = true;
        read = maker.of(snapshot.pipelines());
        unread = snapshot.unread();
        pin();
    }

    void ask(WallQuery next) {
        if (!next.equals(query)) {
            query = next;
            sections = null;
        }
    }

    WallQuery query() {
        return query;
    }

    /** Pins a pipeline, or lets it go. */
    void pin(PipelineKey key, boolean on) {
        if (on ? pinned.add(key) : pinned.remove(key)) {
            pin();
        }
    }

    Set<PipelineKey> pinned() {
        return Set.copyOf(pinned);
    }

    private void pin() {
        items = pinned.isEmpty()
                ? read
                : read.stream().map(item -> item.pinned(pinned.contains(item.key()))).toList();
        sections = null;
    }

    /** Whether anything was read at all. */
    boolean isKnown() {
        return known;
    }

    /** Whether there is no pipeline, whatever is looked for. */
    boolean isEmpty() {
        return items.isEmpty();
    }

    List<TileItem> items() {
        return items;
    }

    Optional<TileItem> item(PipelineKey key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    List<Section> sections() {
        if (sections == null) {
            sections = WallOrder.sections(WallOrder.matching(items, query.text()), query);
        }
        return sections;
    }

    /** How many pipelines of each group there are among those that the filter leaves. */
    Map<Standing, Integer> counts() {
        return counts(WallOrder.matching(items, query.text()));
    }

    static Map<Standing, Integer> counts(List<TileItem> items) {
        var counts = new EnumMap<Standing, Integer>(Standing.class);
        for (var standing : Standing.values()) {
            counts.put(standing, 0);
        }
        items.forEach(item -> counts.merge(item.standing(), 1, Integer::sum));
        return counts;
    }

    /**
     * What could not be read, as one line: {@code Can’t read 2 places: 441712342209 eu-west-1 (AccessDeniedException), …};
     * empty if everything was.
     */
    String unread() {
        if (unread.isEmpty()) {
            return "";
        }
        var places = unread.stream().map(each -> each.part() + " (" + each.code() + ")").toList();
        return (places.size() == 1 ? "Can’t read " : "Can’t read " + places.size() + " places: ")
                + String.join(", ", places);
    }

    /** The same with AWS's messages, a line each. */
    String unreadAtLength() {
        return String.join(
                "\n",
                unread.stream().map(each -> each.part() + ": " + each.code() + ", " + each.message()).toList());
    }
}
