package companion.desktop.gallery;

import static companion.desktop.gallery.ScriptedWorkshop.at;

import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.Condition.When;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.Rule;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Transition;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.ServiceEvent;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import companion.monitor.snapshot.Visit;
import companion.monitor.timeline.Timeline;
import companion.monitor.timeline.Timeline.Bar;
import companion.monitor.timeline.Timeline.Look;
import companion.monitor.timeline.Timeline.Row;
import companion.monitor.timeline.Timeline.Track;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parts that releases for pictures are put together from. */
final class ReleaseParts {
    private static final String BLUE_TG = "ecs-devops-webapp-TG";
    private static final String GREEN_TG = "ecs-devops-webapp-TG-tmp";
    private static final String EXECUTION = "8c1d5be2-41f7-4c0e-9d55-0d5b0e7d7a11";
    private static final String COMMIT = "4f2a91c7be0d4c1f8a1e6d2c9b7f3a5e4d6c8b0a";

    private ReleaseParts() {}

    static Release release(
            String asOf, PipelineSnapshot pipeline, BuildSnapshot build, @Nullable DeploymentSnapshot deployment,
            List<TaskSetSnapshot> sets, List<Visit> visits, Timeline timeline, int lines) {
        var snapshot = new ReleaseSnapshot(
                at(asOf), pipeline, build, deployment, sets, "http://127.0.0.1:49180/", events(), List.of());
        return new Release(snapshot, timeline, BuildLogs.of(lines, build.status() == Status.FAILED), visits, 0);
    }

    /** @param end when it was over; ignored while it runs */
    static PipelineSnapshot pipeline(Status build, Status deploy, String end) {
        boolean failed = build == Status.FAILED || deploy == Status.FAILED;
        boolean over = failed || deploy == Status.SUCCEEDED;
        var stopped = new Failure("JobFailed", "Deployment d-7K2M4QX9B was stopped.");
        var broken = new Failure("JobFailed", "Build terminated with state: FAILED");
        var span = new Span(at("12:01:02"), over ? at(end) : null);
        var status = failed ? Status.FAILED : over ? Status.SUCCEEDED : Status.IN_PROGRESS;
        return new PipelineSnapshot(
                "MyFirstPipeline", 1, "V2", "SUPERSEDED",
                List.of(
                        stage("Source", "CodeCommit", "MyRepo", Status.SUCCEEDED, "12:01:02", "12:01:06", COMMIT, null, null),
                        stage("Build", "CodeBuild", "MyFirstBuild", build, "12:01:07",
                                build == Status.FAILED ? "12:01:58" : build.isOver() ? "12:02:05" : null, null,
                                "MyFirstBuild:9ac0413b-6b0e", build == Status.FAILED ? broken : null),
                        stage("Deploy", "CodeDeployToECS", "devops-workshop-dg", deploy,
                                deploy == Status.NOT_STARTED ? null : "12:02:08", deploy.isOver() ? end : null, null,
                                deploy == Status.NOT_STARTED ? null : "d-7K2M4QX9B",
                                deploy == Status.FAILED ? stopped : null)),
                List.of(new ExecutionSnapshot(
                        EXECUTION, status, "STANDARD", "CloudWatchEvent", "", span, COMMIT, "Updated Web App to v2")));
    }

    /** The build succeeded, and the condition for leaving its stage was not met; that for entering it was overridden. */
    static PipelineSnapshot conditional() {
        var built = pipeline(Status.SUCCEEDED, Status.NOT_STARTED, "12:02:06");
        var build = built.stages().get(1);
        var said = "Variable check failed: 'no' EQ 'yes'";
        var conditions = List.of(
                new Condition(
                        When.BEFORE_ENTRY, Status.SKIPPED, "", at("12:01:07"),
                        List.of(new Rule("office-hours", Status.FAILED, "Variable check failed: 'night' EQ 'day'", at("12:01:07"), null))),
                new Condition(
                        When.ON_SUCCESS, Status.FAILED, "", at("12:02:06"),
                        List.of(new Rule("tests-passed", Status.FAILED, said, at("12:02:06"), null))));
        var stages = new ArrayList<>(built.stages());
        stages.set(1, new StageSnapshot(
                build.name(), Status.FAILED, build.executionId(), build.inbound(), build.queue(), build.actions(), conditions));
        var latest = built.executions().getFirst();
        return new PipelineSnapshot(
                built.name(), built.version(), built.type(), built.executionMode(), stages,
                List.of(new ExecutionSnapshot(
                        latest.id(), Status.FAILED, latest.type(), latest.triggerType(), latest.triggerDetail(),
                        new Span(latest.span().start(), at("12:02:06")), latest.commitId(), latest.commitMessage())));
    }

    private static StageSnapshot stage(
            String name, String provider, String about, Status status, @Nullable String from, @Nullable String to,
            @Nullable String revision, @Nullable String externalId, @Nullable Failure failure) {
        var span = new Span(from == null ? null : at(from), to == null ? null : at(to));
        var action = new ActionSnapshot(
                name, 1, "", provider, about, status, span, null, revision, externalId, null, failure, null);
        return new StageSnapshot(name, status, EXECUTION, new Transition(true, ""), null, List.of(action));
    }

