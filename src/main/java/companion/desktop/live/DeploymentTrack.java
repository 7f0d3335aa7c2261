package companion.desktop.live;

import companion.desktop.live.LiveModel.TrackStop;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lifecycle events of a deployment in AWS's order, then the wait and the end of the original task set. */
final class DeploymentTrack {
    private static final List<String> PLAN = List.of(
            "BeforeInstall", "Install", "AfterInstall", "BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic");

    private DeploymentTrack() {}

    static List<TrackStop> of(@Nullable DeploymentSnapshot deployment, Instant now) {
        if (deployment == null) {
            return List.of();
        }
        var stops = new ArrayList<TrackStop>();
        if (deployment.events().isEmpty()) {
            PLAN.forEach(name -> stops.add(stop(name, State.NOT_STARTED, "", false)));
        }
        for (var event : deployment.events()) {
            var length = event.span().length(now);
            var note = event.passes() ? "no hook" : length.map(Format::minutes).orElse("");
            stops.add(stop(
                    event.name(), Words.of(event.status()).state(), note, event.status() == Status.IN_PROGRESS));
        }
        stops.addAll(end(deployment, now));
        return stops;
    }

    /** What AWS counts as no lifecycle event: the wait, and the end of the original task set. */
    private static List<TrackStop> end(DeploymentSnapshot deployment, Instant now) {
        var waiting = deployment.waiting();
        if (waiting != null && waiting.kind() == Wait.Kind.TERMINATION) {
            var left = Duration.between(now, waiting.until());
            var note = Format.minutes(left.isNegative() ? Duration.ZERO : left) + " left";
            return List.of(
                    stop("Wait " + waiting.whole().toMinutes() + " min", State.WAITING, note, true),
                    stop("Terminate Blue", State.NOT_STARTED, "next", false));
        }
        var status = deployment.status();
        boolean moved = !deployment.events().isEmpty()
                && deployment.events().stream().allMatch(event -> event.status() == Status.SUCCEEDED);
        if (status == Status.SUCCEEDED) {
            return List.of(stop("Wait", State.OK, "", false), stop("Terminate Blue", State.OK, "", false));
        }
        if (moved && !status.isOver()) {
            return List.of(stop("Wait", State.OK, "", false), stop("Terminate Blue", State.RUNNING, "", true));
        }
        return List.of(
                stop("Wait", State.NOT_STARTED, "", false), stop("Terminate Blue", State.NOT_STARTED, "", false));
    }

    /** What ticks is not spoken: it would be read out every second. */
    private static TrackStop stop(String name, State state, String note, boolean current) {
        var spoken = name + ", " + state.spoken() + (note.isEmpty() || current ? "" : ", " + note);
        return new TrackStop(name, state, note, current, spoken);
    }
}
