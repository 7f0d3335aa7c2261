package companion.practice.elb;

import companion.practice.fabric.TaskNetwork;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/** One health check of a target. */
final class Probe {
    private static final String TRAFFIC_PORT = "traffic-port";

    private final TaskNetwork tasks;
    private final Network network;

    Probe(TaskNetwork tasks, Network network) {
        this.tasks = tasks;
        this.network = network;
    }

    /** Why a check failed, as DescribeTargetHealth says it. */
    record Failure(TargetHealthReasonEnum reason, String description) {}

    /** The port that is checked. */
    static int port(TargetGroup group, int trafficPort) {
        return group.healthCheckPort().equals(TRAFFIC_PORT) ? trafficPort : Integer.parseInt(group.healthCheckPort());
    }

    /** Checks once; null is success. */
    @Nullable Failure check(TargetGroup group, String ip, int trafficPort) {
        var site = tasks.at(ip, port(group, trafficPort));
        if (site == null) {
            return network.isTaken(ip)
                    ? new Failure(TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS, "Health checks failed")
                    : new Failure(TargetHealthReasonEnum.TARGET_TIMEOUT, "Request timed out");
        }
        if (group.healthCheckProtocol() == ProtocolEnum.TCP) {
            return null;
        }
        try {
            int status = site.get("GET", group.healthCheckPath()).status();
            return matches(group.matcher().httpCode(), status)
                    ? null
                    : new Failure(
                            TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH,
                            "Health checks failed with these codes: [" + status + "]");
        } catch (RuntimeException e) {
            // A site that breaks is what a health check is there to find.
            return new Failure(TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS, "Health checks failed");
        }
    }

    /** @param codes for example {@code 200}, {@code 200,202} or {@code 200-299} */
    static boolean matches(String codes, int status) {
        return Arrays.stream(codes.split(",")).anyMatch(part -> {
            var ends = part.strip().split("-");
            return Integer.parseInt(ends[0]) <= status && status <= Integer.parseInt(ends[ends.length - 1]);
        });
    }
}
