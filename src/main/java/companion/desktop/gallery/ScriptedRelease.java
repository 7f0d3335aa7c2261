package companion.desktop.gallery;

import companion.desktop.live.LiveFeed;
import companion.monitor.Act;
import companion.monitor.BuildLog;
import companion.monitor.BuildSnapshot;
import companion.monitor.DeploymentSnapshot;
import companion.monitor.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.DeploymentSnapshot.Wait;
import companion.monitor.PipelineSnapshot;
import companion.monitor.PipelineSnapshot.ActionSnapshot;
import companion.monitor.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.PipelineSnapshot.StageSnapshot;
import companion.monitor.PipelineSnapshot.Transition;
import companion.monitor.Release;
import companion.monitor.ReleaseSnapshot;
import companion.monitor.ReleaseSnapshot.ServiceEvent;
import companion.monitor.Span;
import companion.monitor.Status;
import companion.monitor.TaskSetSnapshot;
import companion.monitor.TaskSetSnapshot.Colour;
import companion.monitor.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.Timeline;
import companion.monitor.Timeline.Bar;
import companion.monitor.Timeline.Look;
import companion.monitor.Timeline.Row;
import companion.monitor.Timeline.Track;
import companion.monitor.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A live feed that tells one release, made up for a picture. */
public final class ScriptedRelease implements LiveFeed {
    private static final String BLUE_TG = "ecs-devops-webapp-TG";
    private static final String GREEN_TG = "ecs-devops-webapp-TG-tmp";
    private static final String EXECUTION = "8c1d5be2-41f7-4c0e-9d55-0d5b0e7d7a11";
    private static final String COMMIT = "4f2a91c7be0d4c1f8a1e6d2c9b7f3a5e4d6c8b0a";

    private final @Nullable Release release;
    private final List<Act> performed = new CopyOnWriteArrayList<>();

    private ScriptedRelease(@Nullable Release release) {
        this.release = release;
    }

    /** Before the first release. */
    public static ScriptedRelease none() {
        return new ScriptedRelease(null);
    }

