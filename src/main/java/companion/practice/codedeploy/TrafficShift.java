package companion.practice.codedeploy;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves traffic from the original task set to its replacement: at once, in two steps (canary), or in equal ones
 * (linear).
 */
final class TrafficShift {
    private final Routes routes;

    TrafficShift(Routes routes) {
        this.routes = routes;
    }

    /** Sends the test listener's traffic to the replacement. */
    void test(Deployment deployment) {
        var listener = Routes.test(deployment.info.loadBalancerInfo().targetGroupPairInfoList().getFirst());
        if (listener != null) {
            routes.point(listener, green(deployment), blue(deployment));
        }
    }

    /** Takes the next step; answers how long until the one after, or null when all traffic has moved. */
    @Nullable Duration advance(Deployment deployment) {
        var routing = deployment.routing;
        int share = (int) deployment.greenShare;
        int next = switch (routing.type()) {
            case TIME_BASED_CANARY -> share == 0 ? routing.timeBasedCanary().canaryPercentage() : 100;
            case TIME_BASED_LINEAR -> Math.min(100, share + routing.timeBasedLinear().linearPercentage());
            default -> 100;
        };
        var listener = Routes.production(deployment.info.loadBalancerInfo().targetGroupPairInfoList().getFirst());
        if (next == 100) {
            routes.point(listener, green(deployment), blue(deployment));
        } else {
            routes.split(listener, blue(deployment), green(deployment), next);
        }
        deployment.greenShare = next;
        return next == 100
                ? null
                : Duration.ofMinutes(switch (routing.type()) {
                    case TIME_BASED_CANARY -> routing.timeBasedCanary().canaryInterval();
                    default -> routing.timeBasedLinear().linearInterval();
                });
    }

    private static Deployment.Side blue(Deployment deployment) {
        return Objects.requireNonNull(deployment.blue);
    }

    private static Deployment.Side green(Deployment deployment) {
        return Objects.requireNonNull(deployment.green);
    }
}
