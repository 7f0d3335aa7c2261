package companion.desktop.wall;

import companion.desktop.context.AppContext.Memory;
import companion.desktop.wall.WallQuery.Grouping;
import companion.desktop.wall.WallQuery.Sort;
import companion.monitor.snapshot.PipelineKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is remembered of the wall: what is pinned, the order, the groups. */
final class WallMemory {
    private static final String PINNED = "wall.pinned";
    private static final String SORT = "wall.sort";
    private static final String GROUPS = "wall.groups";

    private final Memory memory;
    private final Map<String, String> known;

    WallMemory(Memory memory) {
        this.memory = memory;
        this.known = memory.read();
    }

    Set<PipelineKey> pinned() {
        var keys = new HashSet<PipelineKey>();
        for (var each : known.getOrDefault(PINNED, "").split(" ")) {
            // Names, regions and accounts have no slash in them.
            var parts = each.split("/");
            if (parts.length == 3) {
                keys.add(new PipelineKey(parts[0], parts[1], parts[2]));
            }
        }
        return Set.copyOf(keys);
    }

    WallQuery query() {
        return WallQuery.USUAL
                .sort(choice(Sort.values(), SORT, Sort.TROUBLE))
                .grouping(choice(Grouping.values(), GROUPS, Grouping.NONE));
    }

    private <E extends Enum<E>> E choice(E[] all, String name, E usual) {
        for (var each : all) {
            if (each.name().equals(known.get(name))) {
                return each;
            }
        }
        return usual;
    }

    /** May wait for a disk. */
    void keep(Set<PipelineKey> pinned, WallQuery query) {
        memory.write(Map.of(
                PINNED,
                pinned.stream()
                        .sorted()
                        .map(key -> key.account() + "/" + key.region() + "/" + key.name())
                        .collect(Collectors.joining(" ")),
                SORT, query.sort().name(),
                GROUPS, query.grouping().name()));
    }
}
