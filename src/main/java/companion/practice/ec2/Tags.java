package companion.practice.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The tags of all resources, by resource id. */
final class Tags {
    private static final int MOST = 50;

    private final Map<String, Map<String, String>> byResource = new LinkedHashMap<>();

    /**
     * The tags that a Create call asks for.
     *
     * @throws software.amazon.awssdk.services.ec2.model.Ec2Exception if they are meant for another kind of resource
     */
    static List<Tag> specified(List<TagSpecification> specifications, ResourceType type) {
        for (var specification : specifications) {
            if (specification.resourceType() != type) {
                throw Ec2Fault.invalid("'" + specification.resourceTypeAsString()
                        + "' is not a valid taggable resource type for this operation.");
            }
        }
        var tags = specifications.stream().flatMap(s -> s.tags().stream()).toList();
        validate(tags);
        return tags;
    }

    static void validate(List<Tag> tags) {
        for (var tag : tags) {
            if (tag.key() == null || tag.key().isEmpty()) {
                throw Ec2Fault.invalid("Tag key cannot be null or empty");
            }
            if (tag.key().startsWith("aws:") && Requester.isLearner()) {
                throw Ec2Fault.invalid("Tag keys starting with 'aws:' are reserved for internal use");
            }
        }
        if (tags.size() > MOST) {
            throw Ec2Fault.of("TagLimitExceeded", "The maximum number of tags has been reached.");
        }
        if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
            throw Ec2Fault.invalid("Duplicate tag key specified.");
        }
    }

    void put(String resource, List<Tag> tags) {
        if (!tags.isEmpty()) {
            var own = byResource.computeIfAbsent(resource, r -> new LinkedHashMap<>());
            tags.forEach(t -> own.put(t.key(), t.value() == null ? "" : t.value()));
        }
    }

    List<Tag> of(String resource) {
        return byResource.getOrDefault(resource, Map.of()).entrySet().stream()
                .map(e -> Tag.builder().key(e.getKey()).value(e.getValue()).build())
                .toList();
    }

    /** Takes tags off: all without keys, a key with any value, or a key only if it has that value. */
    void remove(String resource, List<Tag> tags) {
        var own = byResource.get(resource);
        if (own == null) {
            return;
        }
        if (tags.isEmpty()) {
            own.clear();
        }
        for (var tag : tags) {
            if (tag.value() == null) {
                own.remove(tag.key());
            } else {
                own.remove(tag.key(), tag.value());
            }
        }
    }

    void forget(String resource) {
        byResource.remove(resource);
    }

    /** Resource ids that have tags, in the order in which they got them. */
    List<String> resources() {
        return List.copyOf(byResource.keySet());
    }
}
