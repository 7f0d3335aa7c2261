package companion.desktop.gallery;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deployments in the states that pictures show. */
final class Deployments {
    private static final String AT_ONCE = "CodeDeployDefault.ECSAllAtOnce";
    private static final List<String> NAMES = List.of(
            "BeforeInstall", "Install", "AfterInstall", "BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic");

    private Deployments() {}

    static DeploymentSnapshot installing() {
        return of(AT_ONCE, Status.IN_PROGRESS, null, events(1, "12:02:11"), null, null);
    }

    static DeploymentSnapshot shifting() {
        return of(
                "CodeDeployDefault.ECSCanary10Percent5Minutes", Status.IN_PROGRESS, null, events(4, "12:03:23"), null, null);
    }

    static DeploymentSnapshot waiting() {
        var wait = new Wait(Wait.Kind.TERMINATION, Duration.ofMinutes(5), ScriptedWorkshop.at("12:08:26"));
        return of(AT_ONCE, Status.IN_PROGRESS, null, events(6, ""), wait, null);
    }

    static DeploymentSnapshot succeeded() {
        return of(AT_ONCE, Status.SUCCEEDED, "12:08:48", events(6, ""), null, null);
    }

    static DeploymentSnapshot stopped() {
        var why = new Failure("MANUAL_STOP", "The deployment was stopped and traffic went back to the original task set.");
        return of(AT_ONCE, Status.STOPPED, "12:04:50", events(6, ""), null, why);
    }

    private static DeploymentSnapshot of(
            String configuration, Status status, @Nullable String end, List<LifecycleEvent> events, @Nullable Wait wait,
            @Nullable Failure why) {
        var span = new Span(ScriptedWorkshop.at("12:02:10"), end == null ? null : ScriptedWorkshop.at(end));
        return new DeploymentSnapshot(
                "d-7K2M4QX9B", "devops-workshop-MyWebApp", "devops-workshop-dg", configuration, status, span, events, wait,
                why, null);
    }

    /**
     * @param over how many events are over; the next one runs
     * @param since when that one began
     */
    private static List<LifecycleEvent> events(int over, String since) {
        var events = new ArrayList<LifecycleEvent>();
        for (int i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i);
            events.add(i < over
                    ? new LifecycleEvent(name, Status.SUCCEEDED, span(name), false, null)
                    : i == over
                            ? new LifecycleEvent(
                                    name, Status.IN_PROGRESS, new Span(ScriptedWorkshop.at(since), null), false, null)
                            : new LifecycleEvent(name, Status.NOT_STARTED, Span.NONE, false, null));
        }
        return events;
    }

    private static Span span(String name) {
        var start = switch (name) {
            case "BeforeInstall", "Install" -> "12:02:11";
            case "AfterInstall", "BeforeAllowTraffic" -> "12:03:22";
            case "AllowTraffic" -> "12:03:23";
            default -> "12:03:26";
        };
        var end = switch (name) {
            case "Install" -> "12:03:22";
            case "AllowTraffic" -> "12:03:26";
            default -> start;
        };
        return new Span(ScriptedWorkshop.at(start), ScriptedWorkshop.at(end));
    }
}
