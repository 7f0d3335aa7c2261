package companion.practice.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** The attributes of target groups, with the defaults of TargetGroupAttribute's documentation. */
final class GroupAttributes {
    static final String DEREGISTRATION_DELAY = "deregistration_delay.timeout_seconds";
    private static final String SLOW_START = "slow_start.duration_seconds";
    private static final String STICKINESS = "stickiness.enabled";
    private static final String COOKIE_DURATION = "stickiness.lb_cookie.duration_seconds";

    private final ElbState state;
    private final Wiring wiring;

    GroupAttributes(ElbState state, Wiring wiring) {
        this.state = state;
        this.wiring = wiring;
    }

    /** How long clients stay with a target, in seconds; 0 if they do not. */
    static int stickySeconds(Map<String, String> attributes) {
        return attributes.get(STICKINESS).equals("true") ? Integer.parseInt(attributes.get(COOKIE_DURATION)) : 0;
    }

    static Map<String, String> defaults(TargetGroup group) {
        var all = new LinkedHashMap<String, String>();
        all.put(STICKINESS, "false");
        all.put(DEREGISTRATION_DELAY, "300");
        all.put("load_balancing.cross_zone.enabled", "use_load_balancer_configuration");
        all.put("target_group_health.dns_failover.minimum_healthy_targets.count", "1");
        all.put("target_group_health.dns_failover.minimum_healthy_targets.percentage", "off");
        all.put("target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "1");
        all.put("target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage", "off");
        if (Actions.isHttp(group.protocol())) {
            all.put("stickiness.type", "lb_cookie");
            all.put(COOKIE_DURATION, "86400");
            all.put("stickiness.app_cookie.cookie_name", "");
            all.put("stickiness.app_cookie.duration_seconds", "86400");
            all.put("load_balancing.algorithm.type", "round_robin");
            all.put("load_balancing.algorithm.anomaly_mitigation", "off");
            all.put(SLOW_START, "0");
        } else {
            all.put("stickiness.type", "source_ip");
            all.put("deregistration_delay.connection_termination.enabled", "false");
            all.put("preserve_client_ip.enabled", "false");
            all.put("proxy_protocol_v2.enabled", "false");
            all.put("target_health_state.unhealthy.connection_termination.enabled", "true");
            all.put("target_health_state.unhealthy.draining_interval_seconds", "0");
        }
        return all;
    }

    ModifyTargetGroupAttributesResponse modify(ModifyTargetGroupAttributesRequest request) {
        var group = state.group(request.targetGroupArn());
        var own = state.attributes.get(group.targetGroupArn());
        for (var attribute : ElbFault.some(request.attributes(), "attributes")) {
            var key = ElbFault.required(attribute.key(), "attributes.1.member.key");
            var value = ElbFault.required(attribute.value(), "attributes.1.member.value");
            if (!own.containsKey(key)) {
                throw ElbFault.validation("Target group attribute key '" + key + "' is not recognized");
            }
            check(key, value, Actions.isHttp(group.protocol()));
        }
        request.attributes().forEach(a -> own.put(a.key(), a.value()));
        wiring.publish();
        return ModifyTargetGroupAttributesResponse.builder()
                .attributes(shown(own))
                .build();
    }

    private static void check(String key, String value, boolean http) {
        switch (key) {
            case DEREGISTRATION_DELAY -> Values.number("Target group", key, value, 0, 3_600);
            case SLOW_START -> {
                if (!value.equals("0")) {
                    Values.number("Target group", key, value, 30, 900);
                }
            }
            case STICKINESS -> {
                Values.flag("Target group", key, value);
                if (value.equals("true") && !http) {
                    throw new UnsupportedOperationException(
                            "The practice cloud's network load balancers do not stick to targets.");
                }
            }
            case "stickiness.type" -> {
                if (!value.equals(http ? "lb_cookie" : "source_ip")) {
                    throw new UnsupportedOperationException(
                            "The practice cloud's load balancers stick by their own cookie, not by " + value);
                }
            }
            case COOKIE_DURATION, "stickiness.app_cookie.duration_seconds" -> Values.number(
                    "Target group", key, value, 1, 604_800);
            default -> {
                boolean flag = key.endsWith(".enabled") && !key.equals("load_balancing.cross_zone.enabled");
                if (flag) {
                    Values.flag("Target group", key, value);
                }
            }
        }
    }

    DescribeTargetGroupAttributesResponse describe(DescribeTargetGroupAttributesRequest request) {
        var arn = state.group(request.targetGroupArn()).targetGroupArn();
        return DescribeTargetGroupAttributesResponse.builder()
                .attributes(shown(state.attributes.get(arn)))
                .build();
    }

    private static List<TargetGroupAttribute> shown(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(e -> TargetGroupAttribute.builder()
                        .key(e.getKey())
                        .value(e.getValue())
                        .build())
                .toList();
    }
}
