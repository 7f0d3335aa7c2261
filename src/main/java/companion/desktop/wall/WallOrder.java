package companion.desktop.wall;

import companion.desktop.wall.WallQuery.Grouping;
import companion.desktop.wall.WallQuery.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts tiles in order and under headings: those pinned first, then what needs somebody. */
final class WallOrder {
    private static final Comparator<TileItem> BY_NAME = Comparator.comparing(TileItem::key);
    /** What changed last comes first; a pipeline that never ran comes last. */
    private static final Comparator<TileItem> BY_AGE = Comparator.<TileItem, Instant>comparing(
                    item -> item.moments().since(), Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed()
            .thenComparing(BY_NAME);
    private static final Comparator<TileItem> BY_TROUBLE =
            Comparator.comparing(TileItem::standing).thenComparing(BY_AGE);
    private static final Comparator<TileItem> BY_REGION =
            Comparator.<TileItem, String>comparing(item -> item.key().region()).thenComparing(BY_NAME);

    private WallOrder() {}

    static Comparator<TileItem> of(Sort sort) {
        return switch (sort) {
            case TROUBLE -> BY_TROUBLE;
            case NAME -> BY_NAME;
            case AGE -> BY_AGE;
            case REGION -> BY_REGION;
        };
    }

    /** What the words typed leave over. */
    static List<TileItem> matching(List<TileItem> items, String text) {
        var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        Predicate<TileItem> all = item -> {
            for (var word : words) {
                if (!item.searched().contains(word)) {
                    return false;
                }
            }
            return true;
        };
        return text.isBlank() ? items : items.stream().filter(all).toList();
    }

    static List<Section> sections(List<TileItem> items, WallQuery query) {
        var pinned = new ArrayList<TileItem>();
        var rest = new ArrayList<TileItem>();
        for (var item : items) {
            if (query.only() == null || query.only() == item.standing()) {
                (item.pinned() ? pinned : rest).add(item);
            }
        }
        var order = of(query.sort());
        pinned.sort(order);
        rest.sort(order);
        var sections = new ArrayList<Section>();
        if (!pinned.isEmpty()) {
            sections.add(new Section("Pinned", pinned));
        }
        sections.addAll(switch (query.grouping()) {
            case ACCOUNT -> by(rest, TileItem::tag);
            case REGION -> by(rest, item -> item.key().region());
            case NONE -> query.sort() == Sort.TROUBLE ? byStanding(rest) : whole(rest, pinned.isEmpty());
        });
        return sections;
    }

    private static List<Section> by(List<TileItem> items, Function<TileItem, String> what) {
        var groups = new TreeMap<String, List<TileItem>>();
        items.forEach(item -> groups.computeIfAbsent(what.apply(item), title -> new ArrayList<>()).add(item));
        return groups.entrySet().stream()
                .map(group -> new Section(group.getKey(), group.getValue()))
                .toList();
    }

    private static List<Section> byStanding(List<TileItem> items) {
        var sections = new ArrayList<Section>();
        for (var standing : Standing.values()) {
            var those = items.stream().filter(item -> item.standing() == standing).toList();
            if (!those.isEmpty()) {
                sections.add(new Section(standing.title(), those));
            }
        }
        return sections;
    }

    private static List<Section> whole(List<TileItem> items, boolean all) {
        return items.isEmpty() ? List.of() : List.of(new Section(all ? "All" : "Others", items));
    }

    /** How the radiator shows them: one after another, without headings. */
    static List<TileItem> inOneRow(List<TileItem> items) {
        return items.stream().sorted(BY_TROUBLE).toList();
    }

    /** Whether the headings say more than the order does. */
    static boolean groups(WallQuery query) {
        return query.grouping() != Grouping.NONE || query.sort() == Sort.TROUBLE;
    }
}
