package companion.desktop.live;

import companion.desktop.live.LiveModel.TrackStop;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.DeploymentSnapshot;
import companion.monitor.DeploymentSnapshot.Wait;
import companion.monitor.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lifecycle events of a deployment in AWS's order, then the wait and the end of the original task set. */
final class DeploymentTrack {
    /** These are hooks: they take no time unless the AppSpec names a function. */
    private static final Set<String> HOOKS = Set.of(
            "BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AfterAllowTraffic");

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
            boolean noHook = HOOKS.contains(event.name())
                    && event.status().isOver()
                    && length.orElse(Duration.ZERO).toSeconds() == 0;
            var note = noHook ? "no hook" : length.map(Format::minutes).orElse("");
            stops.add(stop(
                    event.name(), Words.of(event.status()).state(), note, event.status() == Status.IN_PROGRESS));
        }
        var waiting = deployment.waiting();
        boolean done = deployment.status() == Status.SUCCEEDED;
        if (waiting != null && waiting.kind() == Wait.Kind.TERMINATION) {
            var left = Duration.between(now, waiting.until());
            stops.add(stop(
                    "Wait " + waiting.whole().toMinutes() + " min",
                    State.WAITING,
                    Format.minutes(left.isNegative() ? Duration.ZERO : left) + " left",
                    true));
        } else {
            stops.add(stop("Wait", done ? State.OK : State.NOT_STARTED, "", false));
        }
        stops.add(stop("Terminate Blue", done ? State.OK : State.NOT_STARTED, waiting == null ? "" : "next", false));
        return stops;
    }

    private static TrackStop stop(String name, State state, String note, boolean current) {
        var spoken = name + ", " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (note.isEmpty() ? "" : ", " + note);
        return new TrackStop(name, state, note, current, spoken);
    }
}
