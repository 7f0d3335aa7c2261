package companion.practice.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Lists of tags: at most 50, each key once. */
final class Tags {
    private Tags() {}

    static void check(List<Tag> tags) {
        if (tags.size() > 50) {
            throw EcsFaults.invalid("Too many tags. The maximum number of tags is 50.");
        }
        var seen = new LinkedHashMap<String, String>();
        for (var tag : tags) {
            if (tag.key() == null || tag.key().isEmpty() || tag.key().length() > 128) {
                throw EcsFaults.invalid("Invalid tag key: it must have 1 to 128 characters.");
            }
            if (seen.put(tag.key(), String.valueOf(tag.value())) != null) {
                throw EcsFaults.invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
    }

    static List<Tag> with(List<Tag> present, List<Tag> added) {
        var byKey = new LinkedHashMap<String, Tag>();
        present.forEach(t -> byKey.put(t.key(), t));
        added.forEach(t -> byKey.put(t.key(), t));
        var merged = new ArrayList<>(byKey.values());
        check(merged);
        return merged;
    }

    static List<Tag> without(List<Tag> present, List<String> keys) {
        return present.stream().filter(t -> !keys.contains(t.key())).toList();
    }
}
