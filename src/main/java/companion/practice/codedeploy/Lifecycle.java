package companion.practice.codedeploy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle events of a deployment to Amazon ECS, in their order (AWS: "AppSpec 'hooks' section for an Amazon ECS
 * deployment"). Those about test traffic occur only with a test listener.
 */
final class Lifecycle {
    static final String BEFORE_INSTALL = "BeforeInstall";
    static final String INSTALL = "Install";
    static final String AFTER_INSTALL = "AfterInstall";
    static final String ALLOW_TEST_TRAFFIC = "AllowTestTraffic";
    static final String AFTER_ALLOW_TEST_TRAFFIC = "AfterAllowTestTraffic";
    static final String BEFORE_ALLOW_TRAFFIC = "BeforeAllowTraffic";
    static final String ALLOW_TRAFFIC = "AllowTraffic";
    static final String AFTER_ALLOW_TRAFFIC = "AfterAllowTraffic";

    private Lifecycle() {}

    static List<String> events(boolean testTraffic) {
        var events = new ArrayList<>(List.of(BEFORE_INSTALL, INSTALL, AFTER_INSTALL));
        if (testTraffic) {
            events.add(ALLOW_TEST_TRAFFIC);
            events.add(AFTER_ALLOW_TEST_TRAFFIC);
        }
        events.addAll(List.of(BEFORE_ALLOW_TRAFFIC, ALLOW_TRAFFIC, AFTER_ALLOW_TRAFFIC));
        return events;
    }

    /** What follows an event, or null after the last. */
    static @Nullable String after(Deployment deployment, String event) {
        var events = List.copyOf(deployment.lifecycle.keySet());
        int next = events.indexOf(event) + 1;
        return next < events.size() ? events.get(next) : null;
    }
}
