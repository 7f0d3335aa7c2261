package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.ArnNotSupportedException;
import software.amazon.awssdk.services.codedeploy.model.InvalidArnException;
import software.amazon.awssdk.services.codedeploy.model.InvalidTagsToAddException;
import software.amazon.awssdk.services.codedeploy.model.ResourceArnRequiredException;
import software.amazon.awssdk.services.codedeploy.model.Tag;

/** Tags of applications and deployment groups, by ARN. */
final class Tags {
    private final Applications applications;

    Tags(Applications applications) {
        this.applications = applications;
    }

    static void check(List<Tag> tags) {
        if (tags.size() > 50 || tags.stream().anyMatch(t -> t.key() == null || t.key().isEmpty())) {
            throw Fault.of(
                    InvalidTagsToAddException.builder(),
                    "InvalidTagsToAddException",
                    "The specified tags are not valid.");
        }
    }

    List<Tag> of(@Nullable String arn) {
        return edit(arn, UnaryOperator.identity());
    }

    void add(@Nullable String arn, List<Tag> added) {
        check(added);
        edit(arn, present -> {
            var byKey = new LinkedHashMap<String, Tag>();
            present.forEach(t -> byKey.put(t.key(), t));
            added.forEach(t -> byKey.put(t.key(), t));
            return List.copyOf(byKey.values());
        });
    }

    void remove(@Nullable String arn, List<String> keys) {
        edit(arn, present -> present.stream().filter(t -> !keys.contains(t.key())).toList());
    }

    private List<Tag> edit(@Nullable String arn, UnaryOperator<List<Tag>> change) {
        if (arn == null || arn.isEmpty()) {
            throw Fault.of(
                    ResourceArnRequiredException.builder(),
                    "ResourceArnRequiredException",
                    "The ARN of a resource is required, but was not found.");
        }
        var parts = arn.split(":", 7);
        if (parts.length < 7 || !parts[2].equals("codedeploy")) {
            throw Fault.of(
                    InvalidArnException.builder(),
                    "InvalidArnException",
                    "The specified ARN is not in a valid format: " + arn);
        }
        switch (parts[5]) {
            case "application" -> {
                var application = applications.find(parts[6]);
                application.tags = change.apply(application.tags);
                return application.tags;
            }
            case "deploymentgroup" -> {
                var names = parts[6].split("/", 2);
                var group = applications.findGroup(names[0], names.length < 2 ? null : names[1]);
                group.tags = change.apply(group.tags);
                return group.tags;
            }
            default -> throw Fault.of(
                    ArnNotSupportedException.builder(),
                    "ArnNotSupportedException",
                    "The specified ARN is not supported: " + arn);
        }
    }
}
