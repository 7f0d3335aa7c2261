package companion.practice.cloudformation.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done to tags.
 *
 * @param set tags that are new or have another value
 * @param removed keys that go
 */
public record TagChange(Map<String, String> set, List<String> removed) {

    public static TagChange between(Existing current, Desired desired) {
        var set = new LinkedHashMap<String, String>();
        desired.tags().forEach((key, value) -> {
            if (!value.equals(current.tags().get(key))) {
                set.put(key, value);
            }
        });
        var removed = current.tags().keySet().stream()
                .filter(key -> !desired.tags().containsKey(key))
                .toList();
        return new TagChange(set, removed);
    }
}
