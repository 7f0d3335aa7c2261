package companion.practice.cloudformation.resource.ecs;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.TagChange;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Tags of ECS resources, which go by ARN. */
final class EcsTags {
    private EcsTags() {}

    static void change(String arn, Existing current, Desired desired, EcsClient ecs) {
        var change = TagChange.between(current, desired);
        if (!change.removed().isEmpty()) {
            ecs.untagResource(request -> request.resourceArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            ecs.tagResource(request -> request.resourceArn(arn)
                    .tags(change.set().entrySet().stream()
                            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList()));
        }
    }
}
