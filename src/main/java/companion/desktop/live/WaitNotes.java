package companion.desktop.live;

import companion.desktop.live.LiveModel.WaitNote;
import companion.desktop.text.Format;
import companion.monitor.DeploymentSnapshot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is waited for, how long still, and what that means for visitors. */
final class WaitNotes {
    /** Two Fargate tasks of 0.25 vCPU and 0.5 GB with public addresses (facts, section 6). */
    private static final String OVERLAP = "Two task sets run: +$0.0347/h on AWS.";

    private WaitNotes() {}

    static @Nullable WaitNote of(@Nullable DeploymentSnapshot deployment, Instant now) {
        var waiting = deployment == null ? null : deployment.waiting();
        if (waiting == null) {
            return null;
        }
        var left = Duration.between(now, waiting.until());
        if (left.isNegative()) {
            left = Duration.ZERO;
        }
        double gone = 1 - left.toMillis() / (double) waiting.whole().toMillis();
        return switch (waiting.kind()) {
            case TERMINATION -> new WaitNote(
                    "Waiting to terminate Blue",
                    Format.minutes(left),
                    "left of " + Format.minutes(waiting.whole()),
                    gone,
                    "New visits go to Green. Blue keeps running for now, so going back takes seconds.",
                    OVERLAP,
                    "ContinueDeployment");
            case READY -> new WaitNote(
                    "Waiting to move the traffic",
                    Format.minutes(left),
                    "left of " + Format.minutes(waiting.whole()),
                    gone,
                    "Green is ready, visits still go to Blue. Unless somebody goes on in time, the deployment stops.",
                    OVERLAP,
                    "ContinueDeployment");
        };
    }
}
