package companion.practice.cloudformation.template;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about who needs whom. */
public final class DependencyOrder {
    private DependencyOrder() {}

    /** The names that stand in a circle, or nothing. Names that nobody declares are ignored. */
    static List<String> circle(Map<String, Set<String>> needs) {
        var left = new LinkedHashMap<String, Set<String>>();
        needs.forEach((name, others) -> {
            var known = new LinkedHashSet<>(others);
            known.retainAll(needs.keySet());
            left.put(name, known);
        });
        boolean shrunk = true;
        while (shrunk) {
            var free = left.keySet().stream()
                    .filter(name -> left.get(name).isEmpty()
                            || left.values().stream().noneMatch(others -> others.contains(name)))
                    .toList();
            left.keySet().removeAll(free);
            left.values().forEach(others -> others.removeAll(free));
            shrunk = !free.isEmpty();
        }
        return List.copyOf(left.keySet());
    }

    /** The same relation read backwards: for each name, who needs it. */
    public static Map<String, Set<String>> reversed(Map<String, Set<String>> needs) {
        var backwards = new LinkedHashMap<String, Set<String>>();
        needs.keySet().forEach(name -> backwards.put(name, new LinkedHashSet<>()));
        needs.forEach((name, others) -> others.forEach(other -> {
            if (backwards.containsKey(other)) {
                backwards.get(other).add(name);
            }
        }));
        return backwards;
    }
}
