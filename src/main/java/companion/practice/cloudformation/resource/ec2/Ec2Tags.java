package companion.practice.cloudformation.resource.ec2;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.TagChange;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags in EC2's way: specifications at creation, two calls for everything later. */
final class Ec2Tags {
    private Ec2Tags() {}

    static TagSpecification at(ResourceType type, Desired desired) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(tags(desired.tags()))
                .build();
    }

    static void change(String id, Existing current, Desired desired, Ec2Client ec2) {
        var change = TagChange.between(current, desired);
        if (!change.removed().isEmpty()) {
            ec2.deleteTags(request -> request.resources(id)
                    .tags(change.removed().stream()
                            .map(key -> Tag.builder().key(key).build())
                            .toList()));
        }
        if (!change.set().isEmpty()) {
            ec2.createTags(request -> request.resources(id).tags(tags(change.set())));
        }
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
