package companion.practice.cloudformation.resource.elb;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;

/** {@code AWS::ElasticLoadBalancingV2::Listener}: Ref is the ARN. */
public final class ListenerType extends ResourceType {

    public ListenerType() {
        super(
                "AWS::ElasticLoadBalancingV2::Listener",
                "LoadBalancerArn*! DefaultActions* Port Protocol Certificates SslPolicy AlpnPolicy MutualAuthentication"
                        + " ListenerAttributes~",
                "ListenerArn",
                Pace.seconds(2, 4));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties().withTags(desired.tags()).fill(CreateListenerRequest.builder());
        return cloud.elb().createListener(request.build()).listeners().getFirst().listenerArn();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("ListenerArn")
                ? text(resource.physicalId())
                : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        if (!changed(current.properties(), desired.properties()).isEmpty()) {
            cloud.elb().modifyListener(desired.properties()
                    .without("LoadBalancerArn")
                    .fill(ModifyListenerRequest.builder())
                    .listenerArn(current.physicalId())
                    .build());
        }
        ElbTags.change(current, desired, cloud.elb());
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.elb().deleteListener(request -> request.listenerArn(resource.physicalId()));
    }
}
