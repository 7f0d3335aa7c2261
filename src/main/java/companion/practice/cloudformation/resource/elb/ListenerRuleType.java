package companion.practice.cloudformation.resource.elb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;

/** {@code AWS::ElasticLoadBalancingV2::ListenerRule}: Ref is the ARN. */
public final class ListenerRuleType extends ResourceType {

    public ListenerRuleType() {
        super(
                "AWS::ElasticLoadBalancingV2::ListenerRule",
                "ListenerArn*! Actions* Conditions* Priority* Transforms~",
                "RuleArn IsDefault",
                Pace.seconds(2, 4));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties().withTags(desired.tags()).fill(CreateRuleRequest.builder());
        return cloud.elb().createRule(request.build()).rules().getFirst().ruleArn();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "RuleArn" -> text(resource.physicalId());
            case "IsDefault" -> BooleanNode.FALSE;
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var rule = current.physicalId();
        var changed = changed(current.properties(), desired.properties());
        if (changed.contains("Priority")) {
            var priority = desired.properties().number("Priority");
            cloud.elb().setRulePriorities(
                    request -> request.rulePriorities(one -> one.ruleArn(rule).priority(priority)));
        }
        if (changed.contains("Actions") || changed.contains("Conditions")) {
            cloud.elb().modifyRule(desired.properties()
                    .only("Actions", "Conditions")
                    .fill(ModifyRuleRequest.builder())
                    .ruleArn(rule)
                    .build());
        }
        ElbTags.change(current, desired, cloud.elb());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.elb().deleteRule(request -> request.ruleArn(resource.physicalId()));
    }
}
