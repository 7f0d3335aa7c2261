package companion.desktop.gallery;

import static companion.desktop.gallery.ReleaseParts.bar;
import static companion.desktop.gallery.ReleaseParts.blue;
import static companion.desktop.gallery.ReleaseParts.build;
import static companion.desktop.gallery.ReleaseParts.done;
import static companion.desktop.gallery.ReleaseParts.green;
import static companion.desktop.gallery.ReleaseParts.release;
import static companion.desktop.gallery.ReleaseParts.running;
import static companion.desktop.gallery.ReleaseParts.timeline;
import static companion.desktop.gallery.ReleaseParts.track;
import static companion.desktop.gallery.ReleaseParts.visits;

import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.timeline.Timeline;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import companion.monitor.timeline.Timeline.Track;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.util.List;

/** Releases in every state, for pictures and tests. */
public final class Releases {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Track BUILT = track(
            Row.PIPELINE, done("Source", "12:01:02", "12:01:06"), done("Build", "12:01:07", "12:02:05"),
            running("Deploy", "12:02:08"));
    private static final Track STARTED = track(
            Row.GREEN_TASKS, bar("starting", Look.PLAIN, "12:02:12", "12:02:50"),
            bar("2 RUNNING", Look.GREEN, "12:02:50", null));

    private Releases() {}

    /** There is no pipeline. */
    public static ScriptedRelease none() {
        return new ScriptedRelease(new Release(nothing(List.of()), Timeline.EMPTY, List.<Log.Line>of(), List.of(), 0), FRESH);
    }

    /** Nobody may look whether there is one. */
    public static ScriptedRelease forbidden() {
        var unread = new Unread("Pipeline", "AccessDeniedException",
                "User: arn:aws:iam::441712342209:user/dev is not authorized to perform: codepipeline:GetPipelineState");
        return new ScriptedRelease(new Release(nothing(List.of(unread)), Timeline.EMPTY, List.<Log.Line>of(), List.of(), 0), FRESH);
    }

    private static ReleaseSnapshot nothing(List<Unread> unread) {
        return new ReleaseSnapshot(
                ScriptedWorkshop.at("12:01:00"), null, null, null, List.of(), null, List.of(), unread);
    }