    static BuildSnapshot build(Status status) {
        var context = "COMMAND_EXECUTION_ERROR: Error while executing command: docker build -t $REPOSITORY_URI:latest ."
                + " Reason: exit status 1";
        var phases = status == Status.FAILED
                ? List.of(
                        phase("SUBMITTED", 0, 0), phase("QUEUED", 0, 0), phase("PROVISIONING", 0, 36), phase("DOWNLOAD_SOURCE", 36, 40),
                        phase("INSTALL", 40, 40), phase("PRE_BUILD", 40, 45),
                        new BuildSnapshot.Phase("BUILD", Status.FAILED, span(45, 47), context),
                        new BuildSnapshot.Phase("POST_BUILD", Status.FAILED, span(47, 48), ""),
                        phase("UPLOAD_ARTIFACTS", 48, 48), phase("FINALIZING", 48, 51), phase("COMPLETED", 51, 51))
                : List.<BuildSnapshot.Phase>of();
        return new BuildSnapshot("MyFirstBuild:9ac0413b-6b0e", 9, status, Span.NONE, phases, "devops-workshop", "webapp/9ac0413b");
    }

    private static BuildSnapshot.Phase phase(String type, int from, int to) {
        return new BuildSnapshot.Phase(type, Status.SUCCEEDED, span(from, to), "");
    }

    private static Span span(int from, int to) {
        return new Span(at("12:01:07").plusSeconds(from), at("12:01:07").plusSeconds(to));
    }

    static TaskSetSnapshot blue(int requested, int routed) {
        return set(Colour.BLUE, "2", "build-1f2e77d0", requested, routed, List.of(task("4c1e", "healthy"), task("b07a", "healthy")));
    }

    static TaskSetSnapshot green(int requested, int routed) {
        return set(Colour.GREEN, "3", "build-9ac0413b", requested, routed, List.of(task("e93d", "healthy"), task("11f8", "healthy")));
    }

    /** Green, with no task that is healthy yet. */
    static TaskSetSnapshot starting() {
        return set(Colour.GREEN, "3", "build-9ac0413b", 0, 0, List.of(task("e93d", "initial"), task("11f8", "PENDING")));
    }

    /** Green, with ten tasks in all states there are. */
    static TaskSetSnapshot many() {
        var states = List.of("healthy", "healthy", "initial", "unhealthy", "draining", "unused", "STOPPED", "healthy");
        var tasks = IntStream.range(0, 10).mapToObj(i -> task("e93" + i, states.get(i % states.size()))).toList();
        return set(Colour.GREEN, "3", "build-9ac0413b", 100, 100, tasks);
    }

    private static TaskSetSnapshot set(
            Colour colour, String revision, String image, int requested, int routed, List<TaskSnapshot> tasks) {
        return new TaskSetSnapshot(
                "ecs-svc/" + revision, colour, "webapp-devops-workshop:" + revision, image,
                requested >= 50 ? "PRIMARY" : "ACTIVE", colour == Colour.BLUE ? BLUE_TG : GREEN_TG, requested, routed,
                tasks.size(), tasks);
    }

    private static TaskSnapshot task(String id, String health) {
        boolean runs = !health.equals("STOPPED") && !health.equals("PENDING");
        return new TaskSnapshot("0f7c2b6d1a5e4c3b9d8e7f6a5b4c" + id, runs ? "RUNNING" : health, health, "");
    }

    /**
     * Visits a second apart.
     *
     * @param green how many of the newest got v2, with a v1 among them while the traffic moves; few are spread out; below 0,
     *     as many of the newest are back at v1
     */
    static List<Visit> visits(int green, int count) {
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < count; i++) {
            boolean moved = green < 0
                    ? i >= 20 && i < count + green
                    : green == count || (green > 30 ? i >= count - green && i != count - green + 1 : green > 0 && i % 10 == 9);
            visits.add(new Visit(at("12:03:00").plusSeconds(i), moved ? "v2" : "v1", 200, Duration.ofMillis(12)));
        }
        return visits;
    }

    /** The same, with two errors and a slow one among them. */
    static List<Visit> rough(List<Visit> visits) {
        var all = new ArrayList<>(visits);
        all.set(40, new Visit(all.get(40).at(), "v2", 200, Duration.ofMillis(1800)));
        all.set(42, new Visit(all.get(42).at(), "", 503, Duration.ofMillis(30)));
        all.set(43, new Visit(all.get(43).at(), "", 0, Duration.ofMillis(30)));
        return all;
    }

    private static List<ServiceEvent> events() {
        var service = "(service devops-cluster-Service-Tq3x, taskSet ecs-svc/3)";
        return List.of(
                new ServiceEvent(at("12:03:24"), service + " has reached a steady state."),
                new ServiceEvent(at("12:02:12"), service + " has started 2 tasks: (task e93d) (task 11f8)."));
    }

    static Timeline timeline(Track... tracks) {
        var rows = Arrays.stream(Row.values())
                .map(row -> Arrays.stream(tracks)
                        .filter(track -> track.row() == row)
                        .findFirst()
                        .orElse(new Track(row, List.of())))
                .toList();
        return new Timeline(rows, at("12:01:02"));
    }

    static Track track(Row row, Bar... bars) {
        return new Track(row, List.of(bars));
    }

    /** The listener went from Blue to Green at once. */
    static Track moved() {
        return track(
                Row.LISTENER, bar("Blue 100 %", Look.BLUE, "12:01:02", "12:03:24"),
                bar("Green 100 %", Look.GREEN, "12:03:24", null));
    }

    static Bar done(String label, String from, String to) {
        return bar(label, Look.DONE, from, to);
    }

    static Bar running(String label, String from) {
        return bar(label, Look.RUNNING, from, null);
    }

    static Bar bar(String label, Look look, String from, @Nullable String to) {
        return new Bar(label, look, at(from), to == null ? null : at(to), false);
    }
}
