package companion.practice.elb;

import companion.practice.fabric.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DuplicateTagKeysException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TooManyTagsException;

/** The tags of load balancers, listeners, rules and target groups. */
final class TagSets {
    private static final int MOST = 50;

    private final ElbState state;

    TagSets(ElbState state) {
        this.state = state;
    }

    static List<Tag> checked(List<Tag> tags) {
        tags.forEach(t -> ElbFault.required(t.key(), "tags.1.member.key"));
        if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
            throw Fault.of(DuplicateTagKeysException.builder(), "DuplicateTagKeys", "Tag keys must be unique");
        }
        if (tags.size() > MOST) {
            throw tooMany();
        }
        return tags;
    }

    private static RuntimeException tooMany() {
        return Fault.of(
                TooManyTagsException.builder(), "TooManyTags", "The maximum number of tags has been reached");
    }

    void put(String arn, List<Tag> tags) {
        if (!tags.isEmpty()) {
            var own = state.tags.computeIfAbsent(arn, a -> new LinkedHashMap<>());
            tags.forEach(t -> own.put(t.key(), t.value() == null ? "" : t.value()));
        }
    }

    AddTagsResponse add(AddTagsRequest request) {
        var arns = ElbFault.some(request.resourceArns(), "resourceArns");
        arns.forEach(this::check);
        var tags = checked(ElbFault.some(request.tags(), "tags"));
        for (var arn : arns) {
            var together = new LinkedHashMap<>(state.tags.getOrDefault(arn, new LinkedHashMap<>()));
            tags.forEach(t -> together.put(t.key(), ""));
            if (together.size() > MOST) {
                throw tooMany();
            }
        }
        arns.forEach(arn -> put(arn, tags));
        return AddTagsResponse.builder().build();
    }

    RemoveTagsResponse remove(RemoveTagsRequest request) {
        var arns = ElbFault.some(request.resourceArns(), "resourceArns");
        arns.forEach(this::check);
        var keys = ElbFault.some(request.tagKeys(), "tagKeys");
        for (var arn : arns) {
            if (state.tags.containsKey(arn)) {
                state.tags.get(arn).keySet().removeAll(keys);
            }
        }
        return RemoveTagsResponse.builder().build();
    }

    DescribeTagsResponse describe(DescribeTagsRequest request) {
        var arns = ElbFault.some(request.resourceArns(), "resourceArns");
        arns.forEach(this::check);
        return DescribeTagsResponse.builder()
                .tagDescriptions(arns.stream()
                        .map(arn -> TagDescription.builder()
                                .resourceArn(arn)
                                .tags(of(arn))
                                .build())
                        .toList())
                .build();
    }

    private List<Tag> of(String arn) {
        return state.tags.getOrDefault(arn, new LinkedHashMap<>()).entrySet().stream()
                .map(e -> Tag.builder().key(e.getKey()).value(e.getValue()).build())
                .toList();
    }

    private void check(String arn) {
        if (arn.contains(":loadbalancer/")) {
            state.loadBalancer(arn);
        } else if (arn.contains(":targetgroup/")) {
            state.group(arn);
        } else if (arn.contains(":listener-rule/")) {
            state.rule(arn);
        } else if (arn.contains(":listener/")) {
            state.listener(arn);
        } else {
            throw ElbFault.validation("'" + arn + "' is not a valid ARN");
        }
    }
}
