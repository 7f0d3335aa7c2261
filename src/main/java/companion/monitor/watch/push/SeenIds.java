package companion.monitor.watch.push;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids of the last events, so that one that is delivered twice counts once. Not thread-safe. */
final class SeenIds {
    private static final int KEPT = 5_000;

    private final Map<String, Boolean> ids = new LinkedHashMap<>();

    /** Whether it was not seen before. */
    boolean add(String id) {
        if (ids.put(id, true) != null) {
            return false;
        }
        if (ids.size() > KEPT) {
            ids.remove(ids.keySet().iterator().next());
        }
        return true;
    }
}
