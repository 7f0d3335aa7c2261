package companion.practice.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;

/** The attributes of load balancers, with the defaults of LoadBalancerAttribute's documentation. */
final class BalancerAttributes {
    static final String DELETION_PROTECTION = "deletion_protection.enabled";
    private static final String IDLE_TIMEOUT = "idle_timeout.timeout_seconds";
    private static final String KEEP_ALIVE = "client_keep_alive.seconds";

    private final ElbState state;

    BalancerAttributes(ElbState state) {
        this.state = state;
    }

    static Map<String, String> defaults(LoadBalancer balancer) {
        boolean application = balancer.type() == LoadBalancerTypeEnum.APPLICATION;
        var all = new LinkedHashMap<String, String>();
        all.put("access_logs.s3.enabled", "false");
        all.put("access_logs.s3.bucket", "");
        all.put("access_logs.s3.prefix", "");
        all.put(DELETION_PROTECTION, "false");
        all.put("ipv6.deny_all_igw_traffic", "false");
        all.put("load_balancing.cross_zone.enabled", Boolean.toString(application));
        all.put("zonal_shift.config.enabled", "false");
        if (application) {
            all.put(IDLE_TIMEOUT, "60");
            all.put(KEEP_ALIVE, "3600");
            all.put("connection_logs.s3.enabled", "false");
            all.put("connection_logs.s3.bucket", "");
            all.put("connection_logs.s3.prefix", "");
            all.put("health_check_logs.s3.enabled", "false");
            all.put("health_check_logs.s3.bucket", "");
            all.put("health_check_logs.s3.prefix", "");
            all.put("routing.http2.enabled", "true");
            all.put("routing.http.drop_invalid_header_fields.enabled", "false");
            all.put("routing.http.preserve_host_header.enabled", "false");
            all.put("routing.http.xff_client_port.enabled", "false");
            all.put("routing.http.xff_header_processing.mode", "append");
            all.put("routing.http.desync_mitigation_mode", "defensive");
            all.put("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "false");
            all.put("waf.fail_open.enabled", "false");
        } else {
            all.put("dns_record.client_routing_policy", "any_availability_zone");
            all.put("secondary_ips.auto_assigned.per_subnet", "0");
        }
        return all;
    }

    ModifyLoadBalancerAttributesResponse modify(ModifyLoadBalancerAttributesRequest request) {
        var arn = state.loadBalancer(request.loadBalancerArn()).loadBalancerArn();
        var own = state.attributes.get(arn);
        for (var attribute : ElbFault.some(request.attributes(), "attributes")) {
            var key = ElbFault.required(attribute.key(), "attributes.1.member.key");
            var value = ElbFault.required(attribute.value(), "attributes.1.member.value");
            if (!own.containsKey(key)) {
                throw ElbFault.validation("Load balancer attribute key '" + key + "' is not recognized");
            }
            switch (key) {
                case IDLE_TIMEOUT -> Values.number("Load balancer", key, value, 1, 4_000);
                case KEEP_ALIVE -> Values.number("Load balancer", key, value, 60, 604_800);
                default -> {
                    if (key.endsWith(".enabled")) {
                        Values.flag("Load balancer", key, value);
                    }
                }
            }
        }
        request.attributes().forEach(a -> own.put(a.key(), a.value()));
        return ModifyLoadBalancerAttributesResponse.builder()
                .attributes(shown(own))
                .build();
    }

    DescribeLoadBalancerAttributesResponse describe(DescribeLoadBalancerAttributesRequest request) {
        var arn = state.loadBalancer(request.loadBalancerArn()).loadBalancerArn();
        return DescribeLoadBalancerAttributesResponse.builder()
                .attributes(shown(state.attributes.get(arn)))
                .build();
    }

    private static List<LoadBalancerAttribute> shown(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(e -> LoadBalancerAttribute.builder()
                        .key(e.getKey())
                        .value(e.getValue())
                        .build())
                .toList();
    }
}
