package companion.window;

import companion.desktop.context.AppContext.Memory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What is remembered of the places that are watched: which were chosen, where push is on, and how its rule and queue are called. */
final class PlaceMemory {
    private static final String CHOSEN = "wall.places";
    private static final String PUSHED = "push.places";
    private static final String NAME = "push.name";

    private final Memory memory;

    PlaceMemory(Memory memory) {
        this.memory = memory;
    }

    SequencedSet<Place> chosen() {
        return read(CHOSEN);
    }

    SequencedSet<Place> pushed() {
        return read(PUSHED);
    }

    void keepChosen(Collection<Place> places) {
        memory.write(Map.of(CHOSEN, written(places)));
    }

    /** Takes note of whether push is on at a place. */
    void push(Place place, boolean on) {
        var places = new LinkedHashSet<>(pushed());
        if (on ? places.add(place) : places.remove(place)) {
            memory.write(Map.of(PUSHED, written(places)));
        }
    }

    /**
     * Of the rule and the queue that tell this installation what changes. Another one that watches the same account has another,
     * for a message goes to one reader only.
     */
    String pushName(RandomGenerator random) {
        var known = memory.read().get(NAME);
        if (known != null) {
            return known;
        }
        var fresh = String.format("workshop-companion-%06x", random.nextInt(1 << 24));
        memory.write(Map.of(NAME, fresh));
        return fresh;
    }

    private SequencedSet<Place> read(String key) {
        return memory.read().getOrDefault(key, "").lines()
                .map(Place::parse)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String written(Collection<Place> places) {
        return places.stream().map(Place::id).collect(Collectors.joining("\n"));
    }

    /** The places of a list, without one. */
    static List<Place> without(Collection<Place> places, Place gone) {
        return places.stream().filter(each -> !each.equals(gone)).toList();
    }
}
