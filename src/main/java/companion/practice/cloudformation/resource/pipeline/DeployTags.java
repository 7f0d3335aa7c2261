package companion.practice.cloudformation.resource.pipeline;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.TagChange;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codedeploy.model.Tag;

/** Tags of CodeDeploy's applications and deployment groups. */
final class DeployTags {
    private DeployTags() {}

    static void change(String arn, Existing current, Desired desired, CodeDeployClient codeDeploy) {
        var change = TagChange.between(current, desired);
        if (!change.removed().isEmpty()) {
            codeDeploy.untagResource(request -> request.resourceArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            codeDeploy.tagResource(request -> request.resourceArn(arn)
                    .tags(change.set().entrySet().stream()
                            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList()));
        }
    }
}
