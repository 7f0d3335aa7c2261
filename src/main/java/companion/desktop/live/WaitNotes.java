package companion.desktop.live;

import companion.desktop.live.LiveModel.Jump;
import companion.desktop.live.LiveModel.WaitNote;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TrafficStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a deployment is at or waits for, how long still, and what that means for visitors. */
final class WaitNotes {
    /** Two Fargate tasks of 0.25 vCPU and 0.5 GB with public addresses (facts, section 6). */
    private static final String OVERLAP = "Two task sets run: +$0.0347/h on AWS.";

    private WaitNotes() {}

    /**
     * @param jumping in which times of day a jump is offered; null for a real account, whose clock cannot jump
     * @return null while no deployment runs
     */
    static @Nullable WaitNote of(ReleaseSnapshot snapshot, Instant now, @Nullable ZoneId jumping) {
        var deployment = snapshot.deployment();
        if (deployment == null || deployment.status().isOver()) {
            return null;
        }
        if (deployment.waiting() != null) {
            return waits(deployment.waiting(), now);
        }
        int green = snapshot.taskSet(Colour.GREEN).map(TaskSetSnapshot::requested).orElse(0);
        return TrafficStep.of(deployment, green)
                .map(step -> shifts(step, green, now, jumping))
                .orElseGet(() -> runs(deployment, now));
    }

    private static WaitNote waits(Wait wait, Instant now) {
        var left = left(now, wait.until());
        double gone = 1 - left.toMillis() / (double) Math.max(1, wait.whole().toMillis());
        var beside = "left of " + Format.minutes(wait.whole());
        return switch (wait.kind()) {
            case TERMINATION -> new WaitNote(
                    State.WAITING, "Waiting to terminate Blue", Format.minutes(left), beside, gone,
                    "New visits go to Green. Blue keeps running for now, so going back takes seconds.", OVERLAP, null);
            case READY -> new WaitNote(
                    State.WAITING, "Waiting to move the traffic", Format.minutes(left), beside, gone,
                    "Green is ready, visits still go to Blue. Unless somebody goes on in time, the deployment stops.",
                    OVERLAP, null);
        };
    }

    private static WaitNote shifts(TrafficStep step, int green, Instant now, @Nullable ZoneId jumping) {
        var left = left(now, step.at());
        double gone = 1 - left.toMillis() / (double) Math.max(1, step.interval().toMillis());
        var share = green == 10 ? "One visit in ten goes to Green." : green + " % of the visits go to Green.";
        var end = jumping == null
                ? " AWS has no call to shorten a step."
                : " AWS has no call to shorten a step; the practice clock can jump over it.";
        return new WaitNote(
                State.RUNNING,
                "Shifting traffic, step " + step.number() + " of " + step.of(),
                Format.minutes(left),
                "until Green gets " + step.next() + " %",
                gone,
                share + end,
                OVERLAP,
                jumping == null ? null : new Jump(step.at(), "Jump to " + Format.time(step.at(), jumping)));
    }

    private static WaitNote runs(DeploymentSnapshot deployment, Instant now) {
        var allow = deployment.events().stream()
                .filter(event -> event.name().equals("AllowTraffic"))
                .map(LifecycleEvent::status)
                .findFirst()
                .orElse(Status.NOT_STARTED);
        var running = deployment.span().length(now).map(Format::minutes).orElse("0:00");
        var since = "since it began";
        return switch (allow) {
            case NOT_STARTED -> new WaitNote(
                    State.RUNNING, "Getting Green ready", running, since, -1,
                    "Green’s tasks start and register with their target group. Visits still go to Blue.", OVERLAP, null);
            case SUCCEEDED -> new WaitNote(
                    State.RUNNING, "Terminating Blue", running, since, -1,
                    "All visits go to Green. Blue’s tasks are being stopped, so going back now takes a new deployment.", "",
                    null);
            default -> new WaitNote(
                    State.RUNNING, "Moving the traffic", running, since, -1,
                    "The listener is being pointed at Green’s target group.", OVERLAP, null);
        };
    }

    private static Duration left(Instant now, Instant until) {
        var left = Duration.between(now, until);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