    /** Build runs, nothing is deployed yet. */
    public static ScriptedRelease building() {
        var pipeline = pipeline(Status.IN_PROGRESS, Status.NOT_STARTED, at("12:01:40"));
        var build = build(Status.IN_PROGRESS);
        var blue = List.of(blue(100, 100, "2"));
        return of("12:01:40", pipeline, build, null, blue, visits(0, 38), timeline(List.of(
                track(Row.PIPELINE, done("Source", "12:01:02", "12:01:06"), running("Build", "12:01:07")),
                track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", null)))), 9);
    }

    /** A canary sends a tenth of the visitors to Green. */
    public static ScriptedRelease shifting() {
        var pipeline = pipeline(Status.SUCCEEDED, Status.IN_PROGRESS, at("12:03:40"));
        var deployment = deployment("CodeDeployDefault.ECSCanary10Percent5Minutes", Status.IN_PROGRESS, false);
        return of("12:03:40", pipeline, build(Status.SUCCEEDED), deployment,
                List.of(blue(90, 90, "2"), green(10, 10)), visits(6, 60), timeline(List.of(
                        track(Row.PIPELINE, done("Source", "12:01:02", "12:01:06"), done("Build", "12:01:07", "12:02:05"),
                                running("Deploy", "12:02:08")),
                        track(Row.DEPLOYMENT, done("Install", "12:02:11", "12:03:22"), running("AllowTraffic", "12:03:23")),
                        track(Row.GREEN_TASKS, bar("starting", Look.PLAIN, "12:02:12", "12:02:50"),
                                bar("2 RUNNING", Look.GREEN, "12:02:50", null)),
                        track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", "12:03:23"),
                                bar("Green 10 %", Look.GREEN, "12:03:23", null)),
                        track(Row.GREEN_TARGETS, bar("initial", Look.PLAIN, "12:02:52", "12:03:12"),
                                bar("2 healthy", Look.GREEN, "12:03:12", null)))), 22);
    }

    /** All visitors get Green; the deployment waits before it terminates Blue. */
    public static ScriptedRelease waiting() {
        var pipeline = pipeline(Status.SUCCEEDED, Status.IN_PROGRESS, at("12:04:14"));
        var deployment = deployment("CodeDeployDefault.ECSAllAtOnce", Status.IN_PROGRESS, true);
        return of("12:04:14", pipeline, build(Status.SUCCEEDED), deployment,
                List.of(blue(0, 0, "2"), green(100, 100)), visits(46, 60), timeline(List.of(
                        track(Row.PIPELINE, done("Source", "12:01:02", "12:01:06"), done("Build", "12:01:07", "12:02:05"),
                                running("Deploy", "12:02:08")),
                        track(Row.DEPLOYMENT, done("Install", "12:02:11", "12:03:22"), done("AllowTraffic", "12:03:23", "12:03:26"),
                                bar("Wait", Look.WAITING, "12:03:26", null),
                                new Bar("until", Look.PLAIN, at("12:03:26"), at("12:08:26"), true)),
                        track(Row.GREEN_TASKS, bar("starting", Look.PLAIN, "12:02:12", "12:02:50"),
                                bar("2 RUNNING", Look.GREEN, "12:02:50", null)),
                        track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", "12:03:24"),
                                bar("Green 100 %", Look.GREEN, "12:03:24", null)),
                        track(Row.GREEN_TARGETS, bar("initial", Look.PLAIN, "12:03:24", "12:03:44"),
                                bar("2 healthy", Look.GREEN, "12:03:44", null)))), 22);
    }

    /** The build failed, so nothing was deployed. */
    public static ScriptedRelease failed() {
        var pipeline = pipeline(Status.FAILED, Status.NOT_STARTED, at("12:01:58"));
        return of("12:02:20", pipeline, build(Status.FAILED), null, List.of(blue(100, 100, "2")), visits(0, 60),
                timeline(List.of(
                        track(Row.PIPELINE, done("Source", "12:01:02", "12:01:06"),
                                bar("Build", Look.FAILED, "12:01:07", "12:01:58")),
                        track(Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", null)))), 12);
    }

    @Override
    public Runnable listen(Consumer<Release> listener) {
        if (release != null) {
            listener.accept(release);
        }
        return () -> {};
    }

    @Override
    public void wake() {
        // It is always up to date.
    }

    @Override
    public void perform(Act act) {
        performed.add(act);
    }

    /** What was asked of it, in order. */
    public List<Act> performed() {
        return List.copyOf(performed);
    }

    @Override
    public String command(Act act) {
        return act.command("us-east-1");
    }

    @Override
    public Map<String, Duration> usual() {
        return Map.of("Source", Duration.ofSeconds(5), "Build", Duration.ofSeconds(62), "Deploy", Duration.ofSeconds(384));
    }

    private static ScriptedRelease of(
            String asOf, PipelineSnapshot pipeline, @Nullable BuildSnapshot build, @Nullable DeploymentSnapshot deployment,
            List<TaskSetSnapshot> sets, List<Visit> visits, Timeline timeline, int lines) {
        var snapshot = new ReleaseSnapshot(
                at(asOf), pipeline, build, deployment, sets, "http://127.0.0.1:49180/", events(), List.of());
        boolean failed = build != null && build.status() == Status.FAILED;
        return new ScriptedRelease(new Release(snapshot, timeline, log(lines, failed), visits, 0));
    }

    private static PipelineSnapshot pipeline(Status build, Status deploy, Instant now) {
        var over = build == Status.FAILED;
        return new PipelineSnapshot(
                "MyFirstPipeline", 1, "V2", "SUPERSEDED",
                List.of(
                        stage("Source", "CodeCommit", "MyRepo", Status.SUCCEEDED, "12:01:02", "12:01:06", COMMIT, null),
                        stage("Build", "CodeBuild", "MyFirstBuild", build, "12:01:07",
                                build.isOver() ? over ? "12:01:58" : "12:02:05" : null, null, "MyFirstBuild:9ac0413b-6b0e"),
                        stage("Deploy", "CodeDeployToECS", "devops-workshop-dg", deploy,
                                deploy == Status.NOT_STARTED ? null : "12:02:08", null, null,
                                deploy == Status.NOT_STARTED ? null : "d-7K2M4QX9B")),
                List.of(new ExecutionSnapshot(
                        EXECUTION, over ? Status.FAILED : Status.IN_PROGRESS, "STANDARD", "CloudWatchEvent", "",
                        new Span(at("12:01:02"), over ? now : null), COMMIT, "Updated Web App to v2")));
    }

    private static StageSnapshot stage(
            String name, String provider, String about, Status status, @Nullable String from, @Nullable String to,
            @Nullable String revision, @Nullable String externalId) {
        var span = new Span(from == null ? null : at(from), to == null ? null : at(to));
        var action = new ActionSnapshot(
                name, 1, "", provider, about, status, span, null, revision, externalId, null, null, null);
        return new StageSnapshot(name, status, EXECUTION, new Transition(true, ""), null, List.of(action));
    }

    private static BuildSnapshot build(Status status) {
        return new BuildSnapshot("MyFirstBuild:9ac0413b", 9, status, Span.NONE, List.of(), "devops-workshop", "webapp/9ac0413b");
    }

    private static DeploymentSnapshot deployment(String configuration, Status status, boolean waits) {
        var shifted = waits ? Status.SUCCEEDED : Status.IN_PROGRESS;
        var events = new ArrayList<>(List.of(
                event("BeforeInstall", Status.SUCCEEDED, "12:02:11", "12:02:11"),
                event("Install", Status.SUCCEEDED, "12:02:11", "12:03:22"),
                event("AfterInstall", Status.SUCCEEDED, "12:03:22", "12:03:22"),
                event("BeforeAllowTraffic", Status.SUCCEEDED, "12:03:23", "12:03:23"),
                event("AllowTraffic", shifted, "12:03:23", waits ? "12:03:26" : null)));
        events.add(waits
                ? event("AfterAllowTraffic", Status.SUCCEEDED, "12:03:26", "12:03:26")
                : new LifecycleEvent("AfterAllowTraffic", Status.NOT_STARTED, Span.NONE, null));
        var wait = waits
                ? new Wait(Wait.Kind.TERMINATION, Duration.ofMinutes(5), at("12:08:26"))
                : null;
        return new DeploymentSnapshot(
                "d-7K2M4QX9B", "devops-workshop-MyWebApp", "devops-workshop-dg", configuration, status,
                new Span(at("12:02:10"), null), events, wait, null, null);
    }

    private static LifecycleEvent event(String name, Status status, String from, @Nullable String to) {
        return new LifecycleEvent(name, status, new Span(at(from), to == null ? null : at(to)), null);
    }

    private static TaskSetSnapshot blue(int requested, int routed, String revision) {
        return new TaskSetSnapshot("ecs-svc/1", Colour.BLUE, "webapp-devops-workshop:" + revision, "build-1f2e77d0",
                requested == 0 ? "ACTIVE" : "PRIMARY", BLUE_TG, requested, routed, 2,
                List.of(new TaskSnapshot("4c1e", "RUNNING", "healthy", ""), new TaskSnapshot("b07a", "RUNNING", "healthy", "")));
    }

    private static TaskSetSnapshot green(int requested, int routed) {
        return new TaskSetSnapshot("ecs-svc/2", Colour.GREEN, "webapp-devops-workshop:3", "build-9ac0413b",
                requested == 100 ? "PRIMARY" : "ACTIVE", GREEN_TG, requested, routed, 2,
                List.of(new TaskSnapshot("e93d", "RUNNING", "healthy", ""), new TaskSnapshot("11f8", "RUNNING", "healthy", "")));
    }

    /** The newest {@code green} of so many visits got v2, with one v1 among them while the traffic moves. */
    private static List<Visit> visits(int green, int count) {
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < count; i++) {
            boolean moved = green > 30 ? i >= count - green && i != count - green + 1 : green > 0 && i % 10 == 9;
            visits.add(new Visit(at("12:03:00").plusSeconds(i), moved ? "v2" : "v1", 200, Duration.ofMillis(12)));
        }
        return visits;
    }

    private static List<ServiceEvent> events() {
        return List.of(
                new ServiceEvent(at("12:03:24"), "(service devops-cluster-Service-Tq3x, taskSet ecs-svc/2) has reached a steady state."),
                new ServiceEvent(at("12:02:12"), "(service devops-cluster-Service-Tq3x, taskSet ecs-svc/2) has started 2 tasks: (task e93d) (task 11f8)."));
    }

    private static List<BuildLog.Line> log(int lines, boolean failed) {
        var texts = new ArrayList<>(List.of(
                "Entering phase PRE_BUILD", "Running command echo Logging in to Amazon ECR...", "!Logging in to Amazon ECR...",
                "Running command aws --version", "!aws-cli/2.31.0 Python/3.13.7 Linux/6.1 exe/x86_64.amzn.2023",
                "Phase complete: PRE_BUILD State: SUCCEEDED", "Entering phase BUILD",
                "Running command docker build -t $REPOSITORY_URI:latest .", "!#5 [2/2] COPY index.html AWS_logo.png /usr/share/nginx/html/"));
        texts.addAll(failed
                ? List.of("Command did not exit successfully docker build -t $REPOSITORY_URI:latest . exit status 1",
                        "Phase complete: BUILD State: FAILED",
                        "Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: docker build -t "
                                + "$REPOSITORY_URI:latest .. Reason: exit status 1")
                : List.of("Running command docker image tag $REPOSITORY_URI:latest $REPOSITORY_URI:$IMAGE_TAG",
                        "Phase complete: BUILD State: SUCCEEDED", "Phase context status code:  Message: ", "Entering phase POST_BUILD",
                        "Running command docker push $REPOSITORY_URI:$IMAGE_TAG", "!build-9ac0413b: digest: sha256:6e1c…b24f size: 1778",
                        "Phase complete: POST_BUILD State: SUCCEEDED", "Expanding base directory path: .", "Assembling file list",
                        "Expanding file paths for base directory .", "Found 3 file(s)", "Phase complete: UPLOAD_ARTIFACTS State: SUCCEEDED",
                        "Phase context status code:  Message: "));
        var log = new ArrayList<BuildLog.Line>();
        for (int i = 0; i < Math.min(lines, texts.size()); i++) {
            var at = at("12:01:31").plusSeconds(i * 3 / 2);
            var text = texts.get(i);
            log.add(new BuildLog.Line(at, text.startsWith("!") ? text.substring(1) : "[Container] 2026/11/21 12:01:31.123456 " + text));
        }
        return log;
    }

    private static Timeline timeline(List<Track> tracks) {
        var rows = Arrays.stream(Row.values())
                .map(row -> tracks.stream()
                        .filter(track -> track.row() == row)
                        .findFirst()
                        .orElse(new Track(row, List.of())))
                .toList();
        return new Timeline(rows, at("12:01:02"));
    }

    private static Track track(Row row, Bar... bars) {
        return new Track(row, List.of(bars));
    }

    private static Bar done(String label, String from, String to) {
        return bar(label, Look.DONE, from, to);
    }

    private static Bar running(String label, String from) {
        return bar(label, Look.RUNNING, from, null);
    }

    private static Bar bar(String label, Look look, String from, @Nullable String to) {
        return new Bar(label, look, at(from), to == null ? null : at(to), false);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-21T" + time + "Z");
    }
}
