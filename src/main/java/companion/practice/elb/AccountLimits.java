package companion.practice.elb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;

/** The quotas of a new account. */
final class AccountLimits {
    private static final List<Map.Entry<String, Integer>> ALL = List.of(
            Map.entry("application-load-balancers", LoadBalancers.QUOTA),
            Map.entry("network-load-balancers", LoadBalancers.QUOTA),
            Map.entry("listeners-per-application-load-balancer", Listeners.QUOTA),
            Map.entry("listeners-per-network-load-balancer", Listeners.QUOTA),
            Map.entry("rules-per-application-load-balancer", Rules.QUOTA),
            Map.entry("condition-values-per-alb-rule", 5),
            Map.entry("target-groups", 3_000),
            Map.entry("targets-per-application-load-balancer", 1_000));

    private AccountLimits() {}

    static DescribeAccountLimitsResponse describe(DescribeAccountLimitsRequest request) {
        var page = Pages.of(ALL, request.marker(), request.pageSize());
        return DescribeAccountLimitsResponse.builder()
                .limits(page.items().stream()
                        .map(l -> Limit.builder()
                                .name(l.getKey())
                                .max(l.getValue().toString())
                                .build())
                        .toList())
                .nextMarker(page.nextMarker())
                .build();
    }
}
