package companion.practice.elb;

import companion.practice.fabric.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicyNotFoundException;

/** The security policies of HTTPS listeners that are in common use, by name and protocols; ciphers are left out. */
final class SslPolicies {
    private static final String DEFAULT = "ELBSecurityPolicy-2016-08";

    private static final List<Map.Entry<String, List<String>>> ALL = List.of(
            Map.entry(DEFAULT, List.of("TLSv1", "TLSv1.1", "TLSv1.2")),
            Map.entry("ELBSecurityPolicy-TLS13-1-2-2021-06", List.of("TLSv1.2", "TLSv1.3")),
            Map.entry("ELBSecurityPolicy-TLS13-1-3-2021-06", List.of("TLSv1.3")),
            Map.entry("ELBSecurityPolicy-TLS-1-2-2017-01", List.of("TLSv1.2")));

    private SslPolicies() {}

    /** The policy that was asked for, or the default. */
    static String checked(@Nullable String wanted) {
        var name = wanted == null ? DEFAULT : wanted;
        if (ALL.stream().noneMatch(p -> p.getKey().equals(name))) {
            throw Fault.of(
                    SslPolicyNotFoundException.builder(), "SSLPolicyNotFound", "SSL policy '" + name + "' not found");
        }
        return name;
    }

    static DescribeSslPoliciesResponse describe(DescribeSslPoliciesRequest request) {
        request.names().forEach(SslPolicies::checked);
        var found = ALL.stream()
                .filter(p -> request.names().isEmpty() || request.names().contains(p.getKey()))
                .map(p -> SslPolicy.builder()
                        .name(p.getKey())
                        .sslProtocols(p.getValue())
                        .supportedLoadBalancerTypes("application", "network")
                        .build())
                .toList();
        var page = Pages.of(found, request.marker(), request.pageSize());
        return DescribeSslPoliciesResponse.builder()
                .sslPolicies(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }
}