    /** Build runs, nothing is deployed yet. */
    public static ScriptedRelease building() {
        return new ScriptedRelease(
                release(
                        "12:01:40", ReleaseParts.pipeline(Status.IN_PROGRESS, Status.NOT_STARTED, "12:01:40"),
                        build(Status.IN_PROGRESS), null, List.of(blue(100, 100)), visits(0, 38),
                        timeline(
                                track(Row.PIPELINE, done("Source", "12:01:02", "12:01:06"), running("Build", "12:01:07")),
                                track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", null))),
                        9),
                FRESH);
    }

    /** Green's tasks have started and are not healthy yet. */
    public static ScriptedRelease installing() {
        return new ScriptedRelease(
                release(
                        "12:02:40", ReleaseParts.pipeline(Status.SUCCEEDED, Status.IN_PROGRESS, "12:02:40"),
                        build(Status.SUCCEEDED), Deployments.installing(), List.of(blue(100, 100), ReleaseParts.starting()),
                        visits(0, 60),
                        timeline(
                                BUILT, track(Row.DEPLOYMENT, running("Install", "12:02:11")),
                                track(Row.GREEN_TASKS, bar("starting", Look.PLAIN, "12:02:12", null)),
                                track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", null))),
                        22),
                FRESH);
    }

    /** A canary sends a tenth of the visitors to Green. */
    public static ScriptedRelease shifting() {
        return new ScriptedRelease(
                release(
                        "12:04:14", ReleaseParts.pipeline(Status.SUCCEEDED, Status.IN_PROGRESS, "12:04:14"),
                        build(Status.SUCCEEDED), Deployments.shifting(), List.of(blue(90, 90), green(10, 10)), visits(6, 60),
                        timeline(
                                BUILT,
                                track(
                                        Row.DEPLOYMENT, done("Install", "12:02:11", "12:03:22"),
                                        running("AllowTraffic", "12:03:23"),
                                        new Bar("100 % at", Look.PLAIN, ScriptedWorkshop.at("12:03:23"),
                                                ScriptedWorkshop.at("12:08:23"), true)),
                                STARTED,
                                track(
                                        Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", "12:03:23"),
                                        bar("Blue 90, Green 10", Look.BLUE, "12:03:23", null)),
                                track(
                                        Row.GREEN_TARGETS, bar("initial", Look.PLAIN, "12:02:52", "12:03:12"),
                                        bar("2 healthy", Look.GREEN, "12:03:12", null))),
                        22),
                FRESH);
    }

    /** All visitors get Green; the deployment waits before it terminates Blue. */
    public static ScriptedRelease waiting() {
        return new ScriptedRelease(waited(), FRESH);
    }

    private static Release waited() {
        return release(
                "12:04:14", ReleaseParts.pipeline(Status.SUCCEEDED, Status.IN_PROGRESS, "12:04:14"),
                build(Status.SUCCEEDED), Deployments.waiting(), List.of(blue(0, 0), green(100, 100)), visits(46, 60),
                timeline(
                        BUILT,
                        track(
                                Row.DEPLOYMENT, done("Install", "12:02:11", "12:03:22"),
                                done("AllowTraffic", "12:03:23", "12:03:26"), bar("Wait", Look.WAITING, "12:03:26", null),
                                new Bar("until", Look.PLAIN, ScriptedWorkshop.at("12:03:26"),
                                        ScriptedWorkshop.at("12:08:26"), true)),
                        STARTED, ReleaseParts.moved(),
                        track(
                                Row.GREEN_TARGETS, bar("initial", Look.PLAIN, "12:03:24", "12:03:44"),
                                bar("2 healthy", Look.GREEN, "12:03:44", null))),
                22);
    }

    /** The same, but the deployment could not be read for a while, some visitors were dropped, and Green has many tasks. */
    public static ScriptedRelease stale() {
        var told = waited();
        var snapshot = told.snapshot();
        var unread = List.of(new Unread("Deployment", "ThrottlingException", "Rate exceeded."));
        List<TaskSetSnapshot> sets = List.of(snapshot.taskSets().getFirst(), ReleaseParts.many());
        return new ScriptedRelease(
                new Release(
                        new ReleaseSnapshot(
                                snapshot.asOf(), snapshot.pipeline(), snapshot.build(), snapshot.deployment(), sets,
                                snapshot.url(), snapshot.serviceEvents(), unread),
                        told.timeline(), told.log(), ReleaseParts.rough(told.visits()), 2),
                Duration.ofSeconds(48));
    }

    /** The build failed, so nothing was deployed. */
    public static ScriptedRelease failed() {
        return new ScriptedRelease(
                release(
                        "12:02:20", ReleaseParts.pipeline(Status.FAILED, Status.NOT_STARTED, "12:01:58"),
                        build(Status.FAILED), null, List.of(blue(100, 100)), visits(0, 60),
                        timeline(
                                track(
                                        Row.PIPELINE, done("Source", "12:01:02", "12:01:06"),
                                        bar("Build", Look.FAILED, "12:01:07", "12:01:58")),
                                track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", null))),
                        12),
                FRESH);
    }

    /** The build succeeded, but a condition of its stage was not met. */
    public static ScriptedRelease conditional() {
        return new ScriptedRelease(
                release(
                        "12:02:20", ReleaseParts.conditional(), build(Status.SUCCEEDED), null, List.of(blue(100, 100)),
                        visits(0, 60),
                        timeline(
                                track(
                                        Row.PIPELINE, done("Source", "12:01:02", "12:01:06"),
                                        bar("Build", Look.FAILED, "12:01:07", "12:02:06")),
                                track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", null))),
                        12),
                FRESH);
    }

    /** Blue is gone, and Green serves alone. */
    public static ScriptedRelease finished() {
        return new ScriptedRelease(
                release(
                        "12:09:10", ReleaseParts.pipeline(Status.SUCCEEDED, Status.SUCCEEDED, "12:08:51"),
                        build(Status.SUCCEEDED), Deployments.succeeded(), List.of(green(100, 100)), visits(60, 60),
                        timeline(
                                track(
                                        Row.PIPELINE, done("Source", "12:01:02", "12:01:06"),
                                        done("Build", "12:01:07", "12:02:05"), done("Deploy", "12:02:08", "12:08:51")),
                                track(
                                        Row.DEPLOYMENT, done("Install", "12:02:11", "12:03:22"),
                                        done("AllowTraffic", "12:03:23", "12:03:26")),
                                STARTED, ReleaseParts.moved(),
                                track(
                                        Row.GREEN_TARGETS, bar("initial", Look.PLAIN, "12:03:24", "12:03:44"),
                                        bar("2 healthy", Look.GREEN, "12:03:44", null))),
                        22),
                FRESH);
    }

    /** Somebody stopped the deployment and went back to Blue. */
    public static ScriptedRelease rolledBack() {
        return new ScriptedRelease(
                release(
                        "12:05:10", ReleaseParts.pipeline(Status.SUCCEEDED, Status.FAILED, "12:04:52"),
                        build(Status.SUCCEEDED), Deployments.stopped(), List.of(blue(100, 100)), visits(-12, 60),
                        timeline(
                                track(
                                        Row.PIPELINE, done("Source", "12:01:02", "12:01:06"),
                                        done("Build", "12:01:07", "12:02:05"),
                                        bar("Deploy", Look.FAILED, "12:02:08", "12:04:52")),
                                track(
                                        Row.DEPLOYMENT, done("Install", "12:02:11", "12:03:22"),
                                        done("AllowTraffic", "12:03:23", "12:03:26")),
                                track(
                                        Row.GREEN_TASKS, bar("starting", Look.PLAIN, "12:02:12", "12:02:50"),
                                        bar("2 RUNNING", Look.GREEN, "12:02:50", "12:04:50")),
                                track(
                                        Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", "12:03:24"),
                                        bar("Green 100 %", Look.GREEN, "12:03:24", "12:04:45"),
                                        bar("Blue 100 %", Look.BLUE, "12:04:45", null)),
                                track(
                                        Row.GREEN_TARGETS, bar("initial", Look.PLAIN, "12:03:24", "12:03:44"),
                                        bar("2 healthy", Look.GREEN, "12:03:44", "12:04:50"))),
                        22),
                FRESH);
    }
}
