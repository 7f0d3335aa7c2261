package companion.practice.elb;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The health check settings of target groups: defaults, ranges, and what may be changed. */
final class HealthChecks {
    private static final String CODES = "\\d{3}(-\\d{3})?(,\\d{3}(-\\d{3})?)*";

    private HealthChecks() {}

    /** Puts the settings of a new group into it. */
    static TargetGroup create(TargetGroup.Builder group, CreateTargetGroupRequest wanted, ProtocolEnum protocol) {
        boolean http = Actions.isHttp(protocol);
        var checkProtocol = Objects.requireNonNullElse(
                wanted.healthCheckProtocol(), http ? ProtocolEnum.HTTP : ProtocolEnum.TCP);
        boolean checksHttp = Actions.isHttp(checkProtocol);
        if (http && !checksHttp) {
            throw ElbFault.validation("Health check protocol '" + wanted.healthCheckProtocolAsString()
                    + "' must be one of '[HTTPS, HTTP]'");
        }
        return checked(group.healthCheckEnabled(true)
                .healthCheckProtocol(checkProtocol)
                .healthCheckPort(Objects.requireNonNullElse(wanted.healthCheckPort(), "traffic-port"))
                .healthCheckPath(checksHttp ? Objects.requireNonNullElse(wanted.healthCheckPath(), "/") : null)
                .healthCheckIntervalSeconds(Objects.requireNonNullElse(wanted.healthCheckIntervalSeconds(), 30))
                .healthCheckTimeoutSeconds(Objects.requireNonNullElse(
                        wanted.healthCheckTimeoutSeconds(), http ? 5 : checksHttp ? 6 : 10))
                .healthyThresholdCount(Objects.requireNonNullElse(wanted.healthyThresholdCount(), 5))
                .unhealthyThresholdCount(Objects.requireNonNullElse(wanted.unhealthyThresholdCount(), 2))
                .matcher(checksHttp ? codes(wanted.matcher(), http ? "200" : "200-399") : null)
                .build());
    }

    static TargetGroup modify(TargetGroup group, ModifyTargetGroupRequest wanted) {
        if (Boolean.FALSE.equals(wanted.healthCheckEnabled())) {
            throw ElbFault.configuration(
                    "Health check enabled must be true for target groups with target type '"
                            + group.targetTypeAsString() + "'");
        }
        var protocol = Objects.requireNonNullElse(wanted.healthCheckProtocol(), group.healthCheckProtocol());
        return checked(group.toBuilder()
                .healthCheckProtocol(protocol)
                .healthCheckPort(Objects.requireNonNullElse(wanted.healthCheckPort(), group.healthCheckPort()))
                .healthCheckPath(wanted.healthCheckPath() == null ? group.healthCheckPath() : wanted.healthCheckPath())
                .healthCheckIntervalSeconds(Objects.requireNonNullElse(
                        wanted.healthCheckIntervalSeconds(), group.healthCheckIntervalSeconds()))
                .healthCheckTimeoutSeconds(Objects.requireNonNullElse(
                        wanted.healthCheckTimeoutSeconds(), group.healthCheckTimeoutSeconds()))
                .healthyThresholdCount(
                        Objects.requireNonNullElse(wanted.healthyThresholdCount(), group.healthyThresholdCount()))
                .unhealthyThresholdCount(
                        Objects.requireNonNullElse(wanted.unhealthyThresholdCount(), group.unhealthyThresholdCount()))
                .matcher(wanted.matcher() == null ? group.matcher() : wanted.matcher())
                .build());
    }

    private static Matcher codes(@Nullable Matcher wanted, String usual) {
        return wanted == null || wanted.httpCode() == null
                ? Matcher.builder().httpCode(usual).build()
                : wanted;
    }

    private static TargetGroup checked(TargetGroup group) {
        ElbFault.range(group.healthCheckIntervalSeconds(), "healthCheckIntervalSeconds", 5, 300);
        ElbFault.range(group.healthCheckTimeoutSeconds(), "healthCheckTimeoutSeconds", 2, 120);
        ElbFault.range(group.healthyThresholdCount(), "healthyThresholdCount", 2, 10);
        ElbFault.range(group.unhealthyThresholdCount(), "unhealthyThresholdCount", 2, 10);
        if (Actions.isHttp(group.healthCheckProtocol())
                && group.healthCheckTimeoutSeconds() >= group.healthCheckIntervalSeconds()) {
            throw ElbFault.validation("Health check interval must be greater than the timeout.");
        }
        var port = group.healthCheckPort();
        if (!port.equals("traffic-port") && !port.matches("[1-9]\\d{0,4}")) {
            throw ElbFault.validation(
                    "Health check port '" + port + "' must be 'traffic-port' or a port between 1 and 65535");
        }
        var path = group.healthCheckPath();
        if (path != null && !path.startsWith("/")) {
            throw ElbFault.validation("Health check path '" + path + "' must begin with a '/' character");
        }
        var matcher = group.matcher();
        if (matcher != null && (matcher.httpCode() == null || !matcher.httpCode().matches(CODES))) {
            throw ElbFault.validation("Health check matcher HTTP code '" + matcher.httpCode() + "' is not valid");
        }
        return group;
    }
}
