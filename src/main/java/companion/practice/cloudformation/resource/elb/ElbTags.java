package companion.practice.cloudformation.resource.elb;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.TagChange;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Tags of load balancers and what belongs to them; all go by ARN. */
final class ElbTags {
    private ElbTags() {}

    static void change(Existing current, Desired desired, ElasticLoadBalancingV2Client elb) {
        var change = TagChange.between(current, desired);
        if (!change.removed().isEmpty()) {
            elb.removeTags(request -> request.resourceArns(current.physicalId()).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            elb.addTags(request -> request.resourceArns(current.physicalId())
                    .tags(change.set().entrySet().stream()
                            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList()));
        }
    }
}
